"""YAML as a small tree with places, in which every scalar is the text that the author typed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

__all__ = ["Listing", "Mapping", "Node", "Pair", "Path", "Scalar", "changed", "keys_of", "node_at", "plain"]


class Scalar(NamedTuple):
    """A text."""

    value: str
    start: int
    """Offset in the file of the token as written, quotes included."""
    end: int
    style: str
    """`'`, `"`, `|` or `>` as written; empty without quotes."""


class Listing(NamedTuple):
    """A sequence."""

    items: "tuple[Node, ...]"
    start: int
    end: int
    is_flow: bool
    """True for `[a, b]`, False for lines with `- `."""


class Pair(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """A mapping in the order written; no two of its pairs have one key."""

    pairs: tuple[Pair, ...]
    start: int
    end: int
    is_flow: bool
    """True for `{a: b}`, False for lines."""


Node: TypeAlias = Scalar | Listing | Mapping

Path: TypeAlias = tuple[str | int, ...]
"""Keys and 0-based indexes that lead to a node."""


def plain(node: Node) -> object:
    """The node as texts, lists and dicts."""
    if type(node) is Scalar:
        return node.value
    if type(node) is Listing:
        return [plain(item) for item in node.items]
    assert type(node) is Mapping  # noqa: S101 -- narrows the union for mypy
    return {pair.key.value: plain(pair.value) for pair in node.pairs}


def keys_of(node: Mapping) -> dict[str, Pair]:
    """The pairs by key."""
    return {pair.key.value: pair for pair in node.pairs}


def node_at(node: Node, path: Path) -> tuple[Node, Scalar | None]:
    """The node to which the path leads, as far as it can be followed, and the last key on the way."""
    key = None
    for step in path:
        if isinstance(node, Mapping):
            pair = keys_of(node).get(str(step))
            if pair is None:
                break
            key, node = pair
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node, key


def changed(node: Node, path: Path, change: Callable[[Pair], Pair | None]) -> Node:
    """A copy in which `change` was asked about the pair or item at the path; None drops it.

    An item of a list is handed over as a pair whose key is empty. A path that leads nowhere changes nothing.
    """
    if not path:
        return node
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        pairs = [_changed(pair, rest, change) if pair.key.value == step else pair for pair in node.pairs]
        return node._replace(pairs=tuple(pair for pair in pairs if pair is not None))
    if isinstance(node, Listing) and isinstance(step, int):
        pairs = _changed_items(node.items, step, rest, change)
        return node._replace(items=tuple(pair.value for pair in pairs if pair is not None))
    return node


def _changed(pair: Pair, rest: Path, change: Callable[[Pair], Pair | None]) -> Pair | None:
    return pair._replace(value=changed(pair.value, rest, change)) if rest else change(pair)


def _changed_items(
    items: Sequence[Node], step: int, rest: Path, change: Callable[[Pair], Pair | None]
) -> list[Pair | None]:
    nameless = [Pair(Scalar("", item.start, item.start, ""), item) for item in items]
    return [_changed(pair, rest, change) if index == step else pair for index, pair in enumerate(nameless)]
