"""A site as exporters see it: where its pages are, without how they look."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from lexigraph.export import SiteMap, Topic
from lexigraph.graph import Graph
from lexigraph.page.addresses import Addresses
from lexigraph.page.listings import Listings

__all__ = ["site_map"]


def site_map(
    listings: Listings, addresses: Addresses, url: str, *, special: Mapping[str, str], topics: Mapping[str, str],
    sources: Mapping[str, str], title: str,
) -> SiteMap:  # fmt: skip
    """Where everything is.

    `special` are the paths of the single pages by kind, `topics` those of topics by folder, `sources` those of pages
    by the file they are made from.
    """
    graph = listings.graph
    entries = {id: addresses.url(node.path) for id, node in graph.entries.items()}
    return SiteMap(
        url=url, title=title, entries=entries, questions=dict(_questions(graph, entries)),
        files={id: addresses.place(node.path) for id, node in graph.entries.items()},
        topics=tuple(_topic(listings, folder, addresses.url(path)) for folder, path in topics.items()),
        lessons=listings.lessons,
        singles={kind: addresses.url(path) for kind, path in special.items()},
        pages={source: addresses.url(path) for source, path in sources.items()},
    )  # fmt: skip


def _questions(graph: Graph, entries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for id, question in graph.questions.items():
        if question.entry:
            yield id, entries[question.entry]
        elif question.bullet is not None:
            yield id, f"{entries[question.holder]}#{quote(question.bullet.anchor)}"


def _topic(listings: Listings, folder: str, address: str) -> Topic:
    written = listings.graph.pages.get(f"{folder}/index.md")
    return Topic(
        folder, listings.folder_title(folder), address, written.definition if written else "",
        listings.folders.get(folder, ()),
    )  # fmt: skip
