"""All names from A to Z: titles with kind and definition, other names with the entry they mean."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.names import slug
from lexigraph.page.actions import suggest_entry
from lexigraph.page.anchors import heading
from lexigraph.page.listings import AzRow, Listings
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
    see: list[Markup]
    """What replaces a deprecated entry."""


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
    is_split = any(kind == "a-z" and subject for kind, subject in site.paths)
    bar = [(letter, _href(sheet, letter, is_split=is_split), len(rows)) for letter, rows in letters.items()]
    one = [page.subject] if page.subject else []
    shown = one if is_split else list(letters)
    groups = [(_head(letter), [_row(sheet, row) for row in letters[letter]]) for letter in shown]
    html = fill(
        "a_to_z.html", title=page.title, bar=bar, groups=groups, current=page.subject,
        actions=suggest_entry(sheet),
        with_counts=is_split and not page.subject,
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


def _row(sheet: Sheet, row: AzRow) -> _Row:
    if not row.is_title:
        return _Row(row.name, sheet.link(row.id), row.is_title, [])
    is_gone = sheet.graph.entries[row.id].parsed.fields.status == "deprecated"
    see = sheet.links(view.other for view in sheet.graph.views(row.id, "superseded_by")) if is_gone else []
    return _Row(row.name, sheet.stencil("row", row.id), row.is_title, see)
