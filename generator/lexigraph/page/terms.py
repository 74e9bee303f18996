"""Terms on a page: every entry that its text leads to and that nothing else on it defines."""

from markupsafe import Markup

from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["terms"]


def terms(sheet: Sheet) -> Part | None:
    """Kind, names, definition and number of open questions of each, by title, folded. The last slot of a page.

    After them the names of several entries, with what they may mean.
    """
    linked = {place.entry for place in sheet.resolved if place is not None and place.entry}
    linked |= {mention.target for mention in sheet.graph.mentions_in.get(sheet.id, ())}
    linked -= {sheet.id, *sheet.defined}
    if not linked and not sheet.ambiguous:
        return None
    order = sheet.site.listings.positions
    rows = sheet.stencils("term", sorted(linked, key=order.__getitem__))
    rows += [_ambiguous(sheet, name, ids) for name, ids in sorted(sheet.ambiguous.items())]
    return Part(html=fill("terms.html", rows=rows))


def _ambiguous(sheet: Sheet, folded: str, ids: tuple[str, ...]) -> Markup:
    listings = sheet.site.listings
    name, _ = listings.ambiguous_names[folded]
    href, said = quoted(sheet.of_kind("disambiguation", folded)), escaped(listings.in_words(ids))
    return element(
        f'<div data-lx-entry="?{quoted(folded)}"><dt><a href="{href}">{escaped(name)}</a></dt>\n<dd>{said}</dd></div>'
    )
