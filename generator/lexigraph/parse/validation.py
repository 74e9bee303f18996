"""Validates a tree of nodes with pydantic, and mends or drops what it refuses, item by item.

What pydantic says about a value becomes a finding at the author's place; then the tree without the bad items is
validated again.
"""

from collections.abc import Mapping as MappingType
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from lexigraph.parse.fields import Owner
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.value_findings import (
    report_case,
    report_lone_item,
    report_missing_key,
    report_unknown_key,
    report_unknown_value,
    report_wrong_type,
)
from lexigraph.parse.yaml_nodes import Change, Listing, Mapping, Node, Pair, Path, Scalar, changed, paths, plain

__all__ = ["validated"]

_ROUNDS = 12
"""Each mends one level of nesting."""

_EXPECTED = {"string_type": "a text", "tuple_type": "a list", "list_type": "a list"}


def validated(
    tree: Mapping, adapter: TypeAdapter[Any], owners: MappingType[tuple[str, ...], Owner], reporter: Reporter
) -> tuple[dict[str, Any], Mapping]:
    """The values, and the tree that holds exactly them.

    Args:
        tree: what was read, keys ours.
        adapter: of a typed dict.
        owners: the mappings with fixed keys, by path without indexes; that of the tree itself under ().
        reporter: takes the findings.
    """
    for _ in range(_ROUNDS):
        try:
            return adapter.validate_python(plain(tree)), tree
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        tree = changed(tree, _Refusals(tree, owners, reporter).changes(errors))
    return {}, tree._replace(pairs=())


class _Refused(NamedTuple):
    """What one error is about."""

    path: Path
    node: Node
    key: Scalar
    parent: Mapping


class _Refusals:
    """One round: the tree with an index of its nodes, for the errors in it."""

    def __init__(self, tree: Mapping, owners: MappingType[tuple[str, ...], Owner], reporter: Reporter) -> None:
        self._tree = tree
        self._owners = owners
        self._reporter = reporter
        self._nodes = {path: (node, key) for path, node, key in paths(tree)}

    def changes(self, errors: Any) -> dict[Path, Change]:
        """What has to become of the tree, by path; everything is reported."""
        changes: dict[Path, Change] = {}
        for error in errors:
            path, kind = error["loc"], error["type"]
            if kind == "missing":
                changes[path[:-1]] = self._missing(path)
            elif path[-1] == "[key]":
                changes[path[:-1]] = self._bad_key(path[:-1], error["ctx"]["expected"])
            elif path in self._nodes:
                changes[path] = self._change(self._refused(path), kind, error.get("ctx", {}))
        return changes

    def _refused(self, path: Path) -> _Refused:
        node, key = self._nodes[path]
        parent, _ = self._nodes[path[:-1]]
        return _Refused(
            path, node, key or Scalar("", node.start, node.start, ""),
            parent if isinstance(parent, Mapping) else self._tree,
        )  # fmt: skip

    def _owner(self, path: Path) -> Owner | None:
        return self._owners.get(tuple(step for step in path if isinstance(step, str)))

    def _missing(self, path: Path) -> Change:
        """Report a key that is needed; that of a relation's target is only missing when it was empty (W012)."""
        node, _ = self._nodes[path[:-1]]
        if path[-1] != "to":
            report_missing_key(self._reporter, node, str(path[-1]))
        return _drop

    def _bad_key(self, path: Path, expected: str) -> Change:
        _, key = self._nodes[path]
        if key is not None:
            _, owner = self._nodes[path[:-1]]
            report_wrong_type(self._reporter, owner or key, key, expected, what="a key of ")
        return _drop

    def _change(self, refused: _Refused, kind: str, details: MappingType[str, Any]) -> Change:
        path, node, key, parent = refused
        if kind == "extra_forbidden":
            return self._unknown_key(path, Pair(key, node), parent)
        if kind == "unknown_value" and isinstance(node, Scalar):
            return self._unknown_value(node, details["field"], details["values"])
        expected = details.get("expected") or _EXPECTED.get(kind)
        if expected == "a list" and (isinstance(node, Scalar) or self._owner(path)):
            report_lone_item(self._reporter, key, node)
            return _replace(Listing((node,), node.start, node.end, is_flow=True))
        if expected is None:
            owner = self._owner(path)
            expected = f"a mapping with the keys {', '.join(owner.keys)}" if owner else "a mapping"
        what = "an item of " if isinstance(path[-1], int) else ""
        report_wrong_type(self._reporter, key, node, expected, what=what)
        return _drop

    def _unknown_key(self, path: Path, pair: Pair, parent: Mapping) -> Change:
        owner = self._owner(path[:-1]) or Owner("this", ())
        lower = pair.key.value.lower()
        if lower in owner.keys:
            report_case(self._reporter, pair.key, lower, f"the key '{pair.key.value}'")
            return lambda found: Pair(found.key._replace(value=lower), found.value)
        report_unknown_key(self._reporter, path, pair, owner, parent)
        return _drop

    def _unknown_value(self, node: Scalar, field: str, values: tuple[str, ...]) -> Change:
        lower = node.value.lower()
        meant = next((value for value in values if value.lower() == lower), None)
        if meant is None:
            report_unknown_value(self._reporter, node, field, values)
            return _drop
        report_case(self._reporter, node, meant, f"'{node.value}'")
        return _replace(node._replace(value=meant))


def _drop(_pair: Pair) -> None:
    """The change that leaves out."""


def _replace(node: Node) -> Change:
    return lambda pair: Pair(pair.key, node)
