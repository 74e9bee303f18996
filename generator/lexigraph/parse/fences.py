"""Where the front matter of a file begins and ends."""

import re
from typing import NamedTuple

__all__ = ["Fences", "front_matter_end", "front_matter_fences"]

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\n|\r|\Z)")


class Fences(NamedTuple):
    """Offsets of the front matter of one file."""

    start: int
    """Of the first character after the opening line."""
    end: int
    """Of the closing line; the length of the text when there is none."""
    body_start: int
    """Of the first character after the closing line."""
    is_closed: bool


def front_matter_fences(text: str) -> Fences | None:
    """The offsets of the front matter, or None when the text does not open with a line `---`."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Fences(opening.end(), len(text), len(text), is_closed=False)
    return Fences(opening.end(), closing.start(), closing.end(), is_closed=True)


def front_matter_end(text: str) -> int:
    """The offset at which the body begins; 0 without front matter that is closed."""
    fences = front_matter_fences(text)
    return fences.body_start if fences and fences.is_closed else 0
