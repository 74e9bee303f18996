"""How a reference was written, where that decides which rule speaks of it."""

from bisect import bisect_right
from collections.abc import Iterator

from lexigraph.graph import Graph, Unresolved
from lexigraph.model import Reference, RelationItem

__all__ = ["loose_items", "loose_links"]


def loose_items(graph: Graph) -> Iterator[tuple[Unresolved, RelationItem]]:
    """Relation items that lead nowhere or to several entries, each with how it was written.

    An item under a structured heading that is a link is left out: `loose_links` has it.
    """
    starts: dict[str, list[tuple[int, int]]] = {}
    for item in graph.unresolved:
        if not isinstance(item.written, RelationItem):
            continue
        if item.written.origin != "field":
            if item.path not in starts:
                references = graph.entries[item.source].parsed.references
                starts[item.path] = sorted((each.span.start, each.span.end) for each in references)
            before = bisect_right(starts[item.path], (item.span.start, item.span.end + 1)) - 1
            if before >= 0 and item.span.end <= starts[item.path][before][1]:
                continue
        yield item, item.written


def loose_links(graph: Graph) -> Iterator[tuple[Unresolved, Reference]]:
    """Links, wikilinks and images that lead nowhere or to several entries, each with how it was written."""
    for item in graph.unresolved:
        if isinstance(item.written, Reference):
            yield item, item.written
