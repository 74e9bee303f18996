"""The entries that a disambiguation offers."""

from collections.abc import Iterable

from lexigraph.page.meanings import meanings
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["may_mean", "offered"]


def may_mean(sheet: Sheet) -> Part | None:
    """Each entry that the disambiguation is related or links to, with kind, scope note and definition."""
    ids = meanings(sheet.graph, sheet.id)
    return offered(sheet, sheet.entry.title, ids) if ids else None


def offered(sheet: Sheet, name: str, ids: Iterable[str]) -> Part:
    """The entries that the name may mean."""
    html = fill("may_mean.html", meanings=sheet.stencils("meaning", ids))
    return Part(title=f"{name} may mean", anchor=sheet.anchors.claim("may-mean"), html=html, is_derived=True)
