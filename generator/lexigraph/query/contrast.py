"""What entries share and where they differ, by their relations."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lexigraph.graph import Graph, RelationView
from lexigraph.vocabulary import Direction

__all__ = ["CONTRASTING", "Contrast", "between", "compared", "contrast", "uncompared"]

CONTRASTING = ("contrasts_with", "alternative_to")
"""Relations that say of two entries that they are to be told apart."""

_APART = ("comparison", "question")
"""Kinds that are about the entries rather than something that the entries have in common."""
_NOT_COMPARED = ("comparison", "question", "lesson", "disambiguation")


class Contrast(NamedTuple):
    """What the entries are related to in one direction."""

    direction: Direction
    shared: tuple[str, ...]
    """Ids of what all of them are related to, in the order of the first entry's relations."""
    apart: tuple[tuple[str, ...], ...]
    """For each of the entries the ids of what not all of them are related to."""


def contrast(graph: Graph, ids: Sequence[str]) -> tuple[Contrast, ...]:
    """Direction by direction, in order of the vocabulary, where at least one of the entries has a relation.

    Relations to one another, to comparisons and to questions are left out.
    """
    related = [_related(graph, id, ids) for id in ids]
    found = []
    for key, direction in graph.vocabulary.directions.items():
        cells = [others.get(key, {}) for others in related]
        if any(cells):
            shared = tuple(id for id in cells[0] if all(id in cell for cell in cells[1:]))
            apart = tuple(tuple(id for id in cell if id not in shared) for cell in cells)
            found.append(Contrast(direction, shared, apart))
    return tuple(found)


def compared(graph: Graph, first: str, second: str) -> tuple[tuple[RelationView, ...], ...]:
    """What two entries are related to: relations that they share as the first has them, those that only the first has,
    those that only the second has. What `contrast` leaves out is left out; in order of the vocabulary."""
    found = contrast(graph, (first, second))
    shared = {(row.direction.key, id) for row in found for id in row.shared}
    apart = [{(row.direction.key, id) for row in found for id in row.apart[side]} for side in (0, 1)]

    def among(id: str, wanted: set[tuple[str, str]]) -> tuple[RelationView, ...]:
        return tuple(view for view in graph.relations_at.get(id, ()) if (view.direction.key, view.other) in wanted)

    return among(first, shared), among(first, apart[0]), among(second, apart[1])


def between(graph: Graph, ids: Sequence[str]) -> tuple[tuple[str, RelationView], ...]:
    """The relations among the entries, each once, with the id of the entry from which it is seen."""
    found: dict[tuple[str, frozenset[str]], tuple[str, RelationView]] = {}
    for id in ids:
        for view in graph.relations_at.get(id, ()):
            if view.other in ids and not view.derived:
                relation = view.relation
                ends: Iterable[str] = (relation.source, relation.target)
                key = relation.type.key if relation.type.symmetric else f"{relation.type.key} {relation.source}"
                found.setdefault((key, frozenset(ends)), (id, view))
    return tuple(found.values())


def uncompared(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Pairs that differ from or are alternatives to one another, and that no comparison compares; by title.

    Comparisons, questions, lessons and disambiguations are never one of a pair.
    """
    order = {id: place for place, id in enumerate(graph.entries)}
    compared = [
        frozenset(view.other for view in graph.views(node.id, "compares"))
        for node in graph.entries.values()
        if node.kind == "comparison"
    ]
    by_entry: dict[str, list[frozenset[str]]] = {}
    for members in compared:
        for id in members:
            by_entry.setdefault(id, []).append(members)
    pairs = set()
    for relation in graph.relations:
        ends = (relation.source, relation.target)
        if relation.type.key in CONTRASTING and not any(graph.entries[id].kind in _NOT_COMPARED for id in ends):
            first, second = sorted(ends, key=order.__getitem__)
            if not any(second in members for members in by_entry.get(first, ())):
                pairs.add((first, second))
    return tuple(sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])))


def _related(graph: Graph, id: str, sides: Sequence[str]) -> dict[str, dict[str, None]]:
    """Key of a direction → ids of what the entry is related to in it, in order."""
    found: dict[str, dict[str, None]] = {}
    for view in graph.relations_at.get(id, ()):
        if view.other not in sides and graph.entries[view.other].kind not in _APART:
            found.setdefault(view.direction.key, {})[view.other] = None
    return found
