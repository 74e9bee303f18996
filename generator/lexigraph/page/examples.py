"""Tools that use an entry and examples of it, as a table."""

from typing import NamedTuple

from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.stencils import Card
from lexigraph.page.template import fill

__all__ = ["tools_and_examples"]


class _Row(NamedTuple):
    card: Card
    developers: tuple[Card, ...]


def tools_and_examples(sheet: Sheet) -> Part | None:
    """Tools that implement or use the entry, and its instances: name, kind, developed by, definition.

    Nothing where no row has a developer: all that is left stands among the connections already.
    """
    entries = sheet.graph.entries
    using = tuple(id for id in sheet.others("used_by") if entries[id].kind == "tool")
    tools = dict.fromkeys((*sheet.others("implemented_by"), *using))
    instances = [id for id in sheet.others("instances") if id not in tools]
    title = "Tools and examples" if tools and instances else "Tools" if tools else "Examples"
    rows = [
        _Row(sheet.card(id), sheet.cards(view.other for view in sheet.graph.views(id, "developed_by")))
        for id in (*tools, *instances)
    ]
    if not any(row.developers for row in rows):
        return None
    html = fill("examples.html", rows=rows, title=title)
    return Part(title=title, anchor=sheet.anchors.claim("examples"), html=html, is_derived=True)
