"""Where the front matter of a file begins and ends."""

import re
from typing import NamedTuple

__all__ = ["Fences", "front_matter_end", "front_matter_fences"]

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")


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
    opening = _FENCE.match(text)
    if opening is None:
        return None
    at = opening.end()
    while at >= 0:
        if text[at - 1 : at] in ("\n", "\r") and (closing := _FENCE.match(text, at)):
            return Fences(opening.end(), at, closing.end(), is_closed=True)
        at = text.find("---", at + 1)
    return Fences(opening.end(), len(text), len(text), is_closed=False)


def front_matter_end(text: str) -> int:
    """The offset at which the body begins; 0 without front matter that is closed."""
    fences = front_matter_fences(text)
    return fences.body_start if fences and fences.is_closed else 0
