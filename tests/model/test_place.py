from hypothesis import given
from hypothesis import strategies as st

from lexigraph.model import LineTable


@given(st.text(alphabet="ab\r\n\x85\u2028é🙂"))
def test_lines_end_at_lf_crlf_and_cr_only(text):
    lines = LineTable(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at, line = 0, 1
    while at < len(text):
        assert lines.span(at, at).line == line
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n"):
            line += 1
        at += 1
    assert line == len(plain)
    assert [lines.start_of(number) for number in (1, line + 1)] == [0, len(text)]


@given(st.text(alphabet="ab\n"), st.integers(0, 20))
def test_a_column_counts_from_the_start_of_its_line(text, at):
    at = min(at, len(text))
    span = LineTable(text).span(at, at)
    assert text.split("\n")[span.line - 1][: span.column - 1] == text[at - span.column + 1 : at]
