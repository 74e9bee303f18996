"""The reading order of the whole: all lessons in order with what each teaches, then the entries of each topic."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.query.reading_order import in_reading_order, taught

__all__ = ["pages", "render"]

_APART = ("comparison", "lesson", "question", "disambiguation")
"""Kinds that are about entries, and have no place among them."""


class _Lesson(NamedTuple):
    link: Markup
    minutes: int
    definition: str
    teaches: list[Markup]


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when there are lessons or something is to be read before something else."""
    if listings.lessons or any(relation.type.key == "requires" for relation in listings.graph.relations):
        yield Page(
            path="reading-order.md", kind="reading-order", title="Reading order", is_listing=True,
            description="What to read first: the lessons in order, then the entries of each topic.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Lessons, then topics."""
    sheet = Sheet(page, site)
    head = fill("index_head.html", title=page.title, lead=page.description, actions=())
    topics = (_topic(sheet, topic) for topic in (*site.listings.topics, ""))
    return assemble(head, [part for part in (_lessons(sheet), *topics) if part is not None])


def _lessons(sheet: Sheet) -> Part | None:
    listings = sheet.site.listings
    if not listings.lessons:
        return None
    rows = [
        _Lesson(
            sheet.link(id), listings.minutes(id), sheet.graph.entries[id].definition,
            sheet.links(taught(sheet.graph, id)),
        )
        for id in listings.lessons
    ]  # fmt: skip
    html = fill("lessons.html", lessons=rows)
    return Part(title="Lessons", anchor=sheet.anchors.claim("lessons"), html=html, is_derived=True)


def _topic(sheet: Sheet, topic: str) -> Part | None:
    """The entries of the topic that are to be read before or after others; how many more it holds."""
    graph, listings = sheet.graph, sheet.site.listings
    members = [id for id in listings.members(topic) if graph.entries[id].kind not in _APART]
    ordered = [id for id in members if graph.views(id, "requires") or graph.views(id, "required_for")]
    if not ordered:
        return None
    html = fill(
        "topic_order.html", entries=sheet.links(in_reading_order(graph, ordered)), more=len(members) - len(ordered),
        href=sheet.topic(topic) if topic else sheet.special("a-z"),
    )  # fmt: skip
    title = listings.folder_title(topic) if topic else "Without a topic"
    return Part(title=title, anchor=sheet.anchors.claim(title), html=html, is_derived=True)
