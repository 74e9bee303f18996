"""All names from A to Z: titles with kind and definition, other names with the entry they mean."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.names import slug
from lexigraph.page.actions import suggest_entry
from lexigraph.page.anchors import heading
from lexigraph.page.filters import Choice, filter_id, value
from lexigraph.page.listings import AzRow, Listings
from lexigraph.page.members import plural
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]

_MOST = 1000
"""Rows on one page; of more, each letter has a page."""


class _Row(NamedTuple):
    name: str
    entry: Markup
    """With kind and definition under its title; the link alone under another name."""
    is_title: bool
    kind: str
    """As the value of a filter, like the topic."""
    topic: str
    see: list[Markup]
    """What replaces a deprecated entry."""
    anchor: str
    """Where the filter by its kind leads, on the first row of a kind; empty on others."""


class _Kind(NamedTuple):
    """A kind on the index of letters."""

    title: str
    href: str
    """The first letter that has such an entry, filtered."""
    number: int
    anchor: str


def pages(listings: Listings) -> Iterator[Page]:
    """One page, or with many rows an index and a page per letter."""
    letters = listings.a_to_z
    if not letters:
        return
    yield Page(path="a-z.md", kind="a-z", title="A–Z", description="All entries from A to Z.", is_listing=True)
    if sum(map(len, letters.values())) > _MOST:
        for letter in letters:
            yield Page(
                path=f"a-z/{_name(letter)}.md", kind="a-z", title=f"A–Z: {letter}", subject=letter,
                description=f"All entries under {letter}.", is_listing=True,
            )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The letters in use, and the rows of all of them, of one, or of none."""
    sheet = Sheet(page, site)
    letters = site.listings.a_to_z
    is_split = ("a-z", next(iter(letters))) in site.paths
    bar = [(letter, _href(sheet, letter, is_split=is_split), len(rows)) for letter, rows in letters.items()]
    one = [page.subject] if page.subject else []
    shown = one if is_split else list(letters)
    seen: set[str] = set()
    groups = [(_head(letter), [_row(sheet, row, seen) for row in letters[letter]]) for letter in shown]
    html = fill(
        "a_to_z.html", title=page.title, bar=bar, groups=groups, current=page.subject, actions=suggest_entry(sheet),
        choices=_choices(sheet, [row for letter in shown for row in letters[letter]]),
        kinds=[] if shown else _kinds(sheet), with_counts=not shown,
    )  # fmt: skip
    return Content(html=html, toc=tuple(TocItem(letter, _anchor(letter), 2) for letter in shown))


def _name(letter: str) -> str:
    """The letter as a file name."""
    return {"#": "signs", "0–9": "0-9"}.get(letter) or slug(letter) or f"{ord(letter[0]):x}"


def _anchor(letter: str) -> str:
    return _name(letter) if letter in ("#", "0–9") else letter


def _head(letter: str) -> Markup:
    name = "Signs" if letter == "#" else letter
    return heading(2, _anchor(letter), escape(name), is_derived=True)


def _href(sheet: Sheet, letter: str, *, is_split: bool) -> str:
    return sheet.href(sheet.site.paths["a-z", letter]) if is_split else f"#{_anchor(letter)}"


def _choices(sheet: Sheet, rows: Sequence[AzRow]) -> list[Choice]:
    """The kinds and topics among the rows, where there are several."""
    entries, listings = sheet.graph.entries, sheet.site.listings
    kinds = listings.grouped_by_kind(dict.fromkeys(row.id for row in rows))
    used = {entries[row.id].topic for row in rows}
    found = [
        Choice("Kind", "kind", "All kinds", [(value(kind), plural(sheet, kind)) for kind in kinds]),
        Choice(
            "Topic", "topic", "All topics",
            [(value(topic), listings.folder_title(topic)) for topic in listings.topics if topic in used],
        ),
    ]  # fmt: skip
    return [choice for choice in found if len(choice.options) > 1]


def _kinds(sheet: Sheet) -> list[_Kind]:
    """The kinds with their number of entries, on the index: each leads to the first letter that has one."""
    listings = sheet.site.listings
    first: dict[str, str] = {}
    for letter, rows in listings.a_to_z.items():
        for row in rows:
            first.setdefault(sheet.graph.entries[row.id].kind, letter)
    return [
        _Kind(
            plural(sheet, kind), f"{sheet.of_kind('a-z', first[kind])}#{filter_id(kind=value(kind))}", len(ids),
            filter_id(kind=value(kind)),
        )
        for kind, ids in listings.by_kind.items()
    ]  # fmt: skip


def _row(sheet: Sheet, row: AzRow, seen: set[str]) -> _Row:
    node = sheet.graph.entries[row.id]
    kind, topic = value(node.kind), value(node.topic) if node.topic else ""
    anchor = "" if kind in seen else filter_id(kind=kind)
    seen.add(kind)
    if not row.is_title:
        return _Row(row.name, sheet.link(row.id), row.is_title, kind, topic, [], anchor)
    is_gone = node.parsed.fields.status == "deprecated"
    see = sheet.links(view.other for view in sheet.graph.views(row.id, "superseded_by")) if is_gone else []
    return _Row(row.name, sheet.stencil("row", row.id), row.is_title, kind, topic, see, anchor)
