"""`parquet`: the three tables with their types, lists and dates, written by DuckDB.

Nothing of the content is SQL: each column is one parameter, a list of its values. Source: DuckDB, `unnest` in a SELECT
walks several lists in step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.tables import LEFT_OUT, TYPES, Table, tables
from lexigraph.model import MissingExtra

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

EXTRA = "parquet"
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""

_TYPES: Mapping[type, str] = {str: "VARCHAR", list: "VARCHAR[]", date: "DATE", int: "INTEGER", bool: "BOOLEAN"}
"""What a column holds → its type in DuckDB."""
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
    for table in tables(export):
        with duckdb.connect(":memory:", config=_SETTINGS) as database:
            yield Artifact(f"{table.name}.parquet", _file(database, table))


def _file(database: DuckDBPyConnection, table: Table) -> bytes:
    """The bytes of the Parquet file of the table."""
    types = [_TYPES[TYPES.get(column, str)] for column in table.columns]
    described = ", ".join(f'"{column}" {type}' for column, type in zip(table.columns, types, strict=True))
    database.execute(f"CREATE TABLE made ({described})")
    walked = ", ".join(f"unnest(?::{type}[])" for type in types)
    while chunk := tuple(islice(table.rows, _AT_ONCE)):
        values = [[row[column] for row in chunk] for column in table.columns]
        database.execute(f"INSERT INTO made SELECT {walked}", values)
    with TemporaryDirectory(prefix="lexigraph-") as folder:
        path = Path(folder) / "made.parquet"
        quoted = str(path).replace("'", "''")
        database.execute(f"COPY made TO '{quoted}' (FORMAT parquet, COMPRESSION snappy)")
        return path.read_bytes()
