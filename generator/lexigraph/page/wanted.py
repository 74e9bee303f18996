"""Names that are referenced and have no entry yet, each with every sentence that wants it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import Unresolved, Wanted
from lexigraph.model import Reference
from lexigraph.page.actions import Action, suggest_entry
from lexigraph.page.listings import Listings
from lexigraph.page.mentioned_in import marked
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.sheet import Sheet
from lexigraph.page.stencils import Card
from lexigraph.page.template import fill
from lexigraph.page.write_it import LONGEST, write_it
from lexigraph.query.suggest import NearNames

__all__ = ["pages", "render"]

_SUGGESTED = 200
"""Names, from the most wanted, that come with the nearest existing ones."""

_WITH_SENTENCES, _SHORT = 50, 500
"""Names, from the most wanted, whose new file takes all sentences that an address holds; longest of the others."""


class _Asking(NamedTuple):
    """A page that wants the name, with its sentences."""

    title: str
    href: str
    sentences: tuple[Markup, ...]


class _Name(NamedTuple):
    name: str
    anchor: str
    number: int
    asking: tuple[_Asking, ...]
    nearest: tuple[Card, ...]
    actions: tuple[Action, ...]


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when something is wanted."""
    if listings.graph.wanted:
        yield Page(
            path="wanted.md", kind="wanted", title="Wanted", is_listing=True,
            description="Names that entries refer to and that have no entry yet.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The names, most references first."""
    sheet = Sheet(page, site)
    near = NearNames(site.graph)
    names = [
        _name(
            sheet, wanted, near.to(wanted.name) if place < _SUGGESTED else (),
            LONGEST if place < _WITH_SENTENCES else _SHORT,
        )
        for place, wanted in enumerate(site.graph.wanted)
    ]  # fmt: skip
    return Content(html=fill("wanted.html", title=page.title, description=page.description, names=names))


def _name(sheet: Sheet, wanted: Wanted, nearest: Sequence[str], longest: int) -> _Name:
    return _Name(
        wanted.name, wanted.anchor, len(wanted.references), _asking(sheet, wanted), sheet.cards(nearest),
        (*write_it(sheet, wanted, longest), *suggest_entry(sheet, "Suggest it", wanted.name)),
    )  # fmt: skip


def _asking(sheet: Sheet, wanted: Wanted) -> tuple[_Asking, ...]:
    """The pages that want the name, in order of their titles' first reference."""
    found: dict[str, list[Unresolved]] = {}
    for item in wanted.references:
        found.setdefault(item.path, []).append(item)
    rows = []
    for path, items in found.items():
        target = sheet.site.paths_by_source.get(path, "")
        if target:
            sentences = dict.fromkeys(filter(None, map(_sentence, items)))
            rows.append(_Asking(sheet.site.pages[target].title, sheet.href(target), tuple(sentences)))
    return tuple(rows)


def _sentence(item: Unresolved) -> Markup:
    if isinstance(item.written, Reference):
        return marked(item.sentence, item.written.sentence_span)
    at = item.sentence.find(item.name)
    return marked(item.sentence, (at, at + len(item.name)) if at >= 0 else (0, 0))
