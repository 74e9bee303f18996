"""Parts of sentences that messages share: numbers, lists, and the words that are near one that was written.

Owns how they read. Which entries are near a name is `query.suggest`'s to say.
"""

from collections.abc import Collection, Iterable, Sequence

__all__ = ["counted", "listed", "nearest", "quoted", "the_nearest"]

_NEAR = 75.0
"""Similarity in percent from which a word is worth offering."""


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
