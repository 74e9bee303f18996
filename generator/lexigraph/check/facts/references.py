"""How a reference was written, where that decides which rule speaks of it."""

from bisect import bisect_right
from collections.abc import Container, Iterator

from lexigraph.graph import Graph, Resolved, Unresolved
from lexigraph.model import ParsedEntry, Reference, RelationItem

__all__ = ["documents", "field_items", "links_to", "loose_items", "loose_links"]


def documents(graph: Graph) -> Iterator[tuple[str, ParsedEntry]]:
    """Every file that has text to show: entries with their ids, then pages with an empty one."""
    for entry in graph.entries.values():
        yield entry.id, entry.parsed
    for page in graph.pages.values():
        yield "", page


def links_to(graph: Graph, ids: Container[str]) -> Iterator[tuple[str, ParsedEntry, Reference, Resolved]]:
    """Links that lead from other entries, and from pages, to one of these entries: source, its file, link, target."""
    for id, parsed in documents(graph):
        for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
            if place is not None and place.entry in ids and place.entry != id:
                yield id, parsed, reference, place


def field_items(graph: Graph, *, but: Container[str] = ()) -> Iterator[tuple[str, ParsedEntry, RelationItem]]:
    """Relation items that are no links: those of the front matter, and plain names under structured headings.

    Items by one of the names `but` are left out.
    """
    for entry in graph.entries.values():
        parsed = entry.parsed
        starts: set[int] | None = None
        for item in parsed.relation_items:
            if item.target in but:
                continue
            if item.origin != "field":
                if starts is None:
                    starts = {reference.span.start for reference in parsed.references}
                if item.span.start in starts:
                    continue
            yield entry.id, parsed, item


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
