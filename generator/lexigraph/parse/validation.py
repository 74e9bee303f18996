"""Validates a tree of nodes with pydantic, and mends or drops what it refuses, item by item.

Owns the wording of E007, W008, E010 and E011. What pydantic says about a value becomes a finding at the author's
place; then the tree without the bad item is validated again.
"""

from collections.abc import Mapping as MappingType
from typing import Any

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

from lexigraph.parse.fields import Owner
from lexigraph.parse.findings import UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_CASE, WRONG_TYPE
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_mistakes import quoted
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Path, Scalar, changed, node_at, plain

__all__ = ["report_case", "report_lone_item", "report_wrong_type", "token", "validated"]

_ROUNDS = 12
"""Each mends one level of nesting."""
_NEAR = 70.0
"""Similarity in percent from which a name is worth offering."""

_LISTS = {
    "kind": ("a kind", "kinds"), "status": ("a status", "statuses"), "level": ("a level", "levels"),
    "tags": ("a tag of this scheme", "tags"), "state": ("a state of a question", "states"),
    "review": ("a state of review", "states of review"), "help_wanted": ("a kind of help", "kinds of help"),
    "direction": ("a direction of evidence", "directions"), "ids": ("a way to make ids", "ways"),
}  # fmt: skip
"""Closed list → its item with article, and its plural."""

_EXPECTED = {"string_type": "a text", "tuple_type": "a list", "list_type": "a list"}


def validated(
    tree: Mapping, adapter: TypeAdapter[Any], owners: MappingType[tuple[str, ...], Owner], reporter: Reporter
) -> tuple[dict[str, Any], Mapping]:
    """The values, and the tree that holds exactly them.

    Args:
        tree: what was read, keys ours.
        adapter: of a typed dict.
        owners: the mappings with fixed keys; that of the tree itself under ().
        reporter: takes the findings.
    """
    for _ in range(_ROUNDS):
        try:
            return adapter.validate_python(plain(tree)), tree
        except ValidationError as error:
            for found in reversed(error.errors(include_url=False, include_input=False)):
                tree = _mended(tree, found["loc"], found["type"], found.get("ctx", {}), owners, reporter)
    return {}, tree._replace(pairs=())


def _mended(
    tree: Mapping, path: Path, kind: str, details: MappingType[str, Any],
    owners: MappingType[tuple[str, ...], Owner], reporter: Reporter,
) -> Mapping:  # fmt: skip
    """The tree without what one error is about, or with it as it was meant."""
    if path and path[-1] == "[key]":
        path = path[:-1]
        _, key = node_at(tree, path)
        if key is not None:
            report_wrong_type(reporter, key, key, details.get("expected", "a text"))
        return _dropped(tree, path)
    if kind == "missing":
        return _dropped(tree, path[:-1])
    node, key = node_at(tree, path)
    key = key or Scalar("", node.start, node.start, "")
    if kind == "extra_forbidden":
        owner = owners.get(tuple(step for step in path[:-1] if isinstance(step, str)))
        return _unknown_key(tree, path, key, owner, reporter)
    if kind == "unknown_value" and isinstance(node, Scalar):
        return _unknown_value(tree, path, node, details["field"], details["values"], reporter)
    expected = details.get("expected") or _EXPECTED.get(kind)
    if expected == "a list" and not isinstance(node, Listing):
        report_lone_item(reporter, key, node)
        return _replaced(tree, path, Listing((node,), node.start, node.end, is_flow=True))
    if expected is None:
        owner = owners.get(tuple(step for step in path if isinstance(step, str)))
        expected = f"a mapping with the keys {', '.join(owner.keys)}" if owner else "a mapping"
    report_wrong_type(reporter, key, node, expected)
    return _dropped(tree, path)


def _dropped(tree: Mapping, path: Path) -> Mapping:
    result = changed(tree, path, lambda pair: None)
    return result if isinstance(result, Mapping) else tree


def _replaced(tree: Mapping, path: Path, node: Node) -> Mapping:
    result = changed(tree, path, lambda pair: pair._replace(value=node))
    return result if isinstance(result, Mapping) else tree


def token(reporter: Reporter, scalar: Scalar) -> str:
    """A key as the author wrote it, without quotes."""
    return reporter.text[scalar.start : scalar.end].strip("\"'") or scalar.value


def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    found = process.extractOne(word.lower(), sorted(words), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else None


def _unknown_key(tree: Mapping, path: Path, key: Scalar, owner: Owner | None, reporter: Reporter) -> Mapping:
    name, keys = owner or Owner("this", ())
    lower = key.value.lower()
    if lower in keys:
        report_case(reporter, key, lower, f"the key '{key.value}'")
        renamed = changed(tree, path, lambda pair: Pair(key._replace(value=lower), pair.value))
        return renamed if isinstance(renamed, Mapping) else tree
    nearest = _nearest(key.value, keys)
    hints = [f"the nearest key is '{nearest}'"] if nearest else []
    if len(path) == 1 and name == "an entry":
        hints.append("a relation of your own is declared under 'relations' in scheme.yml")
    elif not nearest:
        hints.append(f"the keys are {', '.join(sorted(keys))}")
    reporter.add(
        UNKNOWN_KEY, key.start, key.end, f"{name} has no key '{key.value}'", help="; ".join(hints),
        subject="/".join(map(str, path)), edits=[(key.start, key.end, nearest)] if nearest else (), safe=False,
    )  # fmt: skip
    return _dropped(tree, path)


def report_case(reporter: Reporter, scalar: Scalar, right: str, what: str) -> None:
    """Report a key or value with other capitals."""
    quote = scalar.style if scalar.style in ("'", '"') else ""
    reporter.add(
        WRONG_CASE, scalar.start, scalar.end, f"{what} is written '{right}'", help=f"write {right} [--fix]",
        subject=scalar.value, edits=[(scalar.start, scalar.end, f"{quote}{right}{quote}")],
    )  # fmt: skip


def _unknown_value(
    tree: Mapping, path: Path, node: Scalar, field: str, values: tuple[str, ...], reporter: Reporter
) -> Mapping:
    meant = next((value for value in values if value.lower() == node.value.lower()), None)
    if meant is not None:
        report_case(reporter, node, meant, f"'{node.value}'")
        return _replaced(tree, path, node._replace(value=meant))
    item, plural = _LISTS[field]
    nearest = _nearest(node.value, values)
    reporter.add(
        UNKNOWN_VALUE, node.start, node.end, f"'{node.value}' is not {item}",
        help=f"{plural} are {', '.join(sorted(values))}", subject=node.value,
        edits=[(node.start, node.end, nearest)] if nearest else (), safe=False,
    )  # fmt: skip
    return _dropped(tree, path)


def report_lone_item(reporter: Reporter, key: Scalar, node: Node) -> None:
    """Report one item where a list belongs."""
    name = token(reporter, key)
    written = reporter.text[node.start : node.end]
    is_short = "\n" not in written and "\r" not in written and written[:1] not in ("|", ">")
    if isinstance(node, Scalar) and not node.style and any(char in written for char in ",[]{}"):
        written = quoted(written)
    found = "a text" if isinstance(node, Scalar) else "a mapping"
    reporter.add(
        WRONG_TYPE, node.start, node.end, f"'{name}' takes a list, not {found}", subject=name,
        help=f"write {name}: [{written}] [--fix]" if is_short else "begin each item with '- ' on a line of its own",
        edits=[(node.start, node.end, f"[{written}]")] if is_short else (),
    )  # fmt: skip


def report_wrong_type(reporter: Reporter, key: Scalar, node: Node, expected: str) -> None:
    """Report a value of the wrong shape."""
    name = token(reporter, key)
    if isinstance(node, Scalar):
        found = f"'{node.value}'" if len(node.value) <= 60 and "\n" not in node.value else "this text"
    else:
        found = "a list" if isinstance(node, Listing) else "a mapping"
    help = f"write {expected}"
    if expected == "a text" and not isinstance(node, Scalar):
        help = "write one text, in quotes if it holds ': ' or begins with a bracket"
    end = node.end if "\n" not in reporter.text[node.start : node.end] else _first_line_end(reporter, node)
    reporter.add(
        WRONG_TYPE, node.start, end, f"'{name}' takes {expected}, not {found}", help=help, subject=name
    )  # fmt: skip


def _first_line_end(reporter: Reporter, node: Node) -> int:
    line = reporter.lines.span(node.start, node.start).line
    return max(node.start, len(reporter.text[: reporter.lines.start_of(line + 1)].rstrip()))
