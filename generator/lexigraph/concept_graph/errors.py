"""What a caller may have asked wrongly. Problems in content are diagnostics, never exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lexigraph.model import (
    CannotChange,
    CannotLoad,
    FileChanged,
    LexigraphError,
    MissingExtra,
    ReadOnlyGraph,
    UnknownRule,
    UnsupportedSchema,
)
from lexigraph.wording import counted, nearest

if TYPE_CHECKING:
    from lexigraph.concept_graph.wanted import Reference

__all__ = [
    "AmbiguousName", "CannotChange", "CannotLoad", "FileChanged", "LexigraphError", "MissingExtra", "ReadOnlyGraph",
    "UnknownEntry", "UnknownFormat", "UnknownRelation", "UnknownRule", "UnsupportedSchema",
]  # fmt: skip

_AT_MOST = 3
"""Suggestions for one word."""


class UnknownEntry(LexigraphError, KeyError):
    """No entry has the name, or no question the id.

    >>> graph["embeding"]
    Traceback (most recent call last):
        ...
    lexigraph.concept_graph.errors.UnknownEntry: no entry 'embeding'; nearest: embedding
    """

    def __init__(
        self, name: str, suggestions: tuple[str, ...] = (), *, what: str = "entry", references: Sequence[Reference] = ()
    ) -> None:
        self.name = name
        """As asked for."""
        self.suggestions = suggestions
        """Ids of the nearest entries or questions, at most three."""
        self.references: tuple[Reference, ...] = tuple(references)
        """Who refers to it, when the name is wanted; by path and place."""
        wanted = f"; wanted in {counted(len(self.references), 'place', 'places')}" if self.references else ""
        super().__init__(f"no {what} {name!r}{wanted}{_nearest(suggestions)}")

    def __str__(self) -> str:
        return str(self.args[0])


class AmbiguousName(LexigraphError, KeyError):
    """Several entries have the name."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        self.name = name
        """As asked for."""
        self.candidates = candidates
        """Ids, by path of the file."""
        super().__init__(f"{name!r} may mean {len(candidates)} entries: {', '.join(candidates)}")

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownRelation(LexigraphError, ValueError):
    """The vocabulary has no relation with the key.

    >>> graph["RAG"].relations("usess")
    Traceback (most recent call last):
        ...
    lexigraph.concept_graph.errors.UnknownRelation: no relation 'usess'; nearest: uses
    """

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        self.word = word
        """As asked for."""
        self.known = known
        """Keys of all relations, inverses too, in order of the vocabulary."""
        self.suggestions = nearest(word, known, _AT_MOST)
        """Keys of the nearest, at most three, nearest first."""
        super().__init__(f"no relation {word!r}{_nearest(self.suggestions) or _known('relations', known)}")


class UnknownFormat(LexigraphError, ValueError):
    """There is no export format of that name."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        self.word = word
        """As asked for."""
        self.known = known
        """Names of all formats, in order of the manual."""
        self.suggestions = nearest(word, known, _AT_MOST)
        """Names of the nearest, at most three, nearest first."""
        super().__init__(f"no format {word!r}{_nearest(self.suggestions) or _known('formats', known)}")


def _nearest(suggestions: Sequence[str]) -> str:
    return f"; nearest: {', '.join(suggestions)}" if suggestions else ""


def _known(what: str, words: Sequence[str]) -> str:
    return f"; {what} are {', '.join(words)}"
