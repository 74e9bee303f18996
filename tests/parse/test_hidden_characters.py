import pytest
from tests.parse.reading import codes, front_matter, mended, printed
from tests.worlds import parsed

from lexigraph.model import LineTable
from lexigraph.parse.hidden_characters import report_hidden_characters
from lexigraph.parse.reporter import Reporter


def found(text: str) -> Reporter:
    reporter = Reporter("a.md", text, LineTable(text))
    report_hidden_characters(reporter, 0, len(text))
    return reporter


def test_an_invisible_character_in_a_title_is_named_and_deleted_by_the_fix() -> None:
    text = "---\ntitle: Zero\u200bwidth\n---\n"
    read = front_matter("title: Zero\u200bwidth")
    assert printed(read.diagnostics) == (
        "2:12 warning[W016] the invisible character U+200B (zero width space)\n  help: delete it [--fix]"
    )
    assert mended(text, read.diagnostics) == "---\ntitle: Zerowidth\n---\n"
    assert read.fields.title == "Zero\u200bwidth"


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200d", "\u3164", "\U000e0041"]
)
def test_bidirectional_controls_and_characters_without_width_are_found(char: str) -> None:
    assert codes(found(f"a{char}b").diagnostics) == ["W016 1:2"]


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian needs the non-joiner
        "क्\u200dष",  # Devanagari needs the joiner
        "👩\u200d💻 👨🏽\u200d🚒 ❤\ufe0f\u200d🔥",  # emoji made of several
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "שלום\u200f.",  # a direction mark beside Hebrew
        "naïve — “quoted” non\u00a0breaking",
    ],
)
def test_what_a_script_or_an_emoji_needs_is_fine(text: str) -> None:
    assert found(text).diagnostics == ()


def test_one_line_is_one_finding_with_a_fix_for_all_of_it() -> None:
    text = "a\u200bb\u200bc\nd\u202ee"
    diagnostics = found(text).diagnostics
    assert printed(diagnostics) == (
        "1:2 warning[W016] the invisible character U+200B (zero width space), and 1 more\n"
        "  help: delete them [--fix]\n"
        "2:2 warning[W016] the invisible character U+202E (right-to-left override)\n  help: delete it [--fix]"
    )
    assert mended(text, diagnostics) == "abc\nde"


def test_a_text_full_of_them_has_a_bounded_number_of_findings() -> None:
    text = "a\u200b\n" * 5000
    diagnostics = found(text).diagnostics
    assert len(diagnostics) == 100
    assert mended(text, diagnostics) == "a\n" * 5000


def test_an_escape_cannot_bring_a_hidden_or_control_character_into_a_field():
    entry = parsed('---\ntitle: "Red\\e[31m \\u202Etxet \\0 \\u00e9"\ndefinition: D.\n---\nx\n')
    assert entry.title == "Red[31m txet  é"
    (finding,) = entry.diagnostics
    assert (finding.code, finding.span.line, finding.span.column) == ("W016", 2, 8)


def test_an_escape_for_something_else_leaves_the_joiners_of_a_quoted_text_alone():
    found = front_matter('title: "a \\"می\u200cخواهم\\" 👩\u200d💻"')
    assert found.fields.title == 'a "می\u200cخواهم" 👩\u200d💻'
    assert found.diagnostics == ()
