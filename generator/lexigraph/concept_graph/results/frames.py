"""Rows as frames of pandas and polars: the user's own, never a dependency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from lexigraph.concept_graph.errors import MissingExtra
from lexigraph.concept_graph.results.rows import Row, type_of_column

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["pandas_frame", "polars_frame"]


def pandas_frame(columns: Sequence[str], rows: Sequence[Row]) -> pandas.DataFrame:
    """A frame whose columns have the same types whatever is in the rows; dates are `datetime64`, lists objects.

    Raises:
        MissingExtra: pandas is not installed.
    """
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise MissingExtra("pandas", install="pandas") from error
    types: dict[type, Any] = {
        str: pandas.Series([""]).dtype,  # what this pandas makes of texts
        int: "Int64", float: "float64", bool: "bool", date: "datetime64[s]", list: "object",
    }  # fmt: skip
    return pandas.DataFrame(
        {name: pandas.Series([row[name] for row in rows], dtype=types[type_of_column(name)]) for name in columns}
    )


def polars_frame(columns: Sequence[str], rows: Sequence[Row]) -> polars.DataFrame:
    """The same in polars; dates are `Date`, lists are `List(String)`.

    Raises:
        MissingExtra: polars is not installed.
    """
    try:
        import polars
    except ModuleNotFoundError as error:
        raise MissingExtra("polars", install="polars") from error
    types: dict[type, Any] = {
        str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean, date: polars.Date,
        list: polars.List(polars.String),
    }  # fmt: skip
    return polars.DataFrame(rows, schema={name: types[type_of_column(name)] for name in columns})
