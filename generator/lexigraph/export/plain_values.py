"""Values of fields and places as JSON holds them. What is empty is left out; comments never get in."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from lexigraph.model import Span
from lexigraph.parse.comments import without_html_comments

__all__ = ["Record", "at", "filled", "folded", "plain_value"]

Record = dict[str, Any]


def plain_value(value: object) -> Any:
    """The value of a field: without what is empty, and without comments."""
    if isinstance(value, str):
        return without_html_comments(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain_value(item) for key, item in value.items()}
    if is_dataclass(value):
        return filled({field.name: plain_value(getattr(value, field.name)) for field in fields_of(value)})
    return value


def filled(record: Record) -> Record:
    """The record without what is empty: no text, nothing in it, zero, not so."""
    return {name: value for name, value in record.items() if value}


def at(span: Span) -> Record:
    """Line and column, 1-based."""
    return {"line": span.line, "column": span.column}


def folded(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())
