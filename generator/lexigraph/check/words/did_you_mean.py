"""The way out of a name that nobody has: the nearest entries, each with its id and title."""

from functools import cached_property

from lexigraph.graph import EntryNode, Graph
from lexigraph.names import fold
from lexigraph.query.suggest import NearNames
from lexigraph.wording import the_nearest

__all__ = ["DidYouMean"]


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
        return the_nearest(near) if near else otherwise
