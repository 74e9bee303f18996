"""What a page is before and after it is rendered, and how pages address each other."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from lexigraph.export import Export, SiteMap
from lexigraph.export.feeds import feeds
from lexigraph.graph import Graph
from lexigraph.history import NO_HISTORY, History
from lexigraph.page.addresses import Addresses
from lexigraph.page.exports import site_map
from lexigraph.page.listings import Listings
from lexigraph.page.stencils import Stencils
from lexigraph.query.news import News, news

__all__ = ["Addresses", "Content", "Page", "PageKind", "Site", "TocItem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site, not rendered: small, so that all of them can stand in memory."""

    path: str
    """Virtual source path below the site's root, POSIX, ends with `.md`; the address follows from it."""
    kind: str
    """Name of its page kind: `entry`, `topic`, `a-z` …."""
    title: str
    """Plain text."""
    description: str = ""
    """Plain text for the meta element; empty: none."""
    subject: str = ""
    """What it is about: id of the entry, name of the topic; empty for the single pages."""
    source_path: str = ""
    """File below the content folder that a reader would edit; empty: no edit link."""
    is_listing: bool = False
    """True for pages derived from others, which search leaves out."""


@dataclass(frozen=True, slots=True)
class TocItem:
    """A heading in the table of contents."""

    title: str
    """Plain text."""
    anchor: str
    level: int
    children: tuple["TocItem", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A rendered page without its shell."""

    html: str
    """A complete fragment, with exactly one `<h1>`."""
    toc: tuple[TocItem, ...] = ()
    """Headings of level 2 with those of level 3 as children."""
    head: str = ""
    """Finished HTML for the `<head>`: alternate links, JSON-LD."""
    scripts: tuple[str, ...] = ()
    """Scripts that this page needs beside those of all pages: paths below the site's root, loaded in this order."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """All that rendering may look at. (Without slots: what is derived once is kept in its `__dict__`.)"""

    graph: Graph
    addresses: Addresses
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By path, in order of the kinds' table."""
    special: Mapping[str, str] = field(default_factory=dict)
    """Kind of a single page (`home`, `a-z`, `questions`, `wanted`) → its path, which may have moved to
    `all-<name>.md` because an entry has its address."""
    url: str = ""
    """Address of the published site, ends with a slash; empty when it is not known."""
    repo_url: str = ""
    """Address of the repository, without last slash; empty: no suggest links."""
    edit_url: str = ""
    """What stands in front of a file's path below the content folder to edit it; empty: no edit links."""
    today: datetime.date | None = None
    """The day of the build, from which follows what is due; None: nothing is."""
    history: History = NO_HISTORY
    """What git knows of the files."""
    listings: Listings
    """The lists that several pages show."""

    @property
    def title(self) -> str:
        """Plain text: the title of the home page."""
        return self.pages[self.special["home"]].title

    def changed(self, page: Page) -> datetime.date | None:
        """The day of the page's last change: of its file by git, else by its own dates; None when nothing tells.

        A page derived from others changes with any of them: on the day of the build.
        """
        if page.source_path and (last := self.history.last(page.source_path)) is not None:
            return last.date
        node = self.graph.entries.get(page.subject) if page.source_path else None
        if node is None:
            return self.today
        return node.parsed.fields.last_reviewed or node.parsed.fields.created

    @cached_property
    def stencils(self) -> Stencils:
        """What lists say of each entry."""
        return Stencils(self.listings)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """What the newest changes were about, newest first; empty without git."""
        return news(self.graph, self.history)

    @cached_property
    def map(self) -> SiteMap:
        """Where everything is, as exporters see it."""
        topics = {folder: path for folder in self.listings.topics if (path := self.paths.get(("topic", folder)))}
        return site_map(
            self.listings, self.addresses, self.url, special=self.special, topics=topics, sources=self.paths_by_source,
            title=self.pages[self.special["home"]].title,
        )  # fmt: skip

    @cached_property
    def export(self) -> Export:
        """What exporters look at."""
        return Export(graph=self.graph, site=self.map, history=self.history, news=self.news)

    @cached_property
    def feeds(self) -> tuple[tuple[str, str], ...]:
        """Path and title of each Atom feed that the site has."""
        return tuple((artifact.path, title) for artifact, title in feeds(self.export))

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """Id of an entry → address of its page from the site's root, percent-encoded."""
        return {id: self.addresses.url(node.path) for id, node in self.graph.entries.items()}

    @cached_property
    def paths(self) -> Mapping[tuple[str, str], str]:
        """Kind and subject of a page → its path."""
        return {(page.kind, page.subject): page.path for page in self.pages.values()}

    @cached_property
    def paths_by_source(self) -> Mapping[str, str]:
        """File below the content folder → path of the page that shows it; `<topic>/index.md` without a file too."""
        found = {page.source_path: page.path for page in self.pages.values() if page.source_path}
        for page in self.pages.values():
            if page.kind in ("home", "topic"):
                found.setdefault(f"{page.subject}/index.md".lstrip("/"), page.path)
        return found


class PageKind(Protocol):
    """What each module in the table `PAGE_KINDS` offers."""

    def pages(self, listings: Listings) -> Iterator[Page]:
        """The pages of this kind; none where there is nothing to show."""

    def render(self, page: Page, site: Site) -> Content:
        """The page's content."""
