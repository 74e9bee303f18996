"""The map of all entries with its list; without JavaScript the list alone, by topic."""

from collections.abc import Iterator

from lexigraph.page.graph_data import DATA
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.sheet import Sheet
from lexigraph.page.style_sheet import style_sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]

_SCRIPTS = (
    DATA, "assets/js/graph.js", "assets/js/combobox.js", "assets/js/explore-state.js", "assets/js/explore-look.js",
    "assets/js/explore-labels.js", "assets/js/explore-map.js", "assets/js/explore-pointer.js",
    "assets/js/explore-list.js", "assets/js/explore-panel.js", "assets/js/explore.js",
)  # fmt: skip


def pages(listings: Listings) -> Iterator[Page]:
    """One page, where there are entries."""
    if listings.graph.entries:
        yield Page(
            path="explore.md", kind="explore", title="Explore", is_listing=True,
            description="All entries as a map and as a list, to be filtered by name, kind, topic and relation.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The frame that the scripts fill, and below it the plain list that they replace."""
    sheet = Sheet(page, site)
    groups = _groups(sheet)
    html = fill(
        "explore.html", title=page.title, description=page.description, groups=groups,
        root=site.addresses.file_href(page.path, ""), path=sheet.special("path"),
        number=len(site.graph.entries),
    )  # fmt: skip
    head = "".join(style_sheet(sheet, name) for name in ("explore", "explore-map", "explore-list"))
    return Content(html=html, toc=tuple(TocItem(title, at, 2) for title, at, _ in groups), head=head, scripts=_SCRIPTS)


def _groups(sheet: Sheet) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Title of a topic, its fragment, and title and link of its entries; those without a topic at the end."""
    listings = sheet.site.listings
    by_topic: dict[str, list[str]] = {topic: [] for topic in listings.topics}
    for node in sheet.graph.entries.values():
        by_topic.setdefault(node.topic, []).append(node.id)
    named = [(listings.folder_title(topic), ids) for topic, ids in by_topic.items() if topic and ids]
    if by_topic.get(""):
        named.append(("Without a topic" if named else "Entries", by_topic[""]))
    return [
        (title, sheet.anchors.claim(title), [(sheet.graph.entries[id].title, sheet.href_of(id)) for id in ids])
        for title, ids in named
    ]
