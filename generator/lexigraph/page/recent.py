"""What changed last, day by day; what is due for review, and what was never reviewed.

Without git only the dates in the entries are known, and the page says so.
"""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.graph import EntryNode
from lexigraph.page.anchors import heading
from lexigraph.page.head import day, is_due
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.part import Part, assemble
from lexigraph.page.questions_about import address
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.topic import index_head
from lexigraph.query.news import News

__all__ = ["pages", "render"]

_MOST = 100
_WORDS = {
    "added": "Added", "changed": "Changed", "renamed": "Renamed", "removed": "Removed", "raised": "Question raised",
    "answered": "Question answered", "reviewed": "Reviewed",
}  # fmt: skip
_NOTE = "No history of versions was found, so this page knows only the dates that entries state themselves."


class _Row(NamedTuple):
    """Something that happened."""

    date: datetime.date
    kind: str
    what: Markup
    """The entry or question, as a link where it has a page."""
    said: tuple[str, ...] = ()
    author: str = ""

    @property
    def words(self) -> str:
        """What kind of thing happened."""
        return _WORDS.get(self.kind, self.kind)


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when there are entries."""
    if listings.graph.entries:
        yield Page(
            path="recent.md", kind="recent", title="Recently changed", is_listing=True,
            description="The last 100 changes, and what waits for a review.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The last changes by day, then what waits for review."""
    sheet = Sheet(page, site)
    parts = (_changes(sheet), _due(sheet), _unreviewed(sheet))
    return assemble(index_head(sheet, page.title, page.description), [part for part in parts if part is not None])


def _changes(sheet: Sheet) -> Part | None:
    rows = list(_from_git(sheet) if sheet.site.history.commit else _from_entries(sheet))[:_MOST]
    note = Markup("") if sheet.site.history.commit else Markup('<p class="lx-note">{}</p>\n').format(_NOTE)
    if not rows:
        return Part(html=note) if note else None
    html = note
    toc: list[TocItem] = []
    for date, found in groupby(rows, key=lambda row: row.date):
        of_day = tuple(found)
        anchor = sheet.anchors.claim(date.isoformat())
        html += heading(3, anchor, day(date), is_derived=True) + Markup("\n")
        authors = {row.author for row in of_day}
        html += fill("recent_changes.html", rows=of_day, author=authors.pop() if len(authors) == 1 else "")
        toc.append(TocItem(day(date).striptags(), anchor, 3))
    return Part(
        title="Changes", anchor=sheet.anchors.claim("changes"), html=html, toc=tuple(toc), is_derived=True
    )  # fmt: skip


def _from_git(sheet: Sheet) -> Iterator[_Row]:
    """What git knows: each change, and each question that it raised."""
    for item in sheet.site.news:
        yield _Row(item.date, item.kind, _what(sheet, item), item.said, item.change.author)
        for id in item.raised if item.kind in ("added", "changed") else ():
            if (question := sheet.graph.questions.get(id)) is not None and not question.entry:
                link = Markup('<a href="{}">{}</a>').format(address(sheet, question), question.text)
                yield _Row(item.date, "raised", link, (), item.change.author)


def _what(sheet: Sheet, item: News) -> Markup:
    """The entry or page as a link; as words, when it is no longer there."""
    if item.entry:
        return sheet.link(item.entry)
    path = sheet.site.paths_by_source.get(item.change.path, "")
    return Markup('<a href="{}">{}</a>').format(sheet.href(path), item.title) if path else escape(item.title)


def _from_entries(sheet: Sheet) -> Iterable[_Row]:
    """What entries and questions say themselves, newest first, then by title."""
    rows: list[_Row] = []
    for node in sheet.graph.entries.values():
        fields = node.parsed.fields
        if fields.created is not None:
            rows.append(_Row(fields.created, "added", sheet.link(node.id)))
        if fields.last_reviewed is not None:
            rows.append(_Row(fields.last_reviewed, "reviewed", sheet.link(node.id)))
        if node.kind == "question" and fields.state == "answered" and fields.state_date is not None:
            rows.append(_Row(fields.state_date, "answered", sheet.link(node.id)))
    return sorted(rows, key=lambda row: row.date, reverse=True)


def _due(sheet: Sheet) -> Part | None:
    """Entries whose review is due on the day of the build, the most overdue first."""
    found = [
        (fields.last_reviewed + datetime.timedelta(days=fields.review_every), node.id)
        for node in sheet.graph.entries.values()
        if (fields := node.parsed.fields).status != "deprecated"
        and fields.last_reviewed
        and fields.review_every
        and is_due(fields, sheet.site.today)
    ]
    found.sort(key=lambda item: item[0])
    rows = [
        Markup('<li>{} <span class="lx-count">since {}</span></li>').format(sheet.link(id), day(due))
        for due, id in found
    ]
    return _list(sheet, "Due for review", "due-for-review", rows)


def _unreviewed(sheet: Sheet) -> Part | None:
    """Entries that nobody has reviewed, the oldest first, then by title."""
    found = [
        (_born(sheet, node), node)
        for node in sheet.graph.entries.values()
        if node.parsed.fields.last_reviewed is None and node.parsed.fields.status != "deprecated"
    ]
    found.sort(key=lambda item: item[0] or datetime.date.max)
    rows = [
        Markup('<li>{} <span class="lx-count">written {}</span></li>').format(sheet.link(node.id), day(born))
        if born
        else Markup("<li>{}</li>").format(sheet.link(node.id))
        for born, node in found
    ]
    return _list(sheet, "Never reviewed", "never-reviewed", rows)


def _born(sheet: Sheet, node: EntryNode) -> datetime.date | None:
    """The day it was written: as it says, else that of its first change."""
    changes = sheet.site.history.of(node.path)
    return node.parsed.fields.created or (changes[-1].date if changes else None)


def _list(sheet: Sheet, title: str, anchor: str, rows: list[Markup]) -> Part | None:
    if not rows:
        return None
    number = "1 entry" if len(rows) == 1 else f"{len(rows)} entries"
    html = Markup('<p class="lx-count">{}</p>\n').format(number) + fill("dated.html", rows=rows)
    return Part(title=title, anchor=sheet.anchors.claim(anchor), html=html, is_derived=True)
