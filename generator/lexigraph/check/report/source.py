"""The author's own lines, for the excerpt below a finding."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from lexigraph.read import FILE_LIMIT

__all__ = ["LinesOf", "no_lines", "source_lines"]

LinesOf = Callable[[str], Sequence[str]]
"""Path below the content folder → the lines of that file with their line ends; empty when there are none."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""Lines end at LF, CR LF or CR only, as in `LineTable`."""


def no_lines(path: str) -> Sequence[str]:
    """No lines: findings are then printed without the author's text."""
    return ()


def source_lines(root: Path, unsaved: Mapping[str, bytes | None] | None = None) -> LinesOf:
    """The lines of files below the folder, as they are on disk now; `unsaved` stands in for files (see `load_graph`).

    A path that leads out of the folder, also by a symbolic link, has no lines: what a finding prints may
    be published. Bytes that are no text are shown as U+FFFD.
    """
    top, texts = root.resolve(), unsaved or {}

    @lru_cache(maxsize=8)
    def lines(path: str) -> Sequence[str]:
        if path in texts:
            return _lines(texts[path] or b"")
        try:
            file = Path(os.path.realpath(top / path))  # Path.resolve raises on a circle of links
            if not file.is_relative_to(top) or not file.is_file():
                return ()
            with file.open("rb") as stream:
                data = stream.read(FILE_LIMIT)
        except (OSError, ValueError):  # ValueError: a NUL in the path
            return ()
        return _lines(data)

    return lines


def _lines(data: bytes) -> Sequence[str]:
    return tuple(_LINE.findall(data.decode("utf-8-sig", "replace")))
