"""Which entries the links of a graph join, without the links themselves: there are many, and a rule asks only who."""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph

__all__ = ["linked_from", "linked_pairs"]


def linked_from(graph: Graph, entry: EntryNode) -> set[str]:
    """Ids of the other entries to which links in the body of the entry lead."""
    others = {place.entry for place in graph.resolved.get(entry.path, ()) if place is not None}
    return others - {"", entry.id}


def linked_pairs(graph: Graph) -> Iterator[tuple[str, str]]:
    """Source and target of the links, each pair once."""
    for entry in graph.entries.values():
        for other in linked_from(graph, entry):
            yield entry.id, other
