"""Terms on a page: every entry that its text leads to and that nothing else on it defines."""

from lexigraph.page.markup import element
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["terms"]


def terms(sheet: Sheet) -> Part | None:
    """Kind, names, definition and number of open questions of each, by title, folded."""
    linked = {place.entry for place in sheet.resolved if place is not None and place.entry}
    linked |= {mention.target for mention in sheet.graph.mentions_in.get(sheet.id, ())}
    linked -= {sheet.id, *(view.other for view in sheet.graph.relations_at.get(sheet.id, ()))}
    if not linked:
        return None
    order = sheet.site.listings.positions
    rows = element("".join(sheet.stencils("term", sorted(linked, key=order.__getitem__))))
    return Part(html=fill("terms.html", rows=rows))
