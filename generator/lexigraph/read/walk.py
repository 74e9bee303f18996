"""The files of a folder: links that lead out of it, sites built in it and what cannot be opened are left out."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lexigraph.model import Diagnostic
from lexigraph.read.findings import OUTSIDE_CONTENT, UNREADABLE_TEXT

__all__ = ["files_below", "name_below"]

_GENERATOR = b'<meta name="generator" content="mkdocs'
_HEAD = 4096
"""Bytes of a page in which its generator stands."""


def name_below(path: str, root: str) -> str:
    """The path below the root, POSIX, NFC; bytes of a file name that are no text are shown as U+FFFD."""
    text = path[len(root) :].lstrip(os.sep).replace(os.sep, "/")
    return text if text.isascii() else unicodedata.normalize("NFC", os.fsencode(text).decode("utf-8", "replace"))


def files_below(root: str, skipped: frozenset[str], diagnostics: list[Diagnostic]) -> Iterator[str]:
    """Paths of regular files below the root, and of symbolic links that lead to one inside it; what is left out is
    reported.

    Names beginning with `.` or `_` are no content, nor are folders in which MkDocs built a site. A folder behind a
    symbolic link is not walked, so that no walk is endless. (Paths are text: objects would take longer than the disk.)
    """
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            items = sorted(os.scandir(folder), key=lambda item: item.name)
        except OSError as error:
            name = name_below(folder, root) if folder != root else ""
            diagnostics.append(_unreadable(name, "this folder", error))
            continue
        if folder != root and _is_site(items):
            continue
        below = []
        for item in items:
            if item.name.startswith((".", "_")):
                continue
            if item.is_symlink():
                if (finding := _misled(Path(item.path), Path(root))) is not None:
                    diagnostics.append(finding)
                else:
                    yield item.path
            elif item.is_dir():
                if item.path not in skipped:
                    below.append(item.path)
            elif item.is_file():
                yield item.path
        folders.extend(reversed(below))


def _misled(link: Path, root: Path) -> Diagnostic | None:
    """What is wrong with a symbolic link; None when it leads to a file inside the root."""
    target = Path(os.path.realpath(link))  # resolve() raises on a circle of links before 3.13
    name = name_below(str(link), str(root))
    if not target.is_relative_to(root):
        return OUTSIDE_CONTENT.at(
            name, message="a symbolic link that leads out of the content folder", subject=link.name,
            help="put the file itself here; nothing outside the content folder is read",
        )  # fmt: skip
    if target.is_file():
        return None
    if target.is_dir():
        message, help = "a symbolic link to a folder, which is not followed", "put the folder itself here"
    else:
        message, help = "a symbolic link that leads to no file", "delete the link, or put the file there"
    return UNREADABLE_TEXT.at(name, message=message, help=help, subject=link.name)


def _is_site(items: list["os.DirEntry[str]"]) -> bool:
    """Whether MkDocs built a site in the folder of these items."""
    page = next((item for item in items if item.name == "index.html" and item.is_file(follow_symlinks=False)), None)
    if page is None:
        return False
    try:
        with Path(page.path).open("rb") as file:
            return _GENERATOR in file.read(_HEAD)
    except OSError:
        return False


def _unreadable(name: str, what: str, error: OSError) -> Diagnostic:
    return UNREADABLE_TEXT.at(
        name, message=f"{what} cannot be opened: {error.strerror or error}", help="check its permissions"
    )
