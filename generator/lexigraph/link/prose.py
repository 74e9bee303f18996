"""The prose of an area as one string, so that the sentence round a mention can be cut out of it."""

import html
import re
from collections.abc import Iterator

from lexigraph.model import Html, ParsedEntry, Segment, Text, plain_text
from lexigraph.parse.sentences import sentence_around

__all__ = ["Prose", "runs_of"]

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


class Prose:
    """The prose of a block as one string, made once for all that is looked up in it."""

    def __init__(self, block: tuple[Segment, ...]) -> None:
        parts: list[str] = []
        self._starts: dict[int, int] = {}
        length = 0
        for segment in block:
            self._starts[id(segment)] = length
            part = _prose(segment)
            parts.append(part)
            length += len(part)
        self._whole = "".join(parts)

    def sentence(self, text: Text, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """The sentence round `text.raw[start:end]`, a `Text` of the block, and where those characters stand in it."""
        whole = self._whole
        start, end = (self._starts[id(text)] + offset for offset in (start, end))
        first = whole.rfind(_BREAK, 0, start) + 1
        last = whole.find(_BREAK, end)
        run = whole[first : last if last >= 0 else len(whole)]
        return sentence_around(run, start - first, end - first)


def _prose(segment: Segment) -> str:
    if type(segment) is Html:
        if _BLOCK_TAG.search(segment.text):
            return _BREAK
        return html.unescape(_TAG.sub("", segment.text))
    return plain_text((segment,))
