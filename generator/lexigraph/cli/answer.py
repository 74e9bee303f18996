"""Answers of the verbs that ask a graph, in every form they can be written in.

Owns the forms; what a row holds is said by `concept_graph.results.rows`. Nothing that is printed steers a terminal,
whatever entries hold.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

import click

from lexigraph.cli.screen import said

__all__ = [
    "STYLES",
    "Answer",
    "Row",
    "Rows",
    "Table",
    "as_csv",
    "as_markdown",
    "print_answer",
    "print_found",
    "rows_of",
    "tabled",
]

STYLES = ("text", "json", "jsonl", "csv", "markdown")
"""What `--format` offers: for people, for programs, a line for each row, a spreadsheet, an issue."""

_FOR_PEOPLE = ("text", "markdown")

Row = Mapping[str, Any]

_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that JSON may hold as they are and a terminal acts upon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that people read: plain text in the cells, which each form escapes in its way."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str | int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table that programs read."""

    columns: tuple[str, ...]
    """Of the CSV, there even without a row; what a row has beside them is left out in it."""
    rows: Sequence[Row]
    """Plain values, dates, lists of strings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a verb found, in every form. Each is made when it is asked for."""

    text: Callable[[], str]
    """For people: finished lines, styled by `click.style`, in which others' words are harmless. May be empty."""
    rows: Callable[[], Rows]
    """For programs."""
    table: Callable[[], str]
    """GitHub Markdown, see `tabled`."""
    document: Callable[[], Any] | None = None
    """What JSON holds in place of the rows; JSON Lines hold a list in as many lines."""


def rows_of(name: str, values: Iterable[Any], **further: Callable[[Any], Any]) -> Rows:
    """The rows of `Results.to_records()` for values of the class of that name (`Entry`), with further keys at the end.

    They are left out of the CSV, whose columns are those of the export.
    """
    from lexigraph.concept_graph.results.rows import row_type

    kind = row_type(name)
    rows = [{**kind.row(value), **{key: of(value) for key, of in further.items()}} for value in values]
    return Rows(columns=kind.columns, rows=rows)


def print_answer(answer: Answer, style: str) -> None:
    """Print the answer on stdout, in one of `STYLES`."""
    text = _FORMS[style](answer)
    if text:
        click.echo(text if text.endswith("\n") else f"{text}\n", nl=False)


def print_found(answer: Answer, style: str, found: Sized) -> None:
    """Print what was found; of nothing only what programs read: an empty list, a header alone."""
    if found or style not in _FOR_PEOPLE:
        print_answer(answer, style)


def tabled(table: Table) -> str:
    """The table in GitHub Markdown, to be pasted into an issue: nothing in a cell is markup, a mention or a link."""

    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def cell(value: str | int) -> str:
        return str(value) if isinstance(value, int) else as_markdown(value)

    places = range(len(table.headings))
    numbers = [any(isinstance(row[place], int) for row in table.rows) for place in places]
    rule = line("---:" if is_number else "---" for is_number in numbers)
    return "\n".join([line(table.headings), rule, *(line(map(cell, row)) for row in table.rows)])


def as_markdown(text: str) -> str:
    """Others' words on one line of GitHub Markdown, of which nothing is markup, a mention or a link."""
    from lexigraph.change.report.escaping import label

    return label(said(text))


def _json(answer: Answer) -> str:
    return _dumped(_document(answer), indent=2)


def _jsonl(answer: Answer) -> str:
    document = _document(answer)
    return "".join(f"{_dumped(item)}\n" for item in (document if isinstance(document, list) else [document]))


def _document(answer: Answer) -> Any:
    return answer.document() if answer.document is not None else list(answer.rows().rows)


def _dumped(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return value.as_posix()
    raise TypeError(f"{type(value).__name__} is no plain value")


def as_csv(rows: Rows) -> str:
    """RFC 4180, with a line of names; what would steer a terminal is drawn."""
    import csv
    import io

    from lexigraph.export.csv import cell
    from lexigraph.wording import harmless

    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(rows.columns)
    for row in rows.rows:
        cells = (cell(row.get(column)) for column in rows.columns)
        writer.writerow("\n".join(map(harmless, text.split("\n"))) for text in cells)
    return written.getvalue()


_FORMS: Mapping[str, Callable[[Answer], str]] = {
    "text": lambda answer: answer.text(),
    "json": _json,
    "jsonl": _jsonl,
    "csv": lambda answer: as_csv(answer.rows()),
    "markdown": lambda answer: answer.table(),
}
