"""Names of files that every file system takes, and that none takes for the same: made from titles, ids and paths.

What is given may come from anywhere: a name never leaves its folder, is never hidden, and has no end of its own.
"""

import re
import unicodedata
from collections.abc import Container

from lexigraph.names import slug

__all__ = ["LONGEST", "file_name", "folded", "is_safe_path", "safe_path", "unlike"]

LONGEST = 180
"""Bytes of a name without its ending; file systems take 255, and some programs add to it."""

_FORBIDDEN = re.compile('[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
"""Characters that some file system refuses, and those that turn the direction of what stands behind them."""
_DEVICE = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *(?:\..*)?)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the ending.

Source: Microsoft, Naming Files, Paths, and Namespaces.
"""


def file_name(text: str, otherwise: str = "untitled") -> str:
    """The text as the name of a file, without ending: as it is where it may be one, NFC.

    `otherwise` is the name when nothing is left of it.
    """
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    name = _shortened(" ".join(name.split()).strip(". ")).lstrip("_").rstrip(". ")
    if not name:
        return otherwise
    device = _DEVICE.fullmatch(name)
    return f"{device[1]}-{device[2].lstrip()}" if device else name


def safe_path(path: str, *, suffix: str = ".md") -> str:
    """The path below a folder, POSIX, with each of its parts as a name; what leads up or nowhere is left out."""
    *folders, last = path.removesuffix(suffix).replace("\\", "/").split("/")
    parts = [name for part in folders if (name := file_name(part, ""))]
    return "/".join((*parts, f"{file_name(last, slug(last) or 'untitled')}{suffix}"))


def is_safe_path(path: str) -> bool:
    """Whether the path is one that `safe_path` leaves as it is."""
    stem, dot, suffix = path.rpartition("/")[2].rpartition(".")
    return bool(stem) and safe_path(path, suffix=f"{dot}{suffix}") == path


def unlike(path: str, taken: Container[str], *, suffix: str = ".md") -> str:
    """The path, numbered when a file system that knows no case or no Unicode forms has it among the taken ones.

    `taken` holds paths as `folded` makes them.
    """
    found, number = path, 1
    while folded(found) in taken:
        number += 1
        found = f"{path.removesuffix(suffix)}-{number}{suffix}"
    return found


def folded(path: str) -> str:
    """The path without what some file systems do not tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", path).casefold())


def _shortened(name: str) -> str:
    """The name cut to `LONGEST` bytes between two characters."""
    return name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore")
