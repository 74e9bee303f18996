"""What a body is made of while it is written, and how that becomes finished segments.

Beside the finished `Html`, `Text` and `Ref` there are tags of our own that enclose other parts (`str`), and
raw HTML as its author wrote it (`Raw`). As long as there is no `Raw`, finishing is joining.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lexigraph.model import Html, Ref, Segment, Text
from lexigraph.parse.positions import Places

__all__ = ["BIDIRECTIONAL", "Part", "Raw", "Renumbering", "escaped", "has_raw", "joined"]


class Raw(NamedTuple):
    """Raw HTML as written: tags, or a whole block with text between its tags."""

    text: str
    places: Places
    """Of the content that it is part of."""
    start: int
    """Where it begins in that content."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range in the body's text of `text[start:end]`."""
        first = self.places.offset(self.start + start)
        last = self.places.offset(self.start + max(end - 1, start)) + 1
        return first, max(last, first)


BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]+")
"""Characters that show a text in another order than it has; they may be written as entities."""

Part = str | Html | Text | Ref | Raw


def escaped(text: str) -> str:
    """The text for between tags; quotation marks stay."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def has_raw(parts: Iterable[Part]) -> bool:
    """True when some part is raw HTML."""
    return Raw in map(type, parts)


def joined(parts: Sequence[Part]) -> tuple[Segment, ...]:
    """The segments of parts without raw HTML: what is finished HTML is joined where it meets."""
    if len(parts) == 1 and isinstance(parts[0], Text):
        return (parts[0],)
    found: list[Segment] = []
    finished: list[str] = []
    for part in parts:
        if isinstance(part, str):
            finished.append(part)
        elif isinstance(part, Html):
            finished.append(part.text)
        elif not isinstance(part, Raw):
            if finished:
                found.append(Html("".join(finished)))
                finished.clear()
            found.append(part)
    if finished:
        found.append(Html("".join(finished)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Gives references other numbers."""

    numbers: Mapping[int, int]
    """Old → new; what is not in it is dropped."""

    def __call__(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """The segments with the new numbers."""
        return tuple(
            Ref(self.numbers[part.number], self(part.label)) if isinstance(part, Ref) else part
            for part in segments
            if not isinstance(part, Ref) or part.number in self.numbers
        )
