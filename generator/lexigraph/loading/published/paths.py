"""Paths that a document names: only such as lead to a file below a folder."""

import re
from pathlib import PurePosixPath, PureWindowsPath

__all__ = ["is_safe_path"]

_PLAIN_PATH = re.compile(r"[\w\-]+(?:[/.][\w\-]+){0,30}")
"""A path that is safe at one look, as nearly all are."""
_LONGEST_PATH = 4096
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_safe_path(path: str) -> bool:
    """Whether the path leads to a file below a folder, on every system, whatever the folder."""
    if len(path) <= _LONGEST_PATH and _PLAIN_PATH.fullmatch(path):
        return True
    if not path or len(path) > _LONGEST_PATH or _CONTROL.search(path):
        return False
    windows = PureWindowsPath(path)
    parts = {*PurePosixPath(path).parts, *windows.parts}
    is_plain = path == "/".join(PurePosixPath(path).parts)
    return is_plain and ".." not in parts and not (windows.drive or windows.root or path.startswith("/"))
