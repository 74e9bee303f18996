"""The page of a comparison: the compared entries side by side, then the author's text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import RelationView
from lexigraph.page.body import before_headings, under_headings
from lexigraph.page.entry import page_of
from lexigraph.page.head import contested, head, review
from lexigraph.page.lifted import Slot, exercises, faq, takeaways
from lexigraph.page.listings import Listings
from lexigraph.page.mentioned_in import mentioned_in
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.questions_about import item, questions_about, row
from lexigraph.page.reading import reading_order
from lexigraph.page.relations import compare, connections
from lexigraph.page.sheet import Sheet, inline
from lexigraph.page.sources import sources
from lexigraph.page.stencils import Card
from lexigraph.page.template import fill
from lexigraph.page.terms import terms

__all__ = ["pages", "render"]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per comparison."""
    return (page_of(node, "comparison") for node in listings.graph.entries.values() if node.kind == "comparison")


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    node = site.graph.entries[page.subject]
    sheet = Sheet(page, site, node.parsed, node.id)
    return assemble(head(sheet), parts_of(sheet, _SLOTS))


class _Sentence(NamedTuple):
    """How one of the compared entries is related to another of them."""

    subject: Card
    words: str
    other: Card
    note: Markup


class _Row(NamedTuple):
    """What the compared entries are related to in one direction."""

    heading: str
    cells: tuple[tuple[Card, ...], ...]
    """One for each of the compared entries; for what they share, one."""


_SHARED, _DIFFERENT = "What they share", "Where they differ"


def sides(sheet: Sheet) -> Part | None:
    """The compared entries with kind and definition, and how they are related to one another."""
    ids = sheet.others("compares")
    if not ids:
        return None
    html = fill("sides.html", sides=sheet.cards(ids), sentences=_between(sheet, ids))
    return Part(title="Side by side", anchor=sheet.anchors.claim("side-by-side"), html=html, is_derived=True)


def shared(sheet: Sheet) -> Part | None:
    """What the compared entries share and where they differ, from their relations."""
    ids = sheet.others("compares")
    if len(ids) < 2:
        return None
    common: list[_Row] = []
    differing: list[_Row] = []
    related = [_related(sheet, id, ids) for id in ids]
    for key, direction in sheet.graph.vocabulary.directions.items():
        cells = [others.get(key, ()) for others in related]
        both = [id for id in cells[0] if all(id in cell for cell in cells[1:])]
        if both:
            common.append(_Row(direction.heading, (sheet.cards(both),)))
        rest = tuple(sheet.cards(id for id in cell if id not in both) for cell in cells)
        if any(rest):
            differing.append(_Row(direction.heading, rest))
    if not common and not differing:
        return None
    title = _SHARED if not differing else _DIFFERENT if not common else f"{_SHARED} and {_DIFFERENT.lower()}"
    html = fill("shared.html", sides=sheet.cards(ids), common=common, differing=differing)
    return Part(title=title, anchor=sheet.anchors.claim("shared"), html=html, is_derived=True)


def questions_about_either(sheet: Sheet) -> Part | None:
    """Open questions of the comparison itself, then those about the entries that it compares."""
    own = questions_about(sheet)
    graph = sheet.graph
    shown = set(graph.questions_about.get(sheet.id, ()))
    more = dict.fromkeys(
        id for other in sheet.others("compares") for id in graph.questions_about.get(other, ()) if id not in shown
    )
    if not more:
        return own
    html = fill("questions_about.html", rows=[item(row(sheet, graph.questions[id])) for id in more])
    if own is None or not own.title:
        if own is not None:
            html = own.html + html
        return Part(title="Open questions", anchor=sheet.anchors.claim("questions"), html=html, is_derived=True)
    return Part(
        title=own.title, anchor=own.anchor, toc=own.toc,
        html=own.html + Markup("<p>About what is compared:</p>\n") + html,
    )  # fmt: skip


def _connections(sheet: Sheet) -> Part | None:
    return connections(sheet, without=("compares",))


_SLOTS: tuple[Slot, ...] = (
    contested, before_headings, sides, shared, under_headings, takeaways, compare, faq, _connections,
    questions_about_either, exercises, reading_order, mentioned_in, sources, terms, review,
)  # fmt: skip


def _related(sheet: Sheet, id: str, sides: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Key → what the entry is related to, without comparisons, questions and the other sides."""
    found: dict[str, list[str]] = {}
    entries = sheet.graph.entries
    for view in sheet.graph.relations_at.get(id, ()):
        if view.other not in sides and entries[view.other].kind not in ("comparison", "question"):
            found.setdefault(view.direction.key, []).append(view.other)
    return found


def _between(sheet: Sheet, ids: Sequence[str]) -> list[_Sentence]:
    """The relations among the compared entries, each once, as sentences."""
    views: dict[tuple[str, str, str], tuple[str, RelationView]] = {}
    for id in ids:
        for view in sheet.graph.relations_at.get(id, ()):
            if view.other in ids and not view.derived:
                relation = view.relation
                views.setdefault((relation.type.key, relation.source, relation.target), (id, view))
    return [
        _Sentence(
            sheet.card(id), view.direction.words, sheet.card(view.other),
            inline(view.relation.note) if view.relation.note else Markup(""),
        )
        for id, view in views.values()
    ]  # fmt: skip
