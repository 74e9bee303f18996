"""Which address each page gets: that of its path, or another one where that cannot be written.

Nothing is left out. A page of an entry keeps the address of its file, unless a file of the site has it or its name
is too long for a file system; a page derived from entries gives way to them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from lexigraph.page.addresses import Addresses
from lexigraph.page.page import Page

__all__ = ["RESERVED", "placed"]

RESERVED = (
    "404.html", "CNAME", "concepts.json", "favicon.ico", "llms-full.txt", "llms.txt", "objects.inv", "questions.json",
    "robots.txt", "sitemap.xml", "sitemap.xml.gz",
)  # fmt: skip
"""Files at the root that are written beside the pages."""

_OWN_FOLDERS = frozenset({"assets", "explore", "feeds", "schema", "search"})
"""Folders at the root in which other files are written. A page there never has the name of a file."""

_LONGEST_NAME = 200
"""Bytes of one part of a path. File systems take 255; the rest is room for an ending."""


def placed(
    planned: Iterable[Page], addresses: Addresses, files: Iterable[str]
) -> tuple[dict[str, Page], dict[str, str]]:
    """The pages by path, in their order; and by path the place of those that are not where their path says.

    `files` are paths of files that are published as they are. Derived pages whose address is taken move to
    `all-<name>.md`: their path changes. The path of an entry's page never changes.
    """
    planned = tuple(planned)
    taken = _Taken((*RESERVED, *files))
    moved = {page.path: _place(page.path, addresses, taken) for page in planned if _stays(page)}
    places = {path: place for path, place in moved.items() if path != place}
    pages: dict[str, Page] = {}
    for page in planned:
        path = page.path
        if not _stays(page):
            while path in pages or path in moved or not taken.is_free(addresses.output(_writable(path)), folded=True):
                path = _given_way(path)
            if (place := _writable(path)) != path:
                places[path] = place
            taken.add(addresses.output(place))
        pages[path] = page if path == page.path else replace(page, path=path)
    return pages, places


class _Taken:
    """The files of a site, and the folders in which they stand."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files: set[str] = set()
        self._folded: set[str] = set()
        self._folders: set[str] = set()
        for file in files:
            self.add(file)

    def add(self, file: str) -> None:
        """Note that the file is written."""
        self._files.add(file)
        self._folded.add(file.casefold())
        for folder in _folders_above(file):
            if folder in self._folders:
                break
            self._folders.add(folder)

    def is_free(self, file: str, *, folded: bool = False) -> bool:
        """Whether the file can be written: nothing stands there, or at a folder above it.

        With `folded`, nothing whose letters differ in case alone either. Without it, the page may be what stands
        under a reserved name: an entry `404` of a site for `file://` is its `404.html`.
        """
        here, files = (file.casefold(), self._folded) if folded else (file, self._files)
        is_taken = here in files and (folded or file not in RESERVED)
        return not is_taken and file not in self._folders and files.isdisjoint(_folders_above(here))


def _stays(page: Page) -> bool:
    """Whether its path is fixed: entries and the home page."""
    return page.kind == "home" or (page.source_path == page.path and page.kind != "topic")


def _place(path: str, addresses: Addresses, taken: _Taken) -> str:
    """The free place nearest to the path, now taken."""
    place = _writable(path)
    for candidate in chain((place,), _without_suffix(place)):
        if taken.is_free(addresses.output(candidate)):
            break
    taken.add(addresses.output(candidate))
    return candidate


def _writable(path: str) -> str:
    """The path with parts of at most 200 bytes, and without the look of a file in a folder of other files."""
    if len(path) > _LONGEST_NAME // 4:
        folder, _, name = path.rpartition("/")
        parts = [*(folder.split("/") if folder else ()), name.removesuffix(".md")]
        path = "/".join(map(_short, parts)) + ".md"
    if path.endswith(".md.md"):  # where the Markdown of another page is published
        path = f"{path.removesuffix('.md.md')}-md.md"
    top, _, rest = path.partition("/")
    if rest and top.casefold() in _OWN_FOLDERS:
        return f"{top}/{rest.removesuffix('.md').replace('.', '-')}.md"
    return path


def _short(part: str) -> str:
    """The part of a path, cut when it is too long; what tells it from others cut alike is a hash of all of it."""
    data = part.encode("utf-8", "surrogatepass")
    if len(data) <= _LONGEST_NAME:
        return part
    start = data[: _LONGEST_NAME - 20].decode("utf-8", "ignore").rstrip(" .-")
    return f"{start}-{hashlib.blake2b(data, digest_size=6).hexdigest()}"


def _without_suffix(path: str) -> Iterator[str]:
    """Places for a path that looks like a file (`404.html`): `404-html`, `404-html-2` ….

    Endless: one of them is free.
    """
    place = PurePosixPath(path)
    stem = place.stem.replace(".", "-")
    yield str(place.with_name(f"{stem}.md"))
    number = 2
    while True:
        yield str(place.with_name(f"{stem}-{number}.md"))
        number += 1


def _given_way(path: str) -> str:
    """Another path for a derived page: `all-wanted.md`; `all-retrieval.md` for `retrieval/index.md`."""
    place = PurePosixPath(path)
    if place.name == "index.md" and place.parent.name:
        place = place.parent.with_name(f"{place.parent.name}.md")
    return str(place.with_name(f"all-{place.name}"))


def _folders_above(path: str) -> Iterator[str]:
    """`a/b`, `a` for `a/b/c.html`."""
    at = path.rfind("/")
    while at > 0:
        yield path[:at]
        at = path.rfind("/", 0, at)
