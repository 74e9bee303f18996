"""What stands above and below an entry, by relations that the caller names."""

from collections.abc import Collection

from lexigraph.graph import Graph
from lexigraph.names import sort_key

__all__ = ["ancestors", "descendants", "lowest_common_ancestors"]


def ancestors(graph: Graph, id: str, keys: Collection[str]) -> tuple[str, ...]:
    """Ids of what is reached by following these directions (`broader`, `part_of`, `uses`), one after another.

    Nearest first, then by title. The entry itself is never among them, also when it stands in a circle.
    """
    found = {id: 0}
    level = [id]
    while level:
        above = {
            view.other
            for each in level
            for view in graph.relations_at.get(each, ())
            if view.direction.key in keys and view.other not in found
        }
        level = _by_title(graph, above)
        found |= dict.fromkeys(level, 0)
    return tuple(found)[1:]


def descendants(graph: Graph, id: str, keys: Collection[str]) -> tuple[str, ...]:
    """Ids of the entries of which it is an ancestor, nearest first, then by title."""
    return ancestors(graph, id, {graph.vocabulary.directions[key].opposite for key in keys})


def lowest_common_ancestors(graph: Graph, first: str, second: str, keys: Collection[str]) -> tuple[str, ...]:
    """Ids of the ancestors of both that stand above no other ancestor of both, by title.

    An entry is no ancestor of itself, here as elsewhere: for an entry and its own parent it is the parent's parents.
    Ancestors that stand above one another in a circle are equally low.
    """
    common = {*ancestors(graph, first, keys)} & {*ancestors(graph, second, keys)}
    if len(common) < 2:
        return tuple(common)
    import networkx  # 75 ms

    network: networkx.DiGraph[str] = networkx.DiGraph()
    for id in (first, second, *common):
        network.add_edges_from((id, view.other) for view in graph.relations_at[id] if view.direction.key in keys)
    circles = networkx.condensation(network)
    lowest: set[str] = set()
    beyond: set[int] = set()
    for number in networkx.topological_sort(circles):
        here = common & circles.nodes[number]["members"]
        if number not in beyond:
            lowest |= here
        if here or number in beyond:
            beyond.update(circles.successors(number))
    return tuple(_by_title(graph, lowest))


def _by_title(graph: Graph, ids: Collection[str]) -> list[str]:
    return sorted(ids, key=lambda each: (sort_key(graph.entries[each].title), each))
