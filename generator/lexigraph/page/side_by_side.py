"""Entries side by side: what each is, how they are related, what they share and where they differ."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.page.markup import inline
from lexigraph.page.part import Part
from lexigraph.page.questions_about import item, row
from lexigraph.page.sheet import Sheet
from lexigraph.page.stencils import Card
from lexigraph.page.template import fill
from lexigraph.query.contrast import between, contrast

__all__ = ["more_questions", "shared", "sides"]


class _Sentence(NamedTuple):
    """How one of the entries is related to another of them."""

    subject: Card
    words: str
    other: Card
    note: Markup


class _Row(NamedTuple):
    """What the entries are related to in one direction."""

    heading: str
    cells: tuple[tuple[Card, ...], ...]
    """One for each of the entries; for what they share, one."""


_SHARED, _DIFFERENT = "What they share", "Where they differ"


def sides(sheet: Sheet, ids: Sequence[str]) -> Part | None:
    """The entries with kind and definition, and how they are related to one another."""
    if not ids:
        return None
    sentences = [
        _Sentence(
            sheet.card(id), view.direction.words, sheet.card(view.other),
            inline(view.relation.note) if view.relation.note else Markup(""),
        )
        for id, view in between(sheet.graph, ids)
    ]  # fmt: skip
    html = fill("sides.html", sides=sheet.stencils("side", ids), sentences=sentences)
    return Part(title="Side by side", anchor=sheet.anchors.claim("side-by-side"), html=html, is_derived=True)


def shared(sheet: Sheet, ids: Sequence[str]) -> Part | None:
    """What two or more entries share and where they differ, from their relations."""
    if len(ids) < 2:
        return None
    found = contrast(sheet.graph, ids)
    common = [_Row(item.direction.heading, (sheet.cards(item.shared),)) for item in found if item.shared]
    differing = [_Row(item.direction.heading, tuple(map(sheet.cards, item.apart))) for item in found if any(item.apart)]
    if not common and not differing:
        return None
    title = _SHARED if not differing else _DIFFERENT if not common else f"{_SHARED} and {_DIFFERENT.lower()}"
    html = fill("shared.html", sides=sheet.cards(ids), common=common, differing=differing)
    return Part(title=title, anchor=sheet.anchors.claim("shared"), html=html, is_derived=True)


def more_questions(sheet: Sheet, ids: Sequence[str], own: Part | None = None) -> Part | None:
    """Open questions of the page itself, `own`, then those about the entries."""
    graph = sheet.graph
    shown = set(graph.questions_about.get(sheet.id, ()))
    more = dict.fromkeys(id for other in ids for id in graph.questions_about.get(other, ()) if id not in shown)
    if not more:
        return own
    html = fill("questions_about.html", rows=[item(row(sheet, graph.questions[id])) for id in more])
    if own is None or not own.title:
        html = own.html + html if own is not None else html
        return Part(title="Open questions", anchor=sheet.anchors.claim("questions"), html=html, is_derived=True)
    return Part(
        title=own.title, anchor=own.anchor, toc=own.toc,
        html=own.html + Markup("<p>About what is compared:</p>\n") + html,
    )  # fmt: skip
