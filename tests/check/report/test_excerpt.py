"""Long lines are cut round the caret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.check.report.excerpt import excerpt, harmless
from lexigraph.model import Span

DEFINITION = (
    "definition: Fetching relevant documents from one or several collections at query time, by their words or by "
    "their meaning, ranking them, cutting them into passages that fit, and putting the very best of all in the "
    "prompt, so that a model answers from them rather than from memory alone. It was described in 2020 and is now "
    "used by most assistants that cite, often beside a search engine."
)


def drawn(line: str, start: int, end: int) -> list[str]:
    return excerpt("a.md", Span(start, end, 1, start + 1), lambda path: (line,))


def test_a_long_line_begins_with_an_ellipsis_at_a_word_before_the_caret() -> None:
    _, line, caret = drawn(DEFINITION, 312, len(DEFINITION))
    shown = "…rather than from memory alone. It was described in 2020 and is now used by most assistants that cite, "
    assert line == f"1 | {shown}often beside a search engine."
    assert caret == "  | " + " " * 57 + "^" * 75


def test_a_long_line_ends_with_an_ellipsis_behind_a_word_after_the_caret() -> None:
    assert drawn(DEFINITION, 12, 20) == [
        "  |",
        "1 | definition: Fetching relevant documents from one or several collections at query time, by…",
        "  |             ^^^^^^^^",
    ]


def test_a_line_of_120_columns_is_whole() -> None:
    assert drawn("x" * 120, 119, 120)[1] == "1 | " + "x" * 120


def test_a_line_of_wide_characters_is_cut_by_columns() -> None:
    _, line, caret = drawn("検" * 100, 50, 51)
    assert line == "1 | …" + "検" * 29 + "検" * 40 + "…"
    assert caret == "  | " + " " * 59 + "^^"


def test_a_line_of_a_megabyte_is_cut() -> None:
    line = drawn("a" * 1_000_000, 500_000, 900_000)[1]
    assert len(line) < 150


LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300)


@given(LINES, st.integers(0, 310), st.integers(0, 310))
def test_any_line_is_drawn_on_three_lines_that_fit(line: str, start: int, length: int) -> None:
    lines = drawn(line, start, start + length)
    if (start, length) != (0, 0):
        gutter, text, caret = lines
        assert gutter == "  |"
        assert "^" in caret
        assert len(text) <= 4 + 2 * 160
        assert all(char.isprintable() or char in "\u200c\u200d" or char.isspace() for each in lines for char in each)
        assert all(len(each.splitlines()) == 1 for each in lines)


@pytest.mark.parametrize("text", ["plain", "検索 Größe", "\U0001f468\u200d\U0001f469"])
def test_what_can_be_drawn_is_drawn_as_it_is(text: str) -> None:
    assert harmless(text) == text
