"""What a reader typed, taken apart: filters, the whole text, the words that carry it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lexigraph.query.search.folding import plain, singular, words
from lexigraph.query.search.languages import Language

__all__ = ["LONGEST", "MOST_WORDS", "Query", "Word", "parser"]

LONGEST = 200
"""Code points of a query that are read."""
MOST_WORDS = 12
_SPACES = re.compile("[ \t\n\r\u00a0\u3000]+")
_FILTER = re.compile("(kind|topic|is):(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query."""

    raw: str
    """Plain, as typed."""
    singular: str
    is_last: bool
    """True for the word under the cursor, which may be unfinished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query, folded."""

    kinds: tuple[str, ...]
    """Plain starts of the names of kinds; a document has one of them. Empty: any."""
    topics: tuple[str, ...]
    states: tuple[str, ...]
    """Plain starts of `question` or a status; a document has all of them."""
    forms: tuple[str, ...]
    """The plain text, and without the phrase of a question where it has one; none for an empty query."""
    words: tuple[Word, ...]
    """Those of the last form, without words too common to look for."""


def parser(language: Language) -> Callable[[str], Query]:
    """A function that takes a query apart with the phrases of the language."""
    before, after, beside = _phrases(language.before), _phrases(language.after), _phrases(language.beside)
    articles = frozenset(plain(word) for word in language.articles)
    stop = frozenset(plain(word) for word in language.stop)

    def stripped(parts: list[str]) -> list[str]:
        """The words of a query without the phrase of a question, when something is left."""
        start = next((len(phrase) for phrase in before if _begins(parts, phrase)), 0)
        parts, was_question = parts[start:], start > 0
        while len(parts) > 1 and parts[0] in articles:
            parts = parts[1:]
        end = next((len(it) for it in (*beside, *(after if was_question else ())) if _ends(parts, it)), 0)
        return parts[: len(parts) - end]

    def parse(query: str) -> Query:
        filters: dict[str, list[str]] = {"kind": [], "topic": [], "is": []}
        rest = []
        for part in _SPACES.split(query[:LONGEST]):
            if found := _FILTER.fullmatch(part):
                if value := plain(found[2]):
                    filters[found[1].lower()].append(value)
            elif part:
                rest.append(part)
        full = plain(" ".join(rest))
        short = " ".join(stripped(full.split(" ")))
        return Query(
            kinds=tuple(filters["kind"]), topics=tuple(filters["topic"]), states=tuple(filters["is"]),
            forms=tuple(dict.fromkeys((full, short))) if full else (), words=_words(short, stop),
        )  # fmt: skip

    return parse


def _words(short: str, stop: frozenset[str]) -> tuple[Word, ...]:
    all_words = words(short)[:MOST_WORDS]
    last = len(all_words) - 1
    found = [Word(raw, singular(raw), number == last) for number, raw in enumerate(all_words)]
    return tuple(word for word in found if word.raw not in stop) or tuple(found)


def _phrases(written: tuple[str, ...]) -> tuple[list[str], ...]:
    """The phrases as lists of plain words, longest first."""
    return tuple(sorted((plain(phrase).split(" ") for phrase in written), key=lambda phrase: -len(phrase)))


def _begins(parts: list[str], phrase: list[str]) -> bool:
    return len(parts) > len(phrase) and parts[: len(phrase)] == phrase


def _ends(parts: list[str], phrase: list[str]) -> bool:
    return len(parts) > len(phrase) and parts[-len(phrase) :] == phrase
