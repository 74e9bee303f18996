"""The way out of a name that nobody has: the nearest entries, each with its id and title."""

from collections.abc import Sequence

from lexigraph.graph import Graph
from lexigraph.query.suggest import suggestions

__all__ = ["listed", "nearest"]


def nearest(graph: Graph, name: str, otherwise: str) -> str:
    """`the nearest is 'rag' (title Retrieval-augmented generation)`, or `otherwise` when none is near."""
    near = [f"'{id}' (title {graph.entries[id].title})" for id in suggestions(graph, name)]
    if not near:
        return otherwise
    return f"the nearest {'is' if len(near) == 1 else 'are'} {listed(near)}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"
