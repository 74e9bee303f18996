"""The prose of an area as one string, so that the sentence round a mention can be cut out of it."""

import html
import re
from collections.abc import Iterator

from lexigraph.model import Html, ParsedEntry, Segment, Text, plain_text
from lexigraph.parse.sentences import sentence_around

__all__ = ["runs_of", "sentence_in"]

_BLOCK_TAG = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|tr|td|th|table|thead|tbody|div|blockquote|pre|hr|h[1-6])\b")
_TAG = re.compile(r"<[^>]*>")
_BREAK = "\x1e"


def runs_of(entry: ParsedEntry) -> Iterator[tuple[str, tuple[tuple[Segment, ...], ...]]]:
    """The entry's areas, each with its blocks."""
    for name, segments in entry.areas():
        kind, _, number = name.partition("/")
        if kind == "section":
            yield name, tuple(block.segments for block in entry.body.sections[int(number)].blocks)
        else:
            yield name, (segments,)


def sentence_in(segments: tuple[Segment, ...], wanted: Text, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence round `wanted.raw[start:end]` in its block, and where those characters stand in it."""
    parts: list[str] = []
    length = at = 0
    for segment in segments:
        if segment is wanted:
            at = length
        part = _prose(segment)
        parts.append(part)
        length += len(part)
    whole = "".join(parts)
    first = whole.rfind(_BREAK, 0, at + start) + 1
    last = whole.find(_BREAK, at + end)
    run = whole[first : last if last >= 0 else len(whole)]
    return sentence_around(run, at + start - first, at + end - first)


def _prose(segment: Segment) -> str:
    if type(segment) is Html:
        if _BLOCK_TAG.search(segment.text):
            return _BREAK
        return html.unescape(_TAG.sub("", segment.text))
    return plain_text((segment,))
