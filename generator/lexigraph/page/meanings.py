"""Names that may mean several entries: what a disambiguation offers, and the names that need one."""

from collections.abc import Iterable, Mapping

from lexigraph.graph import Graph
from lexigraph.names import fold
from lexigraph.query.meanings import meanings

__all__ = ["ambiguous_names", "meanings"]


def ambiguous_names(graph: Graph) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Folded name → the name as the first of its entries writes it, and the ids of all of them; by folded name.

    Only names that resolve to several entries, none of which is a disambiguation, and which no disambiguation
    offers together.
    """
    written = [frozenset(meanings(graph, node.id)) for node in graph.entries.values() if node.kind == "disambiguation"]
    names = graph.names
    claimed = {**{name: ids for name, ids in names.aliases.items() if name not in names.folded}, **names.folded}
    found = {}
    for name, ids in sorted(claimed.items()):
        members = tuple(id for id in ids if id in graph.entries)
        is_written = any(graph.entries[id].kind == "disambiguation" for id in members)
        if len(members) > 1 and not is_written and not any(offered.issuperset(members) for offered in written):
            found[name] = (_as_written(graph, members, name), members)
    return found


def _as_written(graph: Graph, ids: Iterable[str], folded: str) -> str:
    for id in ids:
        for name in graph.entries[id].names:
            if fold(name) == folded:
                return name
    return folded
