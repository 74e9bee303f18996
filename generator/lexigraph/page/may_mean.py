"""The entries that a disambiguation offers."""

from markupsafe import Markup

from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet, inline
from lexigraph.page.template import fill

__all__ = ["may_mean"]


def may_mean(sheet: Sheet) -> Part | None:
    """Each entry that it is related or links to, with kind, scope note and definition."""
    related = [view.other for view in sheet.graph.relations_at.get(sheet.id, ()) if not view.derived]
    linked = [place.entry for place in sheet.resolved if place is not None and place.entry]
    ids = [id for id in dict.fromkeys((*related, *linked)) if id != sheet.id]
    if not ids:
        return None
    notes = [sheet.graph.entries[id].parsed.fields.scope_note for id in ids]
    meanings = [(sheet.card(id), inline(note) if note else Markup("")) for id, note in zip(ids, notes, strict=True)]
    html = fill("may_mean.html", meanings=meanings)
    title = f"{sheet.entry.title} may mean"
    return Part(title=title, anchor=sheet.anchors.claim("may-mean"), html=html, is_derived=True)
