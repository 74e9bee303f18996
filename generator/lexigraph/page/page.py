"""What a page is before and after it is rendered, and how pages address each other."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote

from lexigraph.graph import Graph

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Turns paths into relative links."""

    directory_urls: bool = True
    """True: `retrieval/rag/`; False: `retrieval/rag.html`, which works from `file://`."""

    def url(self, path: str) -> str:
        """The address of a page from the site's root, percent-encoded; `./` for the home page."""
        stem = path.removesuffix(".md")
        if posixpath.basename(stem) in ("index", "README"):
            folder = posixpath.dirname(stem)
            if self.directory_urls:
                return quote(f"{folder}/") if folder else "./"
            return quote(posixpath.join(folder, "index.html"))
        return quote(f"{stem}/" if self.directory_urls else f"{stem}.html")

    def href(self, origin: str, target: str, fragment: str = "") -> str:
        """The relative link from page `origin` to page `target` (paths), percent-encoded."""
        anchor = f"#{quote(fragment, safe='')}" if fragment else ""
        if origin == target and anchor:
            return anchor
        return self._relative(origin, self.url(target)) + anchor

    def file_href(self, origin: str, path: str) -> str:
        """The relative link from page `origin` to a file of the site, percent-encoded."""
        return self._relative(origin, quote(path))

    def _relative(self, origin: str, url: str) -> str:
        here = self.url(origin)
        folder = here if here.endswith("/") else posixpath.dirname(here)
        relative = posixpath.relpath(url, folder or ".") if url != "./" else posixpath.relpath(".", folder or ".")
        return relative + "/" if url.endswith("/") else relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that rendering may look at."""

    graph: Graph
    addresses: Addresses
    pages: dict[str, Page] = field(default_factory=dict)
    """By path, in order of the kinds' table."""
    special: dict[str, str] = field(default_factory=dict)
    """Kind of a single page (`home`, `a-z`, `questions`, `wanted`) → its path, which may have moved to
    `all-<name>.md` because an entry has its address."""
    repo_url: str = ""
    """Address of the repository, without last slash; empty: no suggest links."""


class PageKind(Protocol):
    """What each module in the table `PAGE_KINDS` offers."""

    def pages(self, graph: Graph) -> Iterator[Page]:
        """The pages of this kind; none where there is nothing to show."""

    def render(self, page: Page, site: Site) -> Content:
        """The page's content."""
