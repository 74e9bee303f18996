"""The edges of the map: relations, links in texts where there are few enough, and what asks for wanted names."""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import RelationItem

__all__ = ["Edges", "edges_of"]

Edges = set[tuple[int, int, str]]
"""Number of the source, number of the target, key of the relation's type; an empty key for a link."""

_MOST = 50_000
"""Edges up to which links count among them: above, they would be most of what a reader loads."""


def edges_of(graph: Graph) -> Edges:
    """Edges between entries, numbered by title, and wanted names, numbered after them; each once."""
    number = {id: place for place, id in enumerate(graph.entries)}
    edges = {(number[source], number[target], key) for source, target, key in _relations(graph)}
    related = {frozenset(edge[:2]) for edge in edges}
    links = {(number[source], number[target]) for source, targets in graph.linked.items() for target in targets}
    loose = {pair for pair in links if frozenset(pair) not in related}
    if len(edges) + len(loose) <= _MOST:
        edges.update((source, target, "") for source, target in loose)
    edges.update(_wanted(graph, number))
    return edges


def _relations(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Each relation in the direction of its type; a symmetric one from the first of the two ids."""
    for id, views in graph.relations_at.items():
        for view in views:
            direction = view.direction
            if direction.type.symmetric:
                yield min(id, view.other), max(id, view.other), direction.type.key
            elif not direction.inverted:
                yield id, view.other, direction.type.key


def _wanted(graph: Graph, number: dict[str, int]) -> Iterator[tuple[int, int, str]]:
    for place, wanted in enumerate(graph.wanted, len(number)):
        for item in wanted.references:
            if item.source not in number:
                continue
            source, written = number[item.source], item.written
            key = (written.key or "related") if isinstance(written, RelationItem) else ""
            direction = graph.vocabulary.directions.get(key)
            if direction is None:
                yield source, place, ""
            elif direction.inverted:
                yield place, source, direction.type.key
            else:
                yield source, place, direction.type.key
