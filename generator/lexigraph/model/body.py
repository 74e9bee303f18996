"""A body after parsing: sections of blocks of segments, so that everything later is joining strings.

`ParsedEntry.areas()` names every run of segments that a page may show. A mention is placed by the
name of its area and the number of its `Text` in that area (from 0, labels of `Ref`s not counted);
a `Ref` by its index into `ParsedEntry.references`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "Block", "Body", "Html", "Ref", "Section", "Segment", "Text", "begins_line", "plain_lines", "plain_text", "texts",
]  # fmt: skip


_BREAK = re.compile(r"</(?:p|li|td|th|h|div|pre|dt|dd)|<br")
"""HTML after which another line of prose begins."""


class Html(NamedTuple):
    """Finished HTML, clean."""

    text: str


class Text(NamedTuple):
    """Prose as characters, not escaped: escaped when it is joined."""

    raw: str
    """As the reader sees it; a soft break is a newline."""
    may_link: bool
    """Whether mentions are looked for: not in code, headings, links, table headers."""
    at: int | tuple[tuple[int, int], ...]
    """Offset in the file of raw[0], or break points (raw, file), ascending, where the two are not in step."""

    def offset(self, index: int) -> int:
        """The offset in the file of `raw[index]`."""
        if isinstance(self.at, int):
            return self.at + index
        raw, file = 0, self.at[0][1]
        for point in self.at:
            if point[0] > index:
                break
            raw, file = point
        return file + index - raw


class Ref(NamedTuple):
    """A link, image or attachment as written, resolved later."""

    number: int
    """Position in `ParsedEntry.references`."""
    label: tuple["Segment", ...]
    """What the link shows; empty for an image or a wikilink without label (the page puts the title there)."""


Segment = Html | Text | Ref


class Block(NamedTuple):
    """A top-level block of a section."""

    anchor: str
    """Obsidian block id without `^`; empty when it has none."""
    segments: tuple[Segment, ...]


class Section(NamedTuple):
    """A heading with what follows it up to the next heading of any level."""

    level: int
    """1–6 as written; 0 for what stands before the first heading."""
    anchor: str
    """Fragment of the heading, unique in the file; empty at level 0."""
    title: str
    """The heading as plain text."""
    heading: tuple[Segment, ...]
    """The heading's content; no `Text` in it may link."""
    role: str
    """Role of a structured heading (`questions`, `faq`, `connections`, `related`, `takeaways`,
    `exercises`, `sources`), also on the subsections below it; empty otherwise."""
    blocks: tuple[Block, ...]
    """What the page prints below the heading. Under a structured heading this is only what could not be
    lifted into its slot: list items that became questions, relations, takeaways … are not here."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments of all blocks."""
        return tuple(segment for block in self.blocks for segment in block.segments)


class Body(NamedTuple):
    """A parsed body."""

    sections: tuple[Section, ...]


def texts(segments: tuple[Segment, ...]) -> Iterator[Text]:
    """The texts among the segments, labels of `Ref`s not included."""
    return (segment for segment in segments if type(segment) is Text)


def plain_text(segments: tuple[Segment, ...]) -> str:
    """The segments as prose: texts and labels, without markup, code and formulas."""
    parts: list[str] = []
    for segment in segments:
        if type(segment) is Text:
            parts.append(segment.raw)
        elif type(segment) is Ref:
            parts.append(plain_text(segment.label))
    return "".join(parts)


def plain_lines(segments: Iterable[Segment]) -> list[str]:
    """The segments as prose, a line for each block, list item and table cell, without code and formulas; none empty."""
    parts: list[str] = []
    _add_lines(parts, segments)
    return [folded for line in "".join(parts).split("\n") if (folded := " ".join(line.split()))]


def _add_lines(parts: list[str], segments: Iterable[Segment]) -> None:
    for segment in segments:
        if type(segment) is Text:
            parts.append(segment.raw.replace("\n", " "))
        elif type(segment) is Ref:
            _add_lines(parts, segment.label)
        elif type(segment) is Html and begins_line(segment.text):
            parts.append("\n")


@lru_cache(maxsize=1024)
def begins_line(html: str) -> bool:
    """Whether another line of prose begins after the HTML. (Most of a body's is the same few tags.)"""
    return _BREAK.search(html) is not None
