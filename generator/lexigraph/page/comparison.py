"""The page of a comparison: the compared entries side by side, then the author's text."""

from collections.abc import Iterator

from lexigraph.page.body import before_headings, under_headings
from lexigraph.page.colophon import cite, review, tagged, take_part
from lexigraph.page.entry import page_of
from lexigraph.page.head import contested, head
from lexigraph.page.lifted import Slot, exercises, faq, takeaways
from lexigraph.page.listings import Listings
from lexigraph.page.mentioned_in import mentioned_in
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.questions_about import questions_about
from lexigraph.page.reading import reading_order, understand_first
from lexigraph.page.relations import compare, connections
from lexigraph.page.sheet import Sheet
from lexigraph.page.side_by_side import more_questions, shared, sides
from lexigraph.page.sources import sources
from lexigraph.page.terms import terms

__all__ = ["pages", "render"]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per comparison."""
    return (page_of(node, "comparison") for node in listings.graph.entries.values() if node.kind == "comparison")


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    node = site.graph.entries[page.subject]
    sheet = Sheet(page, site, node.parsed, node.id)
    return assemble(head(sheet, first=understand_first(sheet)), parts_of(sheet, _SLOTS))


def _sides(sheet: Sheet) -> Part | None:
    return sides(sheet, sheet.others("compares"))


def _shared(sheet: Sheet) -> Part | None:
    return shared(sheet, sheet.others("compares"))


def _questions(sheet: Sheet) -> Part | None:
    return more_questions(sheet, sheet.others("compares"), questions_about(sheet))


def _connections(sheet: Sheet) -> Part | None:
    return connections(sheet, without={("compares", id) for id in sheet.others("compares")})


_SLOTS: tuple[Slot, ...] = (
    contested, before_headings, _sides, _shared, under_headings, takeaways, compare, faq, _connections, _questions,
    exercises, reading_order, mentioned_in, sources, terms, tagged, cite, take_part, review,
)  # fmt: skip
