"""What is said of a name that no entry has: which are nearest, and who wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexigraph.concept_graph.errors import UnknownEntry
from lexigraph.concept_graph.wanted import Reference
from lexigraph.names import fold

if TYPE_CHECKING:
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["unknown_entry"]


def unknown_entry(graph: ConceptGraph, name: str) -> UnknownEntry:
    """The error, with what may help: the nearest entries, and the references when the name is wanted."""
    from lexigraph.query.suggest import suggestions

    wanted = next((item for item in graph.linked.wanted if fold(item.name) == fold(name)), None)
    references = [Reference.of(graph, item) for item in wanted.references] if wanted is not None else ()
    return UnknownEntry(name, suggestions(graph.linked, name), references=references)
