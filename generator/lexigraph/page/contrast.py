"""Two entries that differ and that nobody has compared yet: what the graph knows of both, side by side."""

from collections.abc import Iterator

from lexigraph.names import slug
from lexigraph.page.actions import suggest_entry
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import assemble
from lexigraph.page.sheet import Sheet
from lexigraph.page.side_by_side import more_questions, shared, sides
from lexigraph.page.template import fill

__all__ = ["pages", "render"]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per pair that no comparison compares; its subject is both ids with a space between."""
    entries = listings.graph.entries
    for first, second in listings.uncompared:
        one, other = entries[first].title, entries[second].title
        yield Page(
            path=f"compare/{slug(first)}-vs-{slug(second)}.md", kind="contrast", title=f"{one} vs {other}",
            description=f"What {one} and {other} share, and where they differ.", subject=f"{first} {second}",
            is_listing=True,
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Definitions, notes, relations and questions of the two."""
    sheet = Sheet(page, site)
    ids = tuple(page.subject.split(" "))
    head = fill(
        "index_head.html", title=page.title, lead=page.description,
        actions=suggest_entry(sheet, "Write this comparison", page.title),
    )  # fmt: skip
    parts = (sides(sheet, ids), shared(sheet, ids), more_questions(sheet, ids))
    return assemble(head, [part for part in parts if part is not None])
