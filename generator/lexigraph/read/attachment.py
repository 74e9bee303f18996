"""The bytes of a file that a page refers to."""

import os
import unicodedata
from pathlib import Path

__all__ = ["LONGEST_ATTACHMENT", "read_attachment"]

LONGEST_ATTACHMENT = 64 * 1024 * 1024
"""Bytes of a file that is copied into an export."""


def read_attachment(root: Path, path: str) -> bytes | None:
    """The file of that path (NFC, while the disk's names may not be) below the folder.

    None when it is gone, lies outside of the folder, cannot be opened or is over `LONGEST_ATTACHMENT`.
    """
    top = root.resolve()
    try:
        file = _on_disk(top, path)
        if file is None or not Path(os.path.realpath(file)).is_relative_to(top):
            return None
        return file.read_bytes() if file.stat().st_size <= LONGEST_ATTACHMENT else None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None


def _on_disk(root: Path, path: str) -> Path | None:
    if (root / path).is_file():
        return root / path
    here = root
    for name in path.split("/"):
        if not here.is_dir():
            return None
        with os.scandir(here) as items:
            found = next((item.path for item in items if unicodedata.normalize("NFC", item.name) == name), None)
        if found is None:
            return None
        here = Path(found)
    return here if here.is_file() else None
