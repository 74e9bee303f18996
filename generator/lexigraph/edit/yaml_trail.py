"""Where a place of the front matter stands in its YAML, as it was typed."""

from bisect import bisect_right
from functools import lru_cache
from typing import TypeAlias

from lexigraph.model import LineTable, ParsedEntry, Span
from lexigraph.parse.fences import front_matter_fences
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import TooDeep, YamlMistake, read_node
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Scalar

__all__ = ["Range", "Trail", "key_of", "range_at", "scalar_at", "size_of", "trail_to", "tree_of"]

Trail: TypeAlias = list[tuple[Listing | Mapping, int]]
"""From the outermost mapping inwards: what holds the place, and the number of its item or pair that does."""
Range: TypeAlias = tuple[int, int]
"""Offsets of the first character and after the last."""


@lru_cache(maxsize=256)
def tree_of(front_matter: str) -> Mapping | None:
    """The front matter as it was read; None when it is not there, or something was wrong with it."""
    fences = front_matter_fences(front_matter)
    if fences is None or not fences.is_closed:
        return None
    reporter = Reporter("", front_matter, LineTable(front_matter))
    try:
        node = read_node(front_matter[fences.start : fences.end], fences.start, reporter)
    except (YamlMistake, TooDeep):
        return None
    return node if isinstance(node, Mapping) and not reporter.count else None


def trail_to(parsed: ParsedEntry, span: Span) -> Trail:
    """The way from the outermost mapping to the place; empty when it does not lead there."""
    trail: Trail = []
    node: Node | None = tree_of(parsed.front_matter)
    while isinstance(node, (Listing, Mapping)):
        index = _part_at(node, span)
        if index is None:
            break
        trail.append((node, index))
        node = node.items[index] if isinstance(node, Listing) else node.pairs[index].value
    return trail


def scalar_at(parsed: ParsedEntry, span: Span) -> Scalar | None:
    """The text that stands exactly there; None when there is none."""
    trail = trail_to(parsed, span)
    if not trail:
        return None
    holder, index = trail[-1]
    nodes = (holder.items[index],) if isinstance(holder, Listing) else holder.pairs[index]
    return next(
        (each for each in nodes if isinstance(each, Scalar) and (each.start, each.end) == (span.start, span.end)), None
    )


def key_of(step: tuple[Listing | Mapping, int]) -> Scalar:
    """The key of a step into a mapping; a blank one for a step into a list."""
    holder, index = step
    return holder.pairs[index].key if isinstance(holder, Mapping) else Scalar("", 0, 0, "")


def size_of(holder: Listing | Mapping) -> int:
    """How many items or pairs it has."""
    return len(holder.items if isinstance(holder, Listing) else holder.pairs)


def range_at(holder: Listing | Mapping, index: int) -> Range:
    """Where the item of that number, or key with its value, begins and ends."""
    if isinstance(holder, Listing):
        item = holder.items[index]
        return item.start, item.end
    key, value = holder.pairs[index]
    return key.start, max(key.end, value.end)


def _part_at(holder: Listing | Mapping, span: Span) -> int | None:
    """The number of the first item or pair that holds the place; they stand in order, and hostile lists are long."""
    parts = range(size_of(holder))

    def holds(index: int) -> bool:
        start, end = range_at(holder, index)
        return start <= span.start and span.end <= end

    index = bisect_right(parts, span.start, key=lambda at: range_at(holder, at)[0]) - 1
    while index > 0 and holds(index - 1):
        index -= 1
    return index if index >= 0 and holds(index) else None
