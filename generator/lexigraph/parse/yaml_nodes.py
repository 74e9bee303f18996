"""YAML as a small tree with places, in which every scalar is the text that the author typed."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingType
from typing import Any, NamedTuple, TypeAlias

__all__ = [
    "Change", "Listing", "Mapping", "Node", "Pair", "Path", "Scalar", "changed", "keys_of", "paths", "plain",
]  # fmt: skip


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

Change: TypeAlias = Callable[[Pair], Pair | None]
"""What becomes of a pair, or of an item of a list (a pair whose key is empty); None drops it."""


def plain(node: Node) -> object:
    """The node as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {pair.key.value: plain(pair.value) for pair in node.pairs}


def keys_of(node: Mapping) -> dict[str, Pair]:
    """The pairs by key."""
    return {pair.key.value: pair for pair in node.pairs}


def paths(node: Node, path: Path = (), key: Scalar | None = None) -> Iterator[tuple[Path, Node, Scalar | None]]:
    """Every node with its path and the last key that leads to it, the outer ones first."""
    yield path, node, key
    if isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from paths(item, (*path, index), key)
    elif isinstance(node, Mapping):
        for pair in node.pairs:
            yield from paths(pair.value, (*path, pair.key.value), pair.key)


def changed(tree: Mapping, changes: MappingType[Path, Change]) -> Mapping:
    """A copy with all the changes made at once; what is left empty by them is dropped too.

    A change below another one is not made, and a path that leads nowhere changes nothing.
    """
    steps: dict[str | int, Any] = {}
    for path in sorted(changes, key=len):
        at: Any = steps
        for step in path[:-1]:
            at = at.setdefault(step, {})
            if not isinstance(at, dict):
                break
        else:
            at[path[-1]] = changes[path]
    rest = _changed(tree, steps)
    return rest if isinstance(rest, Mapping) else tree._replace(pairs=())


def _changed(node: Node, steps: dict[str | int, Any]) -> Node | None:
    if isinstance(node, Mapping):
        changed_pairs = (_changed_pair(pair, steps.get(pair.key.value)) for pair in node.pairs)
        pairs = tuple(pair for pair in changed_pairs if pair is not None)
        return node._replace(pairs=pairs) if pairs else None
    if isinstance(node, Listing):
        nameless = (Pair(Scalar("", item.start, item.start, ""), item) for item in node.items)
        changed_pairs = (_changed_pair(pair, steps.get(index)) for index, pair in enumerate(nameless))
        items = tuple(pair.value for pair in changed_pairs if pair is not None)
        return node._replace(items=items) if items else None
    return node


def _changed_pair(pair: Pair, what: Any) -> Pair | None:
    """The pair after a change, after changes further down, or as it is."""
    if what is None:
        return pair
    if not isinstance(what, dict):
        after: Pair | None = what(pair)
        return after
    value = _changed(pair.value, what)
    return None if value is None else Pair(pair.key, value)
