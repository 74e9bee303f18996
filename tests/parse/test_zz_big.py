import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.rendered import misplaced, mistakes, texts_of
from tests.worlds import parsed

from lexigraph.model import ParsedEntry, Text
from lexigraph.parse.positions import BodyText, Places, cell_places

CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
CONTENT = Path(__file__).parents[2] / "content"


def texts(entry: ParsedEntry) -> list[Text]:
    return [part for _, segments in entry.areas() for part in texts_of(segments)]


def place_of(raw: str, text: str) -> int:
    """Where the character after which `raw` begins stands, by the parser."""
    found = [part for part in texts(parsed(text)) if raw in part.raw]
    return found[0].offset(found[0].raw.index(raw))


@pytest.mark.parametrize(
    "text",
    [
        "plain @word",
        "# T\n\nsome *emphasis* and @word",
        "front\n\n> quoted\n> @word",
        "front\n\n> quoted\nlazy @word",
        "front\n\n- item\n  - nested\n    continued @word",
        "front\n\n1. one\n\n   two @word",
        "front\n\n| a | b |\n|---|---|\n| x | @word |",
        "front\n\n> - | a | b |\n>   |---|---|\n>   | \\| | y \\| @word |",
        "front\n\nterm\n: definition @word",
        "front[^1]\n\n[^1]: note @word",
        "front\n\n> [!NOTE]\n> alert @word",
        "front\n\n- [x] task @word",
        "front\n\n-\ttab @word",
        "front &amp; \\* escaped @word",
        "front\r\nsecond @word",
        "front\rsecond @word",
        "---\ntitle: T\n---\nbody @word",
        "a %%secret%% b @word",
        "a\u202eb @word",
        "front `code` ![image](x.png) [link](y.md) [[wiki]] @word",
        "front\n\n<div>\n\ninside @word\n\n</div>",
        "front\n\n<p>raw @word</p>",
        "front  \nhard break @word",
        "front\n\n## Open questions\n\n- what @word? {#id}",
        "front\n\n## FAQ\n\n**Bold?**\nanswer @word",
    ],
)
def test_a_word_is_found_where_it_stands(text):
    assert place_of("@word", text) == text.index("@word")


def test_a_heading_has_places_with_closing_marks_and_anchor_left_out():
    text = "---\ntitle: T\n---\n\n> x\n\n##  A *b* c {#id} ##\n"
    heading = parsed(text).body.sections[1].heading
    assert [text[part.offset(0)] for part in texts_of(heading)] == ["A", "b", " "]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see [a *b*](x.md 'title') now", "[a *b*](x.md 'title')"),
        ("see [a][b] now\n\n[b]: x.md", "[a][b]"),
        ("see [b] now\n\n[b]: x.md", "[b]"),
        ("see <https://e.org> now", "<https://e.org>"),
        ("see [[a|b]] now", "[[a|b]]"),
        ("see ![[a]] now", "![[a]]"),
        ("see ![a](b.png) now", "![a](b.png)"),
        ('see <a href="x.md">b</a> now', '<a href="x.md">'),
        ("| a |\n|---|\n| [[b\\|c]] |", "[[b\\|c]]"),
        ("> see\n> [a\n> b](x.md) now", "[a\n> b](x.md)"),
    ],
)
def test_a_reference_spans_the_whole_link(text, written):
    (reference,) = parsed(text).references
    assert text[reference.span.start : reference.span.end] == written


def test_a_label_of_an_autolink_begins_after_the_bracket():
    text = "x <https://e.org/a>"
    assert place_of("https", text) == text.index("https")


def test_a_text_without_breaks_has_one_number_as_place():
    assert [part.at for part in texts(parsed("one two"))] == [0]


def test_a_soft_break_is_part_of_the_text_and_breaks_its_place():
    (part,) = texts(parsed("> large\n> language model"))
    assert part.raw == "large\nlanguage model"
    assert part.at == ((0, 2), (6, 10))


def test_removed_ranges_shift_what_follows():
    body = BodyText("ab%%x%%cd\r\nef", 1, [(2, 7)])
    assert body.text == "bcd\nef"
    assert [body.offset(index) for index in range(6)] == [1, 7, 8, 10, 11, 12]
    assert body.points([(0, 0)], 6) == ((0, 1), (1, 7), (3, 10))


def test_places_without_their_beginning_are_where_they_were():
    places = Places((0, 5, 9), (10, 20, 30))
    for by in range(12):
        shifted = places.shifted(by)
        assert [shifted.offset(index) for index in range(4)] == [places.offset(by + index) for index in range(4)]


def test_cells_are_split_as_the_parser_splits_them():
    body = BodyText("| a \\| b | | c")
    assert [places.offset(0) for places in cell_places(body, 0, len(body.text))] == [2, 11, 13]


WORDS = st.sampled_from(
    ["word", " ", " ", "\n", "\n\n", "*", "**", "`", "[a](b.md)", "![a](b)", "[[c|d]]", "> ", "- ", "1. ", "| ", "|\n",
     "|---|---|\n", "# ", "## ", "&amp;", "\\*", "\\|", "<b>", "</b>", "<unk>", "<!-- c -->", "%%x%%", "$a$", "~~", "\t",
     "\r\n", "[^1]", "[^1]: ", "    ", ": ", "{#id}", "<div>", "</div>", "é", "日本。", "\u200b", "<https://e.org>",
     "## Open questions\n", "## FAQ\n", "## See also\n", "[!NOTE]", "[ ] ", "^b1", "$$\n", "```\n", "{{< x >}}",
     "<a href='x'>", "</a>", "<script>", "</p>", "<p>", "[r]", "[r]: u\n", "---\n", "===\n", "~ ", "<td>", "</table>"]
)  # fmt: skip


@settings(max_examples=900000, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_whatever_is_written_texts_and_references_know_their_place_and_the_html_is_sound(text):
    entry = parsed(text)
    assert misplaced(entry, text) == []
    assert mistakes(entry) == []


@settings(max_examples=9000, deadline=None)
@given(st.text(alphabet="ab \n*_`[]()!<>/|#-+>:&;\\\"'=~^${}%é\r\t", max_size=120))
def test_whatever_characters_stand_in_a_file_its_html_is_sound(text):
    entry = parsed(text)
    assert misplaced(entry, text) == []
    assert mistakes(entry) == []


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: path.stem)
def test_every_word_of_the_knowledge_base_knows_its_place(path):
    text = path.read_text(encoding="utf-8")
    entry = parsed(text)
    assert misplaced(entry, text) == []
    assert mistakes(entry) == []


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
def test_every_word_of_other_peoples_glossaries_knows_its_place():
    for path in sorted(Path(CORPORA).rglob("*.md")):
        text = path.read_bytes().decode("utf-8-sig")
        entry = parsed(text)
        assert misplaced(entry, text) == [], path
        assert mistakes(entry) == [], path
