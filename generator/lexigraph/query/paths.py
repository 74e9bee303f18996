"""How two entries are connected: shortest paths of relations, and what both are related to.

The page "How are two related?" answers the same in the browser from the published graph (assets/js/path-search.js);
tests hold the two to one another.
"""

from collections import deque
from collections.abc import Iterable, Mapping

from lexigraph.graph import Graph, RelationView
from lexigraph.names import sort_key

__all__ = ["ENDS", "related_to_both", "shortest_path"]

ENDS = frozenset({"comparison", "lesson", "question", "disambiguation"})
"""Kinds whose entries are ends of a path, never steps: they are about things, and would join everything."""


def shortest_path(
    graph: Graph, source: str, target: str, *, relations: Iterable[str] | None = None
) -> tuple[RelationView, ...] | None:
    """The relations from one entry (id) to the other, each seen from where it is walked; None without a path.

    Relations are walked in either direction; `relations` are keys of directions, of which either one allows both.
    Of several paths: the fewest relations, then those earliest in the vocabulary (compared from the first to the
    last), then the ids on the way in the same manner.
    """
    types = None if relations is None else {graph.vocabulary.directions[key].type.key for key in relations}
    distances = _distances(graph, target, source, types)
    if source not in distances:
        return None
    ranks = {key: rank for rank, key in enumerate(graph.vocabulary.directions)}
    layers = _best_layers(graph, source, distances, ranks, types)
    return _first_by_id(source, layers)


def related_to_both(graph: Graph, first: str, second: str) -> tuple[str, ...]:
    """Ids of the entries to which both have a relation, most relations first, then by title; without the two."""
    at = graph.relations_at
    one = {view.other for view in at.get(first, ())}
    both = one & {view.other for view in at.get(second, ())} - {first, second}
    entries = graph.entries
    return tuple(sorted(both, key=lambda other: (-len(at.get(other, ())), sort_key(entries[other].title), other)))


def _distances(graph: Graph, start: str, end: str, types: set[str] | None) -> dict[str, int]:
    """How many relations each entry is away from `start`, as far as `end` is."""
    distances = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if end in distances and distances[here] >= distances[end]:
            break
        if here != start and graph.entries[here].kind in ENDS:
            continue
        for view in _views(graph, here, types):
            if view.other not in distances:
                distances[view.other] = distances[here] + 1
                waiting.append(view.other)
    return distances


def _views(graph: Graph, id: str, types: set[str] | None) -> Iterable[RelationView]:
    views = graph.relations_at.get(id, ())
    return views if types is None else [view for view in views if view.relation.type.key in types]


def _best_layers(
    graph: Graph, source: str, distances: Mapping[str, int], ranks: Mapping[str, int], types: set[str] | None
) -> list[dict[str, list[RelationView]]]:
    """For each step the entries from which it may start, and the relations it may take: those of the best ranks."""
    layers = []
    here = [source]
    for left in range(distances[source], 0, -1):
        found = {
            id: [
                view
                for view in _views(graph, id, types)
                if distances.get(view.other) == left - 1 and (left == 1 or graph.entries[view.other].kind not in ENDS)
            ]
            for id in here
        }
        best = min(ranks[view.direction.key] for views in found.values() for view in views)
        layer = {
            id: kept
            for id, views in found.items()
            if (kept := [view for view in views if ranks[view.direction.key] == best])
        }
        layers.append(layer)
        here = sorted({view.other for views in layer.values() for view in views})
    return layers


def _first_by_id(source: str, layers: list[dict[str, list[RelationView]]]) -> tuple[RelationView, ...]:
    """The path through the layers whose ids come first."""
    for layer, following in zip(reversed(layers[:-1]), reversed(layers[1:]), strict=True):
        for id, views in layer.items():
            layer[id] = [view for view in views if following.get(view.other)]
    path = []
    here = source
    for layer in layers:
        step = min(layer[here], key=lambda view: view.other)
        path.append(step)
        here = step.other
    return tuple(path)
