"""What an entry and a question share: they are handles, seen from their graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, TypeVar, cast

from lexigraph.model import FrozenMapping
from lexigraph.parse.comments import without_html_comments

if TYPE_CHECKING:
    from typing import Self

    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Handle", "without_comments"]

T = TypeVar("T")


class _Node(Protocol):
    @property
    def id(self) -> str: ...


Node = TypeVar("Node", bound=_Node)


class Handle(Generic[Node]):
    """A node and its graph. Equal when class, id and graph are; frozen; `str()` is the title.

    A copy of a handle is the handle itself. Pickled, it takes its graph along.
    """

    __slots__ = ("_node", "graph")

    graph: ConceptGraph
    """The graph it is seen from."""
    _node: Node

    def __init__(self, graph: ConceptGraph, node: Node) -> None:
        object.__setattr__(self, "graph", graph)
        object.__setattr__(self, "_node", node)

    @property
    def id(self) -> str:
        """Unique in the graph, stable."""
        return self._node.id

    @property
    def title(self) -> str:
        """Plain text."""
        raise NotImplementedError

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed", name=name, obj=self)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed", name=name, obj=self)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[ConceptGraph, Node]]:
        return type(self), (self.graph, self._node)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, type(self))
            and self.id == other.id
            and (self.graph is other.graph or self.graph == other.graph)
        )

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.title

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"


def without_comments(value: T) -> T:
    """The value of a field without comments, wherever it holds text."""
    return cast(T, _without(value))


def _without(value: Any) -> Any:
    if isinstance(value, str):
        return without_html_comments(value)
    if isinstance(value, tuple):
        return tuple(map(_without, value))
    if isinstance(value, Mapping):
        return FrozenMapping({key: _without(item) for key, item in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _without(getattr(value, each.name)) for each in fields_of(value)})
    return value
