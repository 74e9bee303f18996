"""Names that are referenced and have no entry yet, as public values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Place
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph import graph as linked
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Reference", "Wanted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference to a wanted name.

    >>> lexigraph.load("notes").wanted()[0].references[0].sentence
    'T5 does both.'
    """

    source: Entry | None
    """None when it stands on a page that is no entry."""
    label: str
    """The name or path as written."""
    sentence: str
    """The sentence it stands in, plain; of a relation its words and note."""
    place: Place
    """Where it is written."""

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Unresolved) -> Reference:
        """The reference from an entry of the graph."""
        return cls(
            source=graph.entry(item.source) if item.source else None, label=item.name, sentence=item.sentence,
            place=Place.of(item.path, item.span),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A name that is referenced and has no entry yet.

    >>> lexigraph.load("notes").wanted()[0]
    Wanted('T5', 1 reference)
    """

    name: str
    """As first written, by path and place."""
    references: Results[Reference]
    """By path and place."""
    suggestions: Results[Entry]
    """Nearest entries, at most three."""

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Wanted, near: Iterable[str]) -> Wanted:
        """The name, with the entries of those ids as suggestions."""
        from lexigraph.concept_graph.entry import Entry

        return cls(
            name=item.name,
            references=Results((Reference.of(graph, each) for each in item.references), of=Reference),
            suggestions=Results((graph.entry(id) for id in near), of=Entry),
        )

    def __repr__(self) -> str:
        return f"Wanted({self.name!r}, {counted(len(self.references), 'reference', 'references')})"
