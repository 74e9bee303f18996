"""The way out of a name that nobody has: the nearest entries, each with its id and title."""

from collections.abc import Sequence
from functools import cached_property

from lexigraph.graph import EntryNode, Graph
from lexigraph.names import fold
from lexigraph.query.suggest import NearNames

__all__ = ["DidYouMean", "listed", "said_nearest"]


class DidYouMean:
    """Near names in one graph; each name is looked for once, however many references want it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _near(self) -> NearNames:
        return NearNames(self._graph)

    def entries(self, name: str) -> tuple[EntryNode, ...]:
        """The nearest entries, nearest first; at most three."""
        folded = fold(name)
        if folded not in self._known:
            self._known[folded] = self._near.to(name)
        return tuple(self._graph.entries[id] for id in self._known[folded])

    def nearest(self, name: str, otherwise: str) -> str:
        """`the nearest is 'rag' (title Retrieval-augmented generation)`, or `otherwise` when none is near."""
        near = [f"'{entry.id}' (title {entry.title})" for entry in self.entries(name)]
        return said_nearest(near) if near else otherwise


def said_nearest(near: Sequence[str]) -> str:
    """`the nearest is …`, `the nearest are … and …`."""
    return f"the nearest {'is' if len(near) == 1 else 'are'} {listed(near)}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"
