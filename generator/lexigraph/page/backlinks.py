"""All that speaks of an entry, on a page of its own, where the entry's page has no room for it."""

from collections.abc import Iterator

from markupsafe import Markup

from lexigraph.page.listings import Listings
from lexigraph.page.mentioned_in import MOST_LINKS, MOST_NAMES, linking, naming, rows
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per entry that more entries speak of than its page lists."""
    for node in listings.graph.entries.values():
        links = linking(listings.graph, node.id)
        names = naming(listings, node.id, links)
        if len(links) > MOST_LINKS or len(names) > MOST_NAMES:
            yield Page(
                path=f"{node.path.removesuffix('.md')}/backlinks.md", kind="backlinks", subject=node.id,
                title=f"{node.title}: mentioned in", description=f"Entries that speak of {node.title}.",
                is_listing=True,
            )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Links, then names without a link."""
    sheet = Sheet(page, site)
    card = sheet.card(page.subject)
    links = linking(site.graph, card.id)
    names = naming(site.listings, card.id, links)
    parts = []
    for title, found in (("Linked from", links), ("Named in", names)):
        if found:
            html = fill("backlinks.html", rows=rows(sheet, found, found))
            parts.append(Part(title=title, anchor=sheet.anchors.claim(title), html=html, is_derived=True))
    head = Markup(
        '<header class="lx-head">\n<h1>{}</h1>\n<p>All entries that speak of <a href="{}">{}</a>.</p>\n</header>\n'
    ).format(page.title, card.href, card.title)
    return assemble(head, parts)
