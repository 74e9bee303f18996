"""Which file a plain link means: found from the file it stands in alone, before anything is known of the others."""

import posixpath
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["linked_files"]


def linked_files(path: str, links: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Of each (form, target, fragment) in the file at `path` the path, below the content folder, of the Markdown file
    that it means when it is a plain link, as nearly all are: relative, and without fragment. Empty for every other."""
    folder = path.rpartition("/")[0]
    found = []
    for form, target, fragment in links:
        if fragment or form != "link" or not target.endswith(".md") or ":" in target or target.startswith("/"):
            found.append("")
        else:
            head, _, name = target.rpartition("/")
            above = _folder(folder, head)
            found.append("" if above is None else above + name)
    return tuple(found)


@lru_cache(maxsize=4096)
def _folder(folder: str, head: str) -> str | None:
    """The folder that `head` means in a file of `folder`, with a slash at its end; None outside of the content."""
    joined = posixpath.normpath(posixpath.join(folder, head)) if folder or head else "."
    return None if joined.startswith("..") else "" if joined == "." else f"{joined}/"
