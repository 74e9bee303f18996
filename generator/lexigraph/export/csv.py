"""`csv`: three tables as comma-separated values, for whatever reads tables.

Source: RFC 4180, in UTF-8 without a byte-order mark. A list is joined by ` | `, a truth is `true` or `false`, a date
ISO 8601, nothing is nothing. Cells are the text as it is: a spreadsheet that takes one for a formula is told not to
by its importer (docs/exports.md), because a mark against that would reach every other reader.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.tables import LEFT_OUT, Table, tables

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts", "cell"]

EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""


def artifacts(export: Export) -> Iterator[Artifact]:
    """The tables, each with its header, also when it has no rows."""
    for table in tables(export):
        yield Artifact(f"{table.name}.csv", _text(table).encode())


def cell(value: object) -> str:
    """A value of a row as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " | ".join(value)
    return "" if value is None else str(value)


def _text(table: Table) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(map(cell, row.values()) for row in table.rows)
    return text.getvalue()
