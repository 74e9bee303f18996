"""Leaves out what is empty: `""` in a list, an empty list, a key without a value (W012)."""

from collections.abc import Sequence

from lexigraph.parse.findings import EMPTY_ITEM
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar

__all__ = ["without_empty_items"]


def without_empty_items(tree: Mapping, reporter: Reporter) -> Mapping:
    """The tree without empty items, which are reported."""
    kept: list[Pair] = []
    for index, pair in enumerate(tree.pairs):
        if _is_empty(pair.value):
            _report_pair(tree, index, reporter)
            continue
        value = _without(pair.value, pair.key.value, reporter)
        if not _is_empty(value):
            kept.append(pair if value is pair.value else Pair(pair.key, value))
    return tree._replace(pairs=tuple(kept))


def _without(node: Node, name: str, reporter: Reporter) -> Node:
    if type(node) is Listing:
        kept = []
        for index, item in enumerate(node.items):
            if _is_empty(item):
                _report_item(node, index, name, reporter)
            elif not _is_empty(rest := _without(item, name, reporter)):
                kept.append(rest)
        return node._replace(items=tuple(kept))
    return without_empty_items(node, reporter) if type(node) is Mapping else node


def _is_empty(node: Node) -> bool:
    if type(node) is Scalar:
        return not node.value
    return not (node.items if type(node) is Listing else node.pairs)  # type: ignore[union-attr] # a mapping


def _report_item(listing: Listing, index: int, name: str, reporter: Reporter) -> None:
    item = listing.items[index]
    spans = [(sibling.start, sibling.end) for sibling in listing.items]
    empty = [_is_empty(sibling) for sibling in listing.items]
    edit = _flow_edit(spans, index, empty) if listing.is_flow else _line_edit(reporter, item.start, item.end, "-")
    reporter.add(
        EMPTY_ITEM, item.start, item.end, f"an empty item in '{name}'", subject=name,
        help="delete it [--fix]" if edit else "delete it", edits=[edit] if edit else (),
    )  # fmt: skip


def _report_pair(tree: Mapping, index: int, reporter: Reporter) -> None:
    key, value = tree.pairs[index]
    spans = [(pair.key.start, pair.value.end) for pair in tree.pairs]
    empty = [_is_empty(pair.value) for pair in tree.pairs]
    end = max(value.end, key.end)
    edit = _flow_edit(spans, index, empty) if tree.is_flow else _line_edit(reporter, key.start, end, "")
    name = reporter.text[key.start : key.end] or key.value
    message = f"'{name}' is an empty list" if isinstance(value, Listing) else f"the key '{name}' has no value"
    reporter.add(
        EMPTY_ITEM, key.start, max(key.end, key.start), message, subject=key.value,
        help="delete it [--fix]" if edit else "delete it", edits=[edit] if edit else (),
    )  # fmt: skip


def _flow_edit(spans: Sequence[tuple[int, int]], index: int, empty: Sequence[bool]) -> tuple[int, int, str]:
    """Deletes an item with the comma before it, or after it at the front of the list.

    Deletions of neighbours touch and don't overlap, so that all are done at once.
    """
    start, end = spans[index]
    if not all(empty[:index]):
        return spans[index - 1][1], end, ""
    return start, spans[index + 1][0] if index + 1 < len(spans) else end, ""


def _line_edit(reporter: Reporter, start: int, end: int, dash: str) -> tuple[int, int, str] | None:
    """Deletes the lines from `start` to `end`, if nothing else stands on them."""
    lines = reporter.lines
    first = lines.start_of(lines.span(start, start).line)
    last = lines.start_of(lines.span(end, end).line + 1)
    before, after = reporter.text[first:start].strip(), reporter.text[end:last].strip().lstrip(":").strip()
    if before != dash or (after and not after.startswith("#")):
        return None
    return first, last, ""
