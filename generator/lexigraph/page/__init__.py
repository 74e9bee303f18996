"""Pages of the site: what each shows, rendered to finished HTML.

A page is planned first (`site_of`), so that every page knows the address of every other, and rendered
when it is written (`render`). Nothing here knows the host that puts a shell round it.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from lexigraph.graph import Graph
from lexigraph.history import NO_HISTORY, History
from lexigraph.page import (
    a_to_z,
    backlinks,
    comparison,
    contrast,
    disambiguation,
    entry,
    explore,
    home,
    order,
    path,
    question,
    questions,
    recent,
    statistics,
    tags,
    topic,
    wanted,
)
from lexigraph.page.head_elements import head_elements
from lexigraph.page.listings import Listings
from lexigraph.page.page import Addresses, Content, Page, PageKind, Site, TocItem
from lexigraph.page.places import placed
from lexigraph.page.redirects import redirects, unwritable_redirects
from lexigraph.page.scripts import scripts_for

__all__ = [
    "PAGE_KINDS", "Addresses", "Content", "Page", "PageKind", "Site", "TocItem", "redirects", "render", "site_of",
    "unwritable_redirects",
]  # fmt: skip

PAGE_KINDS: Mapping[str, PageKind] = MappingProxyType(
    {
        "home": home,
        "entry": entry,
        "comparison": comparison,
        "question": question,
        "topic": topic,
        "a-z": a_to_z,
        "reading-order": order,
        "questions": questions,
        "explore": explore,
        "path": path,
        "tags": tags,
        "wanted": wanted,
        "recent": recent,
        "statistics": statistics,
        "contrast": contrast,
        "disambiguation": disambiguation,
        "backlinks": backlinks,
    }
)
"""Every kind of page, in the order in which their pages are planned. One module each."""


def site_of(
    graph: Graph, addresses: Addresses, *, url: str = "", repo_url: str = "", edit_url: str = "",
    today: datetime.date | None = None, history: History = NO_HISTORY, without: Collection[str] = (),
) -> Site:  # fmt: skip
    """The site with all its pages planned and placed, none rendered; `without` names kinds that it does not have."""
    listings = Listings(graph)
    planned = [page for name, kind in PAGE_KINDS.items() if name not in without for page in kind.pages(listings)]
    pages, places = placed(planned, addresses, graph.attachments_used)
    special = {page.kind: page.path for page in pages.values() if not page.subject}
    return Site(
        graph=graph, addresses=replace(addresses, places=places), pages=pages, special=special,
        url=f"{url.rstrip('/')}/" if url else "", repo_url=repo_url.rstrip("/"), edit_url=edit_url, today=today,
        history=history, listings=listings,
    )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The content of one page of the site."""
    content = PAGE_KINDS[page.kind].render(page, site)
    return replace(
        content, head=content.head + head_elements(page, site),
        scripts=(*content.scripts, *scripts_for(content.html)),
    )  # fmt: skip
