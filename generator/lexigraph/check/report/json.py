"""Findings for programs: a list of records, every finding in full."""

import json as standard
from typing import Any

from lexigraph.check.report.source import LinesOf, no_lines
from lexigraph.check.report.view import View
from lexigraph.model import Diagnostic, Fix, Span

__all__ = ["json", "record"]


def json(diagnostics: tuple[Diagnostic, ...], view: View) -> str:
    """A JSON array, one record on a line."""
    if not diagnostics:
        return "[]\n"
    return "[\n" + ",\n".join(_line(record(each, view.lines_of, view.prefix)) for each in diagnostics) + "\n]\n"


def record(diagnostic: Diagnostic, lines_of: LinesOf = no_lines, prefix: str = "") -> dict[str, Any]:
    """The finding as plain values; lines and columns are 1-based, an end is the column after the last character."""
    return {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "entry": diagnostic.entry,
        "path": prefix + diagnostic.path,
        **_place(diagnostic.path, diagnostic.span, lines_of),
        "help": diagnostic.help,
        "related": [
            {"path": prefix + each.path, **_place(each.path, each.span, lines_of), "message": each.message}
            for each in diagnostic.related
        ],
        "fix": None if diagnostic.fix is None else _fix(diagnostic.fix, lines_of, prefix),
    }


def _fix(fix: Fix, lines_of: LinesOf, prefix: str) -> dict[str, Any]:
    edits = [
        {"path": prefix + edit.path, **_place(edit.path, edit.span, lines_of), "text": edit.text} for edit in fix.edits
    ]
    return {"safe": fix.safe, "edits": edits}


def _place(path: str, span: Span, lines_of: LinesOf) -> dict[str, int]:
    line, column = _end(span, lines_of(path))
    return {"line": span.line, "column": span.column, "end_line": line, "end_column": column}


def _end(span: Span, lines: tuple[str, ...] | Any) -> tuple[int, int]:
    line, column = span.line, span.column + max(span.end - span.start, 0)
    while line <= len(lines) and column - 1 > len(lines[line - 1].rstrip("\r\n")) and line < len(lines):
        column -= len(lines[line - 1])
        line += 1
    return line, column


def _line(record: dict[str, Any]) -> str:
    """One line of JSON; half a surrogate pair, which no encoding can write, as U+FFFD."""
    return standard.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode()
