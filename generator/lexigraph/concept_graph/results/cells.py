"""What a table shows people of each class of values: names of columns, and the cells of a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from lexigraph.concept_graph.diagnostic import Diagnostic
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.hit import Hit
    from lexigraph.concept_graph.question import Question
    from lexigraph.concept_graph.values import Backlink, Link, Mention, Relation
    from lexigraph.concept_graph.walking import Similar
    from lexigraph.concept_graph.wanted import Reference, Wanted
    from lexigraph.model import Change

__all__ = ["Cell", "Cells", "Titled", "cells_of"]


class Titled(Protocol):
    """What is shown by its title, and is a link where its address is known: an entry, a question, a hit."""

    @property
    def title(self) -> str:
        """Plain text."""

    @property
    def url(self) -> str:
        """Of its page; empty when it has none."""


Cell: TypeAlias = tuple[str | Titled, ...]
"""Texts and things with titles, one after the other."""


class Cells(NamedTuple):
    """A row of a table."""

    headings: tuple[str, ...]
    cells: tuple[Cell, ...]


def cells_of(value: Any) -> Cells:
    """What is shown of the value; of a class that the table does not know, the value as text."""
    shown = _CELLS.get(type(value).__name__)
    if shown is None:
        return Cells(("value",), ((str(value),),))
    headings, row = shown
    return Cells(headings, row(value))


def _entry(entry: Entry) -> tuple[Cell, ...]:
    return (entry.kind,), (entry,), (entry.definition,)


def _question(question: Question) -> tuple[Cell, ...]:
    return (question.status,), (question,), _joined(*question.about)


def _relation(relation: Relation) -> tuple[Cell, ...]:
    return (relation.source, f" {relation.words} ", relation.target), (relation.note,)


def _link(link: Link) -> tuple[Cell, ...]:
    return (link.source,), (link.target,), (link.sentence,)


def _backlink(link: Backlink) -> tuple[Cell, ...]:
    return (link.source,), (link.heading,), (link.sentence,)


def _mention(mention: Mention) -> tuple[Cell, ...]:
    return (mention.source,), (mention.target,), (mention.sentence,)


def _wanted(wanted: Wanted) -> tuple[Cell, ...]:
    first = wanted.references[0].sentence if wanted.references else ""
    return (str(len(wanted.references)),), (wanted.name,), (first,), _joined(*wanted.suggestions)


def _reference(item: Reference) -> tuple[Cell, ...]:
    return (item.source if item.source is not None else str(item.place.path),), (item.label,), (item.sentence,)


def _hit(hit: Hit) -> tuple[Cell, ...]:
    found = hit.entry if hit.entry is not None else hit.question
    kind = hit.entry.kind if hit.entry is not None else "question"
    return (str(hit.rank),), (kind,), (found if found is not None else "",), (hit.match,), (hit.matched,)


def _similar(similar: Similar) -> tuple[Cell, ...]:
    return (f"{similar.score:.2f}",), (similar.entry,), ("; ".join(similar.because),)


def _diagnostic(found: Diagnostic) -> tuple[Cell, ...]:
    return (f"{found.path}:{found.line}",), (f"{found.severity}[{found.code}]",), (found.message,)


def _change(change: Change) -> tuple[Cell, ...]:
    return (change.risk,), (change.kind,), (change.title or change.subject,), (change.before,), (change.after,)


def _joined(*things: Titled) -> Cell:
    parts: list[str | Titled] = []
    for thing in things:
        parts += [*([", "] if parts else []), thing]
    return tuple(parts)


_CELLS: Mapping[str, tuple[tuple[str, ...], Callable[[Any], tuple[Cell, ...]]]] = MappingProxyType(
    {
        "Entry": (("kind", "title", "definition"), _entry),
        "Question": (("status", "question", "about"), _question),
        "Relation": (("relation", "note"), _relation),
        "Link": (("from", "to", "sentence"), _link),
        "Backlink": (("from", "section", "sentence"), _backlink),
        "Mention": (("in", "of", "sentence"), _mention),
        "Wanted": (("references", "name", "such as", "nearest"), _wanted),
        "Reference": (("from", "as", "sentence"), _reference),
        "Hit": (("rank", "kind", "title", "match", "matched"), _hit),
        "Similar": (("score", "title", "because"), _similar),
        "Diagnostic": (("place", "severity", "message"), _diagnostic),
        "Change": (("risk", "change", "of", "before", "after"), _change),
    }
)
"""Name of a class → the names of its columns, and their cells."""
