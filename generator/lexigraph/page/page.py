"""What a page is before and after it is rendered, and how pages address each other."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Protocol
from urllib.parse import quote

from lexigraph.graph import Graph
from lexigraph.page.listings import Listings
from lexigraph.page.stencils import Stencils

__all__ = ["Addresses", "Content", "Page", "PageKind", "Site", "TocItem"]


@lru_cache(maxsize=65536)
def _url(path: str, directory_urls: bool) -> str:  # noqa: FBT001 - the key of a cache
    """The address of a page from the site's root; empty for a home page at `./`."""
    stem = path.removesuffix(".md")
    if posixpath.basename(stem) in ("index", "README"):
        folder = posixpath.dirname(stem)
        if directory_urls:
            return quote(f"{folder}/") if folder else ""
        return quote(posixpath.join(folder, "index.html"))
    return quote(f"{stem}/" if directory_urls else f"{stem}.html")


@lru_cache(maxsize=65536)
def _ways_up(url: str) -> tuple[tuple[str, str], ...]:
    """For each folder round the address, innermost first: the folder, and the way from the address up to it."""
    folders = url.split("/")[:-1]
    return tuple(
        ("".join(f"{folder}/" for folder in folders[:depth]), "../" * (len(folders) - depth))
        for depth in range(len(folders), -1, -1)
    )


def _relative(here: str, url: str) -> str:
    """The way from one address to another, both from the site's root."""
    for folder, way in _ways_up(here):
        if url.startswith(folder):
            return way + url[len(folder) :] or "./"
    raise AssertionError(url)  # the root is a folder of every address


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Turns paths into relative links."""

    directory_urls: bool = True
    """True: `retrieval/rag/`; False: `retrieval/rag.html`, which works from `file://`."""

    def url(self, path: str) -> str:
        """The address of a page from the site's root, percent-encoded; `./` for the home page."""
        return _url(path, self.directory_urls) or "./"

    def href(self, origin: str, target: str, fragment: str = "") -> str:
        """The relative link from page `origin` to page `target` (paths), percent-encoded."""
        anchor = f"#{quote(fragment, safe='')}" if fragment else ""
        if origin == target and anchor:
            return anchor
        return _relative(_url(origin, self.directory_urls), _url(target, self.directory_urls)) + anchor

    def file_href(self, origin: str, path: str) -> str:
        """The relative link from page `origin` to a file of the site, percent-encoded."""
        return _relative(_url(origin, self.directory_urls), quote(path))

    def ways_up(self, path: str) -> tuple[tuple[str, str], ...]:
        """For each folder round the page's address, innermost first: the folder, and the way up to it."""
        return _ways_up(_url(path, self.directory_urls))

    def output(self, path: str) -> str:
        """The file that a page is written to, below the site's root, not encoded."""
        stem = path.removesuffix(".md")
        if posixpath.basename(stem) in ("index", "README"):
            return posixpath.join(posixpath.dirname(stem), "index.html")
        return f"{stem}/index.html" if self.directory_urls else f"{stem}.html"

    def href_from_file(self, origin: str, target: str) -> str:
        """The relative link from a file of the site (`old/index.html`) to page `target`, percent-encoded."""
        return _relative(quote(origin), _url(target, self.directory_urls))


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
    listings: Listings
    """The lists that several pages show."""

    @cached_property
    def stencils(self) -> Stencils:
        """What lists say of each entry."""
        return Stencils(self.listings)

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
