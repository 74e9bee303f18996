"""`parquet`: the three tables with their types, lists and dates, written by DuckDB.

Nothing of the content is SQL: each column is one parameter, a list of its values. Source: DuckDB, `unnest` in a SELECT
walks several lists in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.tables import (
    ENTRY_COLUMNS,
    LEFT_OUT,
    QUESTION_COLUMNS,
    RELATION_COLUMNS,
    Row,
    entry_rows,
    question_rows,
    relation_rows,
)
from lexigraph.model import MissingExtra

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

EXTRA = "parquet"
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""

_LISTS = frozenset(
    {
        "aliases", "hidden_labels", "tags", "redirect_from", "authors", "reviewed_by", "about", "evidence_needed",
        "help_wanted", "part_of", "parts", "depends_on", "holds_up", "would_settle", "settled_by",
    }
)  # fmt: skip
_TYPES = {
    **dict.fromkeys(_LISTS, "VARCHAR[]"),
    **dict.fromkeys(("created", "last_reviewed", "state_date", "review_date", "changed"), "DATE"),
    **dict.fromkeys(("review_every", "line", "column", "reach"), "INTEGER"),
    **dict.fromkeys(("derived", "is_blocked"), "BOOLEAN"),
}
"""Type of each column that is no text."""
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # one writer, so that the rows and bytes are the same on every machine
    "autoinstall_known_extensions": False,  # nothing is downloaded
    "autoload_known_extensions": False,
}
_AT_ONCE = 5000
"""Rows that are handed over at once."""


def artifacts(export: Export) -> Iterator[Artifact]:
    """The tables, also those without rows.

    Raises:
        MissingExtra: DuckDB is not installed.
    """
    try:
        import duckdb
    except ModuleNotFoundError:
        raise MissingExtra(EXTRA) from None
    tables = (
        ("entries", ENTRY_COLUMNS, entry_rows(export)),
        ("relations", RELATION_COLUMNS, relation_rows(export)),
        ("questions", QUESTION_COLUMNS, question_rows(export)),
    )
    for name, columns, rows in tables:
        with duckdb.connect(":memory:", config=_SETTINGS) as database:
            yield Artifact(f"{name}.parquet", _file(database, columns, rows))


def _file(database: DuckDBPyConnection, columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """The bytes of the Parquet file of these rows."""
    types = [_TYPES.get(column, "VARCHAR") for column in columns]
    described = ", ".join(f'"{column}" {type}' for column, type in zip(columns, types, strict=True))
    database.execute(f"CREATE TABLE made ({described})")
    walked = ", ".join(f"unnest(?::{type}[])" for type in types)
    rows = iter(rows)
    while chunk := tuple(islice(rows, _AT_ONCE)):
        values = [[row[column] for row in chunk] for column in columns]
        database.execute(f"INSERT INTO made SELECT {walked}", values)
    with TemporaryDirectory(prefix="lexigraph-") as folder:
        path = Path(folder) / "made.parquet"
        quoted = str(path).replace("'", "''")
        database.execute(f"COPY made TO '{quoted}' (FORMAT parquet, COMPRESSION snappy)")
        return path.read_bytes()
