"""Parts of sentences that messages share: numbers, lists, and the words that are near one that was written.

Owns how they read, and how others' words are drawn on a terminal. Which entries are near a name is `query.suggest`'s
to say.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence

__all__ = ["columns_of", "counted", "harmless", "listed", "nearest", "quoted", "the_nearest"]

_NEAR = 75.0
"""Similarity in percent from which a word is worth offering."""
_JOINERS = "\u200c\u200d"
"""Zero-width joiners belong to the spelling of some scripts and of emoji."""


def counted(number: int, one: str, many: str) -> str:
    """A number with the name of what is counted: `1 entry`, `2 entries`."""
    return f"{number} {one if number == 1 else many}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`.

    Raises:
        IndexError: there are none.
    """
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(words: Iterable[str]) -> list[str]:
    """Each in the quotes of messages: `'a'`."""
    return [f"'{word}'" for word in words]


def the_nearest(near: Sequence[str]) -> str:
    """`the nearest is a`, `the nearest are a and b`."""
    return f"the nearest {'is' if len(near) == 1 else 'are'} {listed(near)}"


def nearest(word: str, known: Collection[str], limit: int = 1) -> tuple[str, ...]:
    """Those of a closed list that are near the word, nearest first, then as they are sorted; mostly none."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, sorted(known), scorer=fuzz.ratio, limit=limit, score_cutoff=_NEAR)
    return tuple(near for near, _, _ in found)


def harmless(text: str) -> str:
    """The text on one line, tabs drawn as an arrow and everything unprintable as a picture of itself.

    Nothing in it steers a terminal: no escape sequence, no line end, no change of the direction of writing.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_drawn, text))


def columns_of(text: str) -> int:
    """Columns of a terminal that harmless text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _drawn(char: str) -> str:
    if char == "\t":
        return "→"
    if char.isprintable() or char in _JOINERS:
        return char
    if ord(char) < 0x20:
        return chr(0x2400 + ord(char))
    if unicodedata.category(char) == "Zs":
        return char
    return "\u2421" if char == "\x7f" else "\ufffd"


def _columns(char: str) -> int:
    if char in _JOINERS or unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
