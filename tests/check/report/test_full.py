"""Findings in full, as the catalogue of rules shows them."""

from collections.abc import Sequence

from lexigraph.check.report import LinesOf, render
from lexigraph.model import Diagnostic, LineTable, Related, Rule, Span

UNCLOSED = Rule("E002", "unclosed-front-matter", "")
TAB = Rule("E005", "tab-indent", "")
TWICE = Rule("E006", "duplicate-key", "")
UNKNOWN = Rule("E301", "unknown-entry", "")
CYCLE = Rule("E303", "hierarchy-cycle", "")
LINK = Rule("E401", "broken-link", "")


def lines(**files: str) -> LinesOf:
    def lines_of(path: str) -> Sequence[str]:
        return files[path.removesuffix(".md")].split("\n")

    return lines_of


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return LineTable(text).span(start, start + len(part))


def test_a_finding_shows_the_authors_line_with_a_caret_and_the_way_out() -> None:
    finding = UNCLOSED.at(
        "rag.md",
        Span(0, 3, 1, 1),
        "the front matter that opens here is never closed",
        help="put a line '---' after the last key; line 9 is the last that reads as a key",
    )
    assert render([finding], lines(rag="---\ntitle: RAG\n"), prefix="content/") == (
        "content/rag.md:1:1: error[E002] the front matter that opens here is never closed\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  help: put a line '---' after the last key; line 9 is the last that reads as a key\n"
    )


def test_a_tab_is_drawn_as_an_arrow() -> None:
    text = "\t- embeddings: compares the question with the documents\r\n"
    finding = TAB.at("rag.md", at(text, "\t"), "this line is indented with a tab; YAML takes spaces only")
    assert render([finding], lines(rag=text)).splitlines()[1:] == [
        "  |",
        "1 | →- embeddings: compares the question with the documents",
        "  | ^",
    ]


def test_the_gutter_is_as_wide_as_the_number_of_the_line() -> None:
    text = "\n" * 9 + "uses: [vector-database]\n"
    first = Related(path="rag.md", span=Span(6, 10, 7, 1), message="the first 'uses'")
    finding = TWICE.at("rag.md", at(text, "uses"), "twice", related=[first], help="move it")
    assert render([finding], lines(rag=text)) == (
        "rag.md:10:1: error[E006] twice\n"
        "   |\n"
        "10 | uses: [vector-database]\n"
        "   | ^^^^\n"
        "  also: rag.md:7:1 the first 'uses'\n"
        "  help: move it\n"
    )


def test_what_is_said_of_the_place_itself_stands_behind_the_caret() -> None:
    text = "broader: [grounding]\n"
    here = Related(path="rag.md", span=at(text, "grounding"), message="rag is a kind of grounding")
    there = Related(path="grounding.md", span=Span(0, 3, 5, 11), message="grounding is part of rag")
    finding = CYCLE.at("rag.md", here.span, "a circle", related=[here, there])
    assert render([finding], lines(rag=text)).splitlines()[3:] == [
        "  |           ^^^^^^^^^ rag is a kind of grounding",
        "  also: grounding.md:5:11 grounding is part of rag",
    ]


def test_the_caret_is_padded_by_the_width_of_what_is_drawn() -> None:
    text = "related: [検索, e\u0301tude, 生成]\n"
    finding = UNKNOWN.at("a.md", at(text, "生成"), "no entry has the name '生成'")
    drawn = render([finding], lines(a=text)).splitlines()
    assert drawn[0] == "a.md:1:23: error[E301] no entry has the name '生成'"
    assert drawn[3] == "  | " + " " * (len("related: [") + 4 + 2 + 5 + 2) + "^^^^"


def test_a_finding_without_a_place_of_its_own_shows_no_line() -> None:
    finding = UNCLOSED.at("a.md", message="empty", help="write it")
    assert render([finding], lines(a="something\n")) == "a.md:1:1: error[E002] empty\n  help: write it\n"


def test_a_place_past_the_end_of_the_file_shows_no_line() -> None:
    assert render([UNCLOSED.at("a.md", Span(9, 10, 7, 1), "gone")], lines(a="one\n")).count("\n") == 1


def test_a_place_without_width_has_one_caret() -> None:
    drawn = render([UNCLOSED.at("a.md", Span(3, 3, 1, 4), "here")], lines(a="one\n"))
    assert drawn.endswith("1 | one\n  |    ^\n")


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    drawn = render([UNCLOSED.at("a.md", Span(4, 20, 1, 5), "here")], lines(a="one two\nthree four five\n"))
    assert drawn.endswith("1 | one two\n  |     ^^^\n")


def test_control_characters_and_lone_surrogates_are_drawn_and_steer_nothing() -> None:
    text = "a \x1b[31mred\x07\x7f \u202e\ud800\x85 b\n"
    drawn = render([UNCLOSED.at("a.md", at(text, "red"), "no \x1b[2J\n name", help="\x00")], lines(a=text))
    assert drawn == ("a.md:1:8: error[E002] no ␛[2J␊ name\n  |\n1 | a ␛[31mred␇␡ ��� b\n  |        ^^^\n  help: ␀\n")


def test_findings_are_sorted_and_separated_by_a_blank_line() -> None:
    found = [UNKNOWN.at("b.md", message="b", subject="x"), TAB.at("a.md", message="a")]
    assert render(found) == "a.md:1:1: error[E005] a\n\nb.md:1:1: error[E301] b\n"


def test_no_findings_are_no_text() -> None:
    assert render([]) == ""


def references(count: int, name: str = "Quantum computer", **changes: str) -> list[Diagnostic]:
    names = [name, name.upper().replace(" ", "-")]
    return [
        UNKNOWN.at(f"{n:02}.md", Span(5, 9, 2, 3), f"no entry has the name '{names[n % 2]}'", subject=names[n % 2])
        for n in range(count)
    ]


def test_references_to_one_missing_name_are_printed_once_with_their_places() -> None:
    assert render(references(3)) == (
        "00.md:2:3: error[E301] no entry has the name 'Quantum computer'\n"
        "  also: 01.md:2:3 the same name\n"
        "  also: 02.md:2:3 the same name\n"
    )


def test_many_references_to_one_missing_name_are_counted() -> None:
    assert render(references(14)) == (
        "00.md:2:3: error[E301] no entry has the name 'Quantum computer'\n"
        "  also: 01.md:2:3 the same name\n"
        "  also: 02.md:2:3 the same name\n"
        "  also: … and 11 more\n"
    )


def test_references_to_different_names_are_printed_each() -> None:
    assert render([*references(1), *references(1, "qubit")]).count("error[E301]") == 2


def test_links_to_one_missing_file_are_printed_once_however_the_path_is_written() -> None:
    found = [
        LINK.at("a/one.md", message="no file 1", subject="../b/gone.md"),
        LINK.at("b/two.md", message="no file 2", subject="gone.md"),
        LINK.at("b/two.md", Span(9, 10, 3, 1), "no file 3", subject="../gone.md"),
    ]
    assert render(found) == (
        "a/one.md:1:1: error[E401] no file 1\n"
        "  also: b/two.md:1:1 the same path\n"
        "\n"
        "b/two.md:3:1: error[E401] no file 3\n"
    )
