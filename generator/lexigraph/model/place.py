"""Where a thing stands in a file."""

import re
from array import array
from bisect import bisect_right
from typing import NamedTuple

__all__ = ["NOWHERE", "LineTable", "Span"]


class Span(NamedTuple):
    """A range of characters of one file, with the line and column of its start."""

    start: int
    """Offset of the first character, 0-based, in code points of the decoded text (without BOM)."""
    end: int
    """Offset after the last character."""
    line: int
    """Line of the first character, 1-based. Lines end at LF, CR LF or CR only."""
    column: int
    """Column of the first character, 1-based, in characters."""


_LINE_END = re.compile(r"\r\n|\r|\n")

NOWHERE = Span(0, 0, 1, 1)
"""The start of the file: the place of findings that have no text of their own."""


class LineTable:
    """Turns offsets of one text into spans."""

    __slots__ = ("length", "starts")

    def __init__(self, text: str = "") -> None:
        self.length = len(text)
        self.starts = array("L", [0, *(match.end() for match in _LINE_END.finditer(text))])

    @classmethod
    def of(cls, starts: "array[int]", length: int) -> "LineTable":
        """The table of a text of that length whose lines start at these offsets."""
        made = cls.__new__(cls)
        made.starts, made.length = starts, length
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineTable) and (self.starts, self.length) == (other.starts, other.length)

    def __hash__(self) -> int:
        return hash((len(self.starts), self.length))

    def start_of(self, line: int) -> int:
        """The offset at which the 1-based line starts; the length of the text past its last line."""
        return self.starts[line - 1] if line <= len(self.starts) else self.length

    def span(self, start: int, end: int) -> Span:
        """The span from offset `start` to offset `end`."""
        line = bisect_right(self.starts, start)
        return Span(start, end, line, start - self.starts[line - 1] + 1)
