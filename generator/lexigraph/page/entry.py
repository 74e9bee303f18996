"""The page of an entry, of whatever kind has no page of its own kind: concepts, tools, lessons, disambiguations."""

from collections.abc import Iterator

from lexigraph.graph import EntryNode
from lexigraph.page.body import body
from lexigraph.page.colophon import cite, review, tagged, take_part
from lexigraph.page.examples import tools_and_examples
from lexigraph.page.head import contested, head
from lexigraph.page.lifted import Slot, exercises, faq, takeaways
from lexigraph.page.listings import Listings
from lexigraph.page.may_mean import may_mean
from lexigraph.page.mentioned_in import mentioned_in
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import assemble, parts_of
from lexigraph.page.questions_about import questions_about
from lexigraph.page.reading import (
    pager_above,
    pager_below,
    place_among_lessons,
    read_first,
    reading_order,
    understand_first,
)
from lexigraph.page.relations import compare, connections
from lexigraph.page.sheet import Sheet
from lexigraph.page.sources import sources
from lexigraph.page.terms import terms

__all__ = ["page_of", "pages", "render"]

_OTHER_KINDS = ("comparison", "question")
"""Kinds of entries that have a page kind of their own."""

_SLOTS: tuple[Slot, ...] = (
    contested, body, takeaways, compare, faq, connections, tools_and_examples, questions_about, exercises,
    reading_order, mentioned_in, sources, terms, tagged, cite, take_part, review,
)  # fmt: skip
"""What stands under the head, in this order on every entry."""

_LESSON_SLOTS: tuple[Slot, ...] = (
    pager_above, read_first, contested, body, takeaways, exercises, compare, faq, connections, tools_and_examples,
    questions_about, mentioned_in, sources, terms, pager_below, tagged, cite, take_part, review,
)  # fmt: skip

_DISAMBIGUATION_SLOTS: tuple[Slot, ...] = (
    may_mean,
    body,
    connections,
    questions_about,
    mentioned_in,
    sources,
    terms,
    tagged,
    take_part,
    review,
)


def pages(listings: Listings) -> Iterator[Page]:
    """One page per entry, under the path of its file."""
    return (page_of(node, "entry") for node in listings.graph.entries.values() if node.kind not in _OTHER_KINDS)


def page_of(node: EntryNode, kind: str) -> Page:
    """The page of that kind for the entry."""
    return Page(
        path=node.path, kind=kind, title=node.title, description=node.definition, subject=node.id,
        source_path=node.path,
    )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    node = site.graph.entries[page.subject]
    sheet = Sheet(page, site, node.parsed, node.id)
    if node.kind == "lesson":
        return assemble(head(sheet, place_among_lessons(sheet)), parts_of(sheet, _LESSON_SLOTS))
    slots = _DISAMBIGUATION_SLOTS if node.kind == "disambiguation" else _SLOTS
    first = "" if node.kind == "disambiguation" else understand_first(sheet)
    return assemble(head(sheet, first=first), parts_of(sheet, slots))
