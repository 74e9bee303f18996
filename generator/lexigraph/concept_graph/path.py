"""Paths between two entries as public values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Relation
from lexigraph.query.paths import shortest_path

if TYPE_CHECKING:
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Path", "path_between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Relations that lead from one entry to another. Its length is their number; `str` gives the sentences.

    >>> path = graph.path("RAG", "Grounding")
    >>> len(path), path.entries[-1]
    (1, Entry('grounding'))
    >>> print(path)
    Retrieval-augmented generation is a kind of Grounding
    """

    entries: Results[Entry]
    """On the way, both ends included."""
    relations: Results[Relation]
    """Each in the words of the direction in which it is walked."""

    def __len__(self) -> int:
        return len(self.relations)

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __str__(self) -> str:
        return "\n".join(relation.sentence for relation in self.relations)

    def __repr__(self) -> str:
        return f"Path({' → '.join(entry.id for entry in self.entries)})"

    def _repr_html_(self) -> str:
        from lexigraph.concept_graph.results.display import path_html

        return path_html(self)


def path_between(graph: ConceptGraph, source: Entry, target: Entry, keys: Iterable[str] | None) -> Path | None:
    """The shortest path of relations with these keys (see `query.paths`); None when nothing connects the two."""
    views = shortest_path(graph.linked, source.id, target.id, relations=keys)
    if views is None:
        return None
    entries = [source, *(graph.entry(view.other) for view in views)]
    found = (Relation.of(start, view) for start, view in zip(entries, views, strict=False))
    return Path(entries=Results(entries), relations=Results(found, of=Relation))
