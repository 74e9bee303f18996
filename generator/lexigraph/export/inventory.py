"""`objects.inv`: every title and other name, so that Sphinx and mkdocstrings sites can link to an entry by it.

Source: Sphinx, `sphinx.util.inventory`: four lines of text, then `name domain:role priority address display name`
in lines compressed by zlib. No field but the first and the last may hold a space.
"""

import re
import zlib
from collections.abc import Iterator

from lexigraph.export.artifact import Artifact, Export, line

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = ("all but names and addresses",)
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = False
SUFFIX = ".inv"

_ROW = re.compile(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)")
"""How Sphinx reads a row. A name such as `Llama version 3 base` it would take for two fields more."""


def artifacts(export: Export) -> Iterator[Artifact]:
    """The inventory. A name that several entries have leads to none of them, unless it is the title of one."""
    rows: dict[str, str] = {}
    shared: set[str] = set()
    for node in export.graph.entries.values():
        _add(rows, shared, node.title, _row(export, node.id, node.title))
    titles = frozenset(rows) | shared
    for node in export.graph.entries.values():
        for name in node.also_called:
            if line(name).lower() not in titles:
                _add(rows, shared, name, _row(export, node.id, node.title))
    text = "".join(rows[name] for name in sorted(rows))
    head = (
        "# Sphinx inventory version 2\n"
        f"# Project: {line(export.site.title)}\n"
        "# Version: \n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    if text:
        yield Artifact("objects.inv", head.encode() + zlib.compress(text.encode(), 9))


def _add(rows: dict[str, str], shared: set[str], name: str, rest: str) -> None:
    """Note the row under the name as Sphinx compares names: without case. What could not be read again is left out."""
    shown = line(name)
    key = shown.lower()
    row = f"{shown} {rest}"
    read = _ROW.fullmatch(row.rstrip("\n"))
    if read is None or read[1] != shown or shown.startswith("#"):
        return
    if key in rows or key in shared:
        shared.add(key)
        rows.pop(key, None)
    else:
        rows[key] = row


def _row(export: Export, id: str, title: str) -> str:
    return f"std:term -1 {export.site.entries[id]} {line(title) or '-'}\n"
