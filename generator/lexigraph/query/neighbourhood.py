"""How far entries are from others, in relations."""

from collections.abc import Collection, Iterable

from lexigraph.graph import Graph
from lexigraph.names import sort_key

__all__ = ["distances"]


def distances(graph: Graph, ids: Iterable[str], *, depth: int, keys: Collection[str] | None = None) -> dict[str, int]:
    """Ids of the entries within `depth` relations of one of these, themselves included → how many relations.

    Relations are walked in either direction, whichever of their two keys is among `keys`; None: all of them. Nearest
    first, then by title.

    Raises:
        ValueError: the depth is below 0.
    """
    if depth < 0:
        raise ValueError(f"depth {depth} is below 0; 0 is the entries themselves")
    types = None if keys is None else {graph.vocabulary.directions[key].type.key for key in keys}
    found: dict[str, int] = {}
    level = set(ids)
    steps = 0
    while level:
        nearest_first = sorted(level, key=lambda each: (sort_key(graph.entries[each].title), each))
        found |= dict.fromkeys(nearest_first, steps)
        steps += 1
        level = {
            view.other
            for id in (nearest_first if steps <= depth else ())
            for view in graph.relations_at.get(id, ())
            if view.other not in found and (types is None or view.relation.type.key in types)
        }
    return found
