"""Pages of the site: what each shows, rendered to finished HTML.

A page is planned first (`site_of`), so that every page knows the address of every other, and rendered
when it is written (`render`). Nothing here knows the host that puts a shell round it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from lexigraph.graph import Graph
from lexigraph.page import a_to_z, backlinks, comparison, entry, home, question, questions, topic, wanted
from lexigraph.page.listings import Listings
from lexigraph.page.page import Addresses, Content, Page, PageKind, Site, TocItem
from lexigraph.page.redirects import redirects

__all__ = [
    "PAGE_KINDS", "Addresses", "Content", "Page", "PageKind", "Site", "TocItem", "redirects", "render", "site_of",
]  # fmt: skip

PAGE_KINDS: Mapping[str, PageKind] = MappingProxyType(
    {
        "home": home,
        "entry": entry,
        "comparison": comparison,
        "question": question,
        "topic": topic,
        "a-z": a_to_z,
        "questions": questions,
        "wanted": wanted,
        "backlinks": backlinks,
    }
)
"""Every kind of page, in the order in which their pages are planned. One module each."""


def site_of(graph: Graph, addresses: Addresses, *, url: str = "", repo_url: str = "", edit_url: str = "") -> Site:
    """The site with all its pages planned, none rendered.

    Entries keep the address of their file. Any other page whose address is taken moves to `all-<name>.md`.
    """
    listings = Listings(graph)
    planned = [page for kind in PAGE_KINDS.values() for page in kind.pages(listings)]
    taken = {addresses.output(page.path).casefold() for page in planned if _stays(page)}
    taken.update(path.casefold() for path in graph.attachments_used)
    pages: dict[str, Page] = {}
    for page in planned:
        path = page.path
        if not _stays(page):
            while addresses.output(path).casefold() in taken:
                path = _moved(path)
            taken.add(addresses.output(path).casefold())
        pages[path] = page if path == page.path else replace(page, path=path)
    special = {page.kind: page.path for page in pages.values() if not page.subject}
    return Site(
        graph=graph, addresses=addresses, pages=pages, special=special, url=f"{url.rstrip('/')}/" if url else "",
        repo_url=repo_url.rstrip("/"), edit_url=edit_url, listings=listings,
    )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The content of one page of the site."""
    return PAGE_KINDS[page.kind].render(page, site)


def _stays(page: Page) -> bool:
    """Whether nothing can make the page move: entries and the home page."""
    return page.path == "index.md" or (page.source_path == page.path and page.kind != "topic")


def _moved(path: str) -> str:
    """Another path for a generated page: `all-wanted.md`; `all-retrieval.md` for `retrieval/index.md`."""
    place = PurePosixPath(path)
    if place.name == "index.md" and place.parent.name:
        place = place.parent.with_name(f"{place.parent.name}.md")
    return str(place.with_name(f"all-{place.name}"))
