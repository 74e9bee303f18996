"""Where the headings of a body stand in its source, as far as links lead to them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lexigraph.model import ParsedEntry
from lexigraph.parse.inline import inline_text

__all__ = ["HeadingLine", "heading_lines", "prose_lines"]

_ATX = re.compile(r"(?P<marks> {0,3}(?P<level>#{1,6})[ \t]+)(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


class HeadingLine(NamedTuple):
    """A heading that stands on a line of its own, after `#`."""

    anchor: str
    start: int
    """Offset of its text in the source of the body."""
    end: int
    text: str
    """As written."""


def heading_lines(parsed: ParsedEntry) -> Iterator[HeadingLine]:
    """The headings of the body in order; those that are underlined, or in quotes and lists, are passed over."""
    wanted = [heading for heading in parsed.headings if heading.level]
    at = 0
    for level, start, text in _lines(parsed.source.replace("\r", "\n")):
        plain = ""
        for number in range(at, len(wanted)):
            heading = wanted[number]
            if heading.level != level:
                continue
            plain = plain or inline_text(text)
            if heading.title == plain:
                yield HeadingLine(heading.anchor, start, start + len(text), text)
                at = number + 1
                break


def prose_lines(source: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each line that stands in no fenced code; lines end with LF."""
    fence = ""
    at = 0
    for line in source.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and not line.strip(" `~") else fence
        elif mark:
            fence = mark[1]
        else:
            yield at, line
        at += len(line) + 1


def _lines(source: str) -> Iterator[tuple[int, int, str]]:
    """Level, offset and text of each line that is a heading."""
    for at, line in prose_lines(source):
        if heading := _ATX.fullmatch(line):
            yield len(heading["level"]), at + heading.start("text"), heading["text"]
