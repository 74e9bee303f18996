"""A name that several entries have, where nobody wrote a disambiguation: what it may mean."""

from collections.abc import Iterator

from lexigraph.names import slug
from lexigraph.page.listings import Listings
from lexigraph.page.may_mean import offered
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import assemble
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per name of several entries; its subject is the folded name."""
    for folded, (name, ids) in listings.ambiguous_names.items():
        yield Page(
            path=f"{slug(folded) or 'name'}.md", kind="disambiguation", title=name, subject=folded,
            description=listings.in_words(ids), is_listing=True,
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The entries with kind, scope note and definition."""
    sheet = Sheet(page, site)
    _, ids = site.listings.ambiguous_names[page.subject]
    head = fill("index_head.html", title=page.title, lead="", actions=())
    return assemble(head, [offered(sheet, page.title, ids)])
