"""How two entries are related: chosen in the browser, answered by the same rules as `query.paths`."""

from collections.abc import Iterator
from urllib.parse import quote

from lexigraph.page.graph_data import DATA
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.sheet import Sheet
from lexigraph.page.style_sheet import style_sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]

_SCRIPTS = (
    DATA, "assets/js/graph.js", "assets/js/combobox.js", "assets/js/path-search.js", "assets/js/path.js",
)  # fmt: skip


def pages(listings: Listings) -> Iterator[Page]:
    """One page, where entries have relations."""
    if listings.graph.relations:
        yield Page(
            path="path.md", kind="path", title="How are two entries related?", is_listing=True,
            description="The shortest way from one entry to another by their relations, in sentences.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The form; the scripts fill in what the address asks for."""
    sheet = Sheet(page, site)
    propose = f"{site.repo_url}/issues/new?template=suggest-a-change.yml&title={quote('Relation: ')}"
    html = fill(
        "path.html", title=page.title, description=page.description,
        root=site.addresses.file_href(page.path, ""), a_to_z=sheet.special("a-z"), explore=sheet.special("explore"),
        propose=propose if site.repo_url else "",
    )  # fmt: skip
    return Content(html=html, head=style_sheet(sheet, "path"), scripts=_SCRIPTS)
