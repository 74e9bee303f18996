"""Leaves out what is empty: `""` in a list, an empty list, a key without a value (W012)."""

from collections.abc import Sequence
from typing import TypeAlias

from lexigraph.parse.findings import EMPTY_ITEM
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar

__all__ = ["without_empty_items"]

_Edit: TypeAlias = tuple[int, int, str]


def without_empty_items(tree: Mapping, reporter: Reporter) -> Mapping:
    """The tree without empty items, which are reported."""
    if not _has_empty(tree):
        return tree
    rest = _without(tree, "", reporter)
    return rest if isinstance(rest, Mapping) else tree


def _has_empty(node: Node) -> bool:
    """True when the node, or one below it, is empty."""
    if isinstance(node, Scalar):
        return not node.value
    if isinstance(node, Listing):
        return not node.items or any(map(_has_empty, node.items))
    return not node.pairs or any(_has_empty(pair.value) for pair in node.pairs)


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.value
    return not (node.items if isinstance(node, Listing) else node.pairs)


def _without(node: Node, name: str, reporter: Reporter) -> Node:
    if isinstance(node, Listing):
        _report_items(node, name, reporter)
        rest = [_without(item, name, reporter) for item in node.items if not _is_empty(item)]
        return node._replace(items=tuple(item for item in rest if not _is_empty(item)))
    if isinstance(node, Mapping):
        _report_pairs(node, reporter)
        pairs = [_without_below(pair, reporter) for pair in node.pairs if not _is_lost(pair, node)]
        return node._replace(pairs=tuple(pair for pair in pairs if _is_comma(pair, node) or not _is_empty(pair.value)))
    return node


def _without_below(pair: Pair, reporter: Reporter) -> Pair:
    return Pair(pair.key, _without(pair.value, pair.key.value, reporter))


def _is_lost(pair: Pair, parent: Mapping) -> bool:
    """True for a key without a value."""
    return _is_empty(pair.value) and not _is_comma(pair, parent)


def _is_comma(pair: Pair, parent: Mapping) -> bool:
    """True for what stands behind a comma in a text without quotes (`{note: one, two}`): an unknown key, not empty."""
    key, value = pair
    return parent.is_flow and bool(key.value) and isinstance(value, Scalar) and key.end == value.start == value.end


def _report_items(listing: Listing, name: str, reporter: Reporter) -> None:
    here = [item for item in listing.items if listing.start <= item.start and item.end <= listing.end]
    edits = _flow_edits([(item.start, item.end) for item in here], [_is_empty(item) for item in here])
    flow_edits = dict(zip((item.start for item in here), edits, strict=True)) if listing.is_flow else None
    for item in filter(_is_empty, listing.items):  # some may stand under another key that means the same
        edit = flow_edits.get(item.start) if flow_edits is not None else _line_edit(reporter, item.start, item.end, "-")
        _report(reporter, item.start, item.end, f"an empty item in '{name}'", name, edit)


def _report_pairs(mapping: Mapping, reporter: Reporter) -> None:
    empty = [_is_lost(pair, mapping) for pair in mapping.pairs]
    spans = [(pair.key.start, max(pair.key.end, pair.value.end)) for pair in mapping.pairs]
    edits = _flow_edits(spans, empty) if mapping.is_flow else None
    for index, (key, value) in enumerate(mapping.pairs):
        if empty[index]:
            edit = edits[index] if edits else _line_edit(reporter, *spans[index], "")
            name = reporter.text[key.start : key.end] or key.value
            is_list = isinstance(value, Listing)
            message = f"'{name}' is an empty list" if is_list else f"the key '{name}' has no value"
            _report(reporter, key.start, key.end, message, key.value, edit)


def _report(reporter: Reporter, start: int, end: int, message: str, subject: str, edit: _Edit | None) -> None:
    reporter.add(
        EMPTY_ITEM, start, end, message, subject=subject, help="delete it",
        edits=[edit] if edit else (),
    )  # fmt: skip


def _flow_edits(spans: Sequence[tuple[int, int]], empty: Sequence[bool]) -> list[_Edit]:
    """For each item the edit that deletes it with the comma before it, or after it at the front of the list.

    Deletions of neighbours touch and don't overlap, so that all are done at once.
    """
    edits: list[_Edit] = []
    is_front = True
    for index, (start, end) in enumerate(spans):
        is_front = is_front and empty[index]
        if not is_front:
            edits.append((spans[index - 1][1], end, "") if index else (start, end, ""))
        else:
            edits.append((start, spans[index + 1][0] if index + 1 < len(spans) else end, ""))
    return edits


def _line_edit(reporter: Reporter, start: int, end: int, dash: str) -> _Edit | None:
    """Deletes the lines from `start` to `end`, if nothing else stands on them; a comment behind it stays."""
    lines, text = reporter.lines, reporter.text
    first = lines.start_of(lines.span(start, start).line)
    last = lines.start_of(lines.span(end, end).line + 1)
    before, after = text[first:start].strip(), text[end:last].strip().lstrip(":").strip()
    if before != dash or (after and not after.startswith("#")):
        return None
    if after:
        return first + len(text[first:start]) - len(text[first:start].lstrip()), text.index("#", end), ""
    return first, last, ""
