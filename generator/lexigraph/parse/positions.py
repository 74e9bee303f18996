"""Where each character of a body stands in its file.

Markdown sees a cleaned text (`BodyText`), a block's inline content is a part of it without markers and
indents (`Places`), and a `Text` is a run of that content. Owns the way back from the last to the file.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["BodyText", "Places", "block_places", "cell_places"]

_TRIMMED = " \t\n\r\x0b\x0c"
"""What markdown-it strips from both ends of a block's content (`MD_TRIM_CHARS`)."""


class BodyText:
    """The text that Markdown sees: a file's body with LF line ends and without the ranges that nobody shall see."""

    __slots__ = ("_file", "_text", "end", "file_text", "line_starts", "shift", "start", "text")

    def __init__(self, file_text: str, start: int = 0, removed: Sequence[tuple[int, int]] = ()) -> None:
        """Take the body that begins at `start`; `removed` are offsets in the file, ascending, not overlapping."""
        self.file_text = file_text
        self.start = start
        self.end = len(file_text)
        if removed or "\r" in file_text:
            self._cut(_with_line_ends(file_text, start, removed))
        else:
            self.text = file_text[start:] if start else file_text
            self._text, self._file = [0], [start]
        self.shift = self._file[0] if len(self._text) == 1 else None
        """What is added to an offset in the text to have that in the file; None when ranges were removed."""
        self.line_starts = _line_starts(self.text)

    def _cut(self, removed: Sequence[tuple[int, int]]) -> None:
        parts: list[str] = []
        at, length = self.start, 0
        self._text, self._file = [0], [self.start]
        for start, end in removed:
            parts.append(self.file_text[at:start])
            length += start - at
            at = end
            if self._text[-1] == length:
                self._file[-1] = at
            else:
                self._text.append(length)
                self._file.append(at)
        parts.append(self.file_text[at:])
        self.text = "".join(parts).replace("\r", "\n")

    def offset(self, index: int) -> int:
        """The offset in the file of `text[index]`; for the length of the text the end of the file."""
        if len(self._text) == 1:
            return self._file[0] + index
        part = bisect_right(self._text, index) - 1
        return min(self._file[part] + index - self._text[part], self.end)

    def points(self, points: Sequence[tuple[int, int]], length: int) -> int | tuple[tuple[int, int], ...]:
        """Break points (raw, text) of a run of `length` characters as `Text.at` wants them: (raw, file)."""
        if len(self._text) == 1:
            shift = self._file[0]
            if len(points) == 1:
                return points[0][1] + shift
            return tuple((raw, at + shift) for raw, at in points)
        found: list[tuple[int, int]] = []
        for number, (raw, at) in enumerate(points):
            until = points[number + 1][0] if number + 1 < len(points) else length
            found.append((raw, self.offset(at)))
            part = bisect_right(self._text, at)
            while part < len(self._text) and self._text[part] < at + until - raw:
                found.append((raw + self._text[part] - at, self._file[part]))
                part += 1
        return found[0][1] if len(found) == 1 else tuple(found)

    def line_of(self, index: int) -> int:
        """The 0-based line of `text[index]`."""
        return bisect_right(self.line_starts, index) - 1

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Start and end in `text` of the 0-based line, its line end left out."""
        start = self.line_starts[line]
        following = line + 1
        return start, self.line_starts[following] - 1 if following < len(self.line_starts) else len(self.text)


class Places:
    """Where each character of one block's content stands in the `BodyText`."""

    __slots__ = ("_content", "_text", "base")

    def __init__(self, content: Sequence[int], text: Sequence[int]) -> None:
        """Take where the content's parts begin, in the content and in the text; both ascend from 0."""
        self._content = content
        self._text = text
        self.base = text[0] if len(content) == 1 else None
        """Where the content stands when it is one run; None when it is broken."""

    def offset(self, index: int) -> int:
        """The offset in the text of the content's character `index`."""
        if self.base is not None:
            return self.base + index
        part = bisect_right(self._content, index) - 1
        return self._text[part] + index - self._content[part]

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the content's characters `start` to `end` stand: (index, offset in the text) of each unbroken run."""
        found = [(start, self.offset(start))]
        if len(self._content) > 1:
            part = bisect_right(self._content, start)
            while part < len(self._content) and self._content[part] < end:
                found.append((self._content[part], self._text[part]))
                part += 1
        return found

    def shifted(self, by: int) -> "Places":
        """The places of the content without its first `by` characters."""
        if len(self._content) == 1:
            return Places((0,), (self._text[0] + by,))
        first = bisect_right(self._content, by) - 1
        content = [max(start - by, 0) for start in self._content[first:]]
        return Places(content, [self.offset(by), *self._text[first + 1 :]])


def block_places(body: BodyText, token: "Token", content: str) -> Places:
    """The places of an `inline` token's content, for every block but table cells.

    A line of the content is the end of the line in the text: containers and indent stand before it. From
    the last line markdown-it also strips what follows: blanks, and a heading's closing `#`. Where a tab was
    taken apart, the content begins with spaces that are not in the text.
    """
    if token.map is None:
        return Places((0,), (0,))
    first = token.map[0]
    if "\n" not in content:
        start, end = body.line_bounds(min(first, len(body.line_starts) - 1))
        if not body.text.endswith(content.lstrip(" "), start, end):
            end = _content_end(body.text, start, end, content)
        return Places((0,), (end - len(content),))
    pieces = content.split("\n")
    starts: list[int] = []
    offsets: list[int] = []
    at = 0
    for number, piece in enumerate(pieces):
        start, end = body.line_bounds(min(first + number, len(body.line_starts) - 1))
        if number == len(pieces) - 1 and not body.text.endswith(piece.lstrip(" "), start, end):
            end = _content_end(body.text, start, end, piece)
        starts.append(at)
        offsets.append(end - len(piece))  # before the line where a tab was expanded; no text begins with that
        at += len(piece) + 1
    return Places(starts, offsets)


def _content_end(text: str, start: int, end: int, piece: str) -> int:
    """Where the last line of a content ends in its line of the text."""
    line = text[start:end].rstrip()
    if not line.endswith(piece.lstrip(" ")):
        line = line.rstrip("#").rstrip(_TRIMMED)
    return start + len(line)


def cell_places(body: BodyText, start: int, end: int) -> list[Places]:
    """The places of the cells of a table row that stands from `start` to `end` in the text.

    By the rule of markdown-it's own table parser (`escapedSplit`): a pipe ends a cell unless a backslash
    stands before it, and that backslash is no part of the content.
    """
    text = body.text
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    cells: list[list[tuple[int, int]]] = [[]]
    last, pipe = start, text.find("|", start, end)
    while pipe >= 0:
        if pipe > start and text[pipe - 1] == "\\":
            cells[-1].append((last, pipe - 1))
            last = pipe
        else:
            cells[-1].append((last, pipe))
            cells.append([])
            last = pipe + 1
        pipe = text.find("|", pipe + 1, end)
    cells[-1].append((last, end))
    if len(cells) > 1 and _is_empty(cells[0]):
        cells.pop(0)
    if len(cells) > 1 and _is_empty(cells[-1]):
        cells.pop()
    return [_cell(text, parts) for parts in cells]


def _is_empty(parts: list[tuple[int, int]]) -> bool:
    return all(start == end for start, end in parts)


def _cell(text: str, parts: list[tuple[int, int]]) -> Places:
    """The places of a cell that consists of these ranges of the text, blanks at its ends left out."""
    start = parts[0][0]
    while start < parts[0][1] and text[start] in _TRIMMED:
        start += 1
    contents: list[int] = [0]
    offsets: list[int] = [start]
    length = parts[0][1] - start
    for start, end in parts[1:]:
        contents.append(length)
        offsets.append(start)
        length += end - start
    return Places(contents, offsets)


def _with_line_ends(text: str, start: int, removed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges, and each CR that a LF follows."""
    ranges = list(removed)
    at = text.find("\r\n", start)
    while at >= 0:
        ranges.append((at, at + 1))
        at = text.find("\r\n", at + 2)
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        elif last > start:
            merged.append((max(first, start), last))
    return merged


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
