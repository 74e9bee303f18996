"""Old addresses that lead on: one small document per old name of an entry."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lexigraph.page.page import Addresses, Site
from lexigraph.page.template import fill

__all__ = ["redirects", "unwritable_redirects"]

_RESERVED = ("404.html",)
"""Files that every site has and no redirect may take."""
_LONGEST_NAME = 200
"""Bytes of one part of a path; file systems take 255, the rest is room for an ending."""


def redirects(site: Site) -> Iterator[tuple[str, str]]:
    """Path of each file below the site's root, and its HTML; by old path.

    An old name without a folder leads on from the root and from the folder of the entry. Nothing is written
    over a page or a published file, whatever the case of its letters, and nothing outside the site.
    """
    graph = site.graph
    taken = {site.addresses.output(path).casefold() for path in site.pages}
    taken.update(path.casefold() for path in (*graph.attachments_used, *_RESERVED))
    folders = {str(folder) for path in taken for folder in PurePosixPath(path).parents}
    for old, id in graph.redirects.items():
        node = graph.entries.get(id)
        if node is None:
            continue
        inside = str(PurePosixPath(node.path).parent / old)
        for path in dict.fromkeys((old, inside) if "/" not in old else (old,)):
            output = _output(site.addresses, path)
            key = output.casefold()
            parents = {str(folder) for folder in PurePosixPath(key).parents}
            if not output or key in taken or key in folders or parents & taken:
                continue
            taken.add(key)
            folders |= parents
            yield output, _document(site, output, node.path, node.title)


def unwritable_redirects(site: Site) -> tuple[str, ...]:
    """Old names of entries that no file can have on every system, sorted: `a:b`, `../x`, names too long."""
    return tuple(old for old in site.graph.redirects if not _output(site.addresses, old))


def _output(addresses: Addresses, path: str) -> str:
    """The file of an old path, below the site's root; empty when it names none there."""
    parts = path.split("/")
    if any(not _is_name(part) for part in parts):
        return ""
    return path if path.endswith((".html", ".htm")) else addresses.output(f"{path}.md")


def _is_name(part: str) -> bool:
    """Whether the part of a path names a file or folder, and nothing else, on every system."""
    return (
        part not in ("", ".", "..")
        and not part.startswith(".")
        and part == part.rstrip(" .")
        and len(part.encode("utf-8", "replace")) <= _LONGEST_NAME
        and not any(char in '\\:*?"<>|' or not char.isprintable() for char in part)
    )


def _document(site: Site, output: str, target: str, title: str) -> str:
    """The document at `output` that leads to the page at path `target`."""
    href = site.addresses.href_from_file(output, target)
    return fill("redirect.html", href=href, title=title, language=site.graph.scheme.language)
