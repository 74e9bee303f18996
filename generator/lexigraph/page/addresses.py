"""Where pages are on the site, and the relative links between them."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from lexigraph.model import FrozenMapping

__all__ = ["Addresses"]

_IN_FRAGMENT = "!$&'()*+,;=:@/?"
"""Characters that stand for themselves in a fragment, beside letters and digits (RFC 3986)."""


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
class Addresses:
    """Turns paths of pages into addresses."""

    directory_urls: bool = True
    """True: `retrieval/rag/`; False: `retrieval/rag.html`, which works from `file://`."""
    places: Mapping[str, str] = FrozenMapping()
    """Path of a page that cannot have the address of its path → the path whose address it has (`placed`)."""

    def place(self, path: str) -> str:
        """The path that the address of the page is made from; also where its Markdown is published."""
        return self.places.get(path, path)

    def url(self, path: str) -> str:
        """The address of a page from the site's root, percent-encoded; `./` for the home page."""
        return _url(self.place(path), self.directory_urls) or "./"

    def href(self, origin: str, target: str, fragment: str = "") -> str:
        """The relative link from page `origin` to page `target` (paths), percent-encoded."""
        anchor = f"#{quote(fragment, safe=_IN_FRAGMENT)}" if fragment else ""
        if origin == target and anchor:
            return anchor
        return _relative(self._url(origin), self._url(target)) + anchor

    def file_href(self, origin: str, path: str) -> str:
        """The relative link from page `origin` to a file of the site, percent-encoded."""
        return _relative(self._url(origin), quote(path))

    def ways_up(self, path: str) -> tuple[tuple[str, str], ...]:
        """For each folder round the page's address, innermost first: the folder, and the way up to it."""
        return _ways_up(self._url(path))

    def output(self, path: str) -> str:
        """The file that a page is written to, below the site's root, not encoded."""
        stem = self.place(path).removesuffix(".md")
        if posixpath.basename(stem) in ("index", "README"):
            return posixpath.join(posixpath.dirname(stem), "index.html")
        return f"{stem}/index.html" if self.directory_urls else f"{stem}.html"

    def href_from_file(self, origin: str, target: str) -> str:
        """The relative link from a file of the site (`old/index.html`) to page `target`, percent-encoded."""
        return _relative(quote(origin), self._url(target))

    def _url(self, path: str) -> str:
        return _url(self.places.get(path, path), self.directory_urls)
