"""What an entry and a question share: they are handles, seen from their graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Handle"]


class _Node(Protocol):
    @property
    def id(self) -> str: ...


Node = TypeVar("Node", bound=_Node)


class Handle(Generic[Node]):
    """A node and its graph. Equal when class, id and graph are the same; `str()` is the title."""

    __slots__ = ("_node", "graph")

    def __init__(self, graph: ConceptGraph, node: Node) -> None:
        self.graph = graph
        self._node = node

    @property
    def id(self) -> str:
        """Unique in the graph, stable."""
        return self._node.id

    @property
    def title(self) -> str:
        """Plain text."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.id == other.id and self.graph is other.graph

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.title

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"
