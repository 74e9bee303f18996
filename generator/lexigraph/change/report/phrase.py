"""Sentences made of our words and of what others wrote, so that each format shows the second as text only."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Part", "Phrase", "code", "cut", "listed", "name", "phrase", "plain", "said"]

_LONGEST_NAME = 80
"""Characters of a name that are shown."""
_SPACE = re.compile(r"\s+")
_KEPT_FORMATS = "\u200c\u200d"
"""Joiners that some scripts and emoji need; other characters without a shape of their own are left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence."""

    text: str
    """One line, without control characters."""
    style: str = ""
    """`name`: of an entry; `said`: an author's own words; `code`: an id or path; empty: ours, in which words of the
    scheme and paths may stand."""


Phrase = tuple[Part, ...]


def phrase(*parts: str | Part | Phrase) -> Phrase:
    """One phrase of parts and phrases; a bare text is our own words."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, tuple):
            found += part
        else:
            found.append(Part(_on_one_line(part)) if isinstance(part, str) else part)
    return tuple(part for part in found if part.text)


def name(text: str) -> Part:
    """What readers call an entry."""
    return Part(cut(text, _LONGEST_NAME) or "?", "name")


def said(text: str, longest: int = 160) -> Part:
    """What an author wrote, cut where it is longer."""
    return Part(cut(text, longest) or "…", "said")


def code(text: str) -> Part:
    """An id, a path, a key."""
    return Part(cut(text, _LONGEST_NAME) or "?", "code")


def cut(text: str, longest: int) -> str:
    """The text on one line, without characters that have no shape, cut at a word where it is longer."""
    text = _on_one_line(text[: longest * 20]).strip()
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    words = head.rsplit(" ", 1)[0]
    return f"{(words if len(words) > longest // 2 else head).rstrip()}…"


def _on_one_line(text: str) -> str:
    return "".join(char for char in _SPACE.sub(" ", text) if char == " " or _is_shown(char))


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn") or char in _KEPT_FORMATS


def listed(parts: Sequence[Part], most: int = 5) -> Phrase:
    """`A`, `A and B`, `A, B, C and 4 more`: at least two are left out, or none."""
    shown = list(parts) if len(parts) <= most + 1 else list(parts[:most])
    left = len(parts) - len(shown)
    tail = [Part(f"{left} more")] if left else []
    every = [*shown, *tail]
    found: list[Part] = []
    for number, part in enumerate(every):
        if number:
            found.append(Part(" and " if number == len(every) - 1 else ", "))
        found.append(part)
    return tuple(found)


def plain(parts: Iterable[Part]) -> str:
    """The phrase as text, without marks."""
    return "".join(part.text for part in parts)
