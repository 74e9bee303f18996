"""How wide text is when it is drawn, estimated: a picture made at build time knows no font."""

import unicodedata
from functools import lru_cache

__all__ = ["lines_of", "shortened", "width"]

_NARROW, _WIDE, _CAPITAL, _LETTER = 0.28, 0.82, 0.62, 0.51
_FULL, _UNKNOWN = 1.0, 0.62
_WIDTHS = (
    dict.fromkeys("fijlrtI.,:;'!|()[] -", _NARROW)
    | dict.fromkeys("mwMW@%—…", _WIDE)
    | {chr(code): _CAPITAL for code in range(ord("A"), ord("Z") + 1) if chr(code) not in "IMW"}
)
"""Widths of Latin characters in Source Sans 3, in em, rounded up; what is not here and below U+0250 is a letter."""

_LATIN_ENDS = 0x250
_LONGEST = 400
"""Characters that are looked at: no picture shows more."""


def _width_of(char: str) -> float:
    if (known := _WIDTHS.get(char)) is not None:
        return known
    if ord(char) < _LATIN_ENDS:
        return _LETTER
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0.0
    return _FULL if unicodedata.east_asian_width(char) in ("W", "F") else _UNKNOWN


def width(text: str) -> float:
    """The width in em, a little more rather than less."""
    return sum(map(_width_of, text))


@lru_cache(maxsize=65536)
def shortened(text: str, most: float) -> tuple[str, float]:
    """The text, cut with an ellipsis where it is wider than `most` em, and the width of what is left."""
    room = most - _WIDTHS["…"]
    used = fits = 0.0
    end = 0
    for place, char in enumerate(text[:_LONGEST]):
        used += _width_of(char)
        if used <= room:
            end, fits = place + 1, used
        if used > most:
            return f"{text[:end].rstrip()}…", fits + _WIDTHS["…"]
    return text, used


def lines_of(text: str, most: float, count: int) -> list[str]:
    """The text broken at spaces, where there are none at any character, into at most `count` lines of `most` em.

    What does not fit is cut with an ellipsis.
    """
    lines: list[str] = []
    rest = " ".join(text[:_LONGEST].split())
    while rest and len(lines) < count - 1:
        end = _break(rest, most)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*lines, shortened(rest, most)[0]] if rest else lines


def _break(text: str, most: float) -> int:
    """Where the first line of the text ends."""
    used, last_space = 0.0, 0
    for place, char in enumerate(text):
        used += _width_of(char)
        if used > most:
            return last_space or max(1, place)
        if char in " -–/":
            last_space = place + 1
    return len(text)
