"""Annotations for GitHub: workflow commands in the log of a job.

GitHub shows ten errors and ten warnings of a step, so each cause is one annotation. What the author wrote
is escaped, or a line of an entry could start a command of its own.

Source: docs.github.com, Workflow commands for GitHub Actions; actions/toolkit, `escapeData`.
"""

from lexigraph.check.report.cause import Cause, causes
from lexigraph.check.report.excerpt import harmless
from lexigraph.check.report.json import record
from lexigraph.check.report.source import LinesOf
from lexigraph.model import Diagnostic, Severity

__all__ = ["github"]

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(diagnostics: tuple[Diagnostic, ...], lines_of: LinesOf, prefix: str) -> str:
    """Errors first, then warnings, then infos, each in order of place."""
    by_cause = causes(diagnostics)
    ordered = [cause for severity in Severity for cause in by_cause if cause.first.severity is severity]
    return "".join(f"{_annotation(cause, lines_of, prefix)}\n" for cause in ordered)


def _annotation(cause: Cause, lines_of: LinesOf, prefix: str) -> str:
    first = cause.first
    place = record(first, lines_of, prefix)
    properties = {
        "file": place["path"], "line": place["line"], "col": place["column"],
        "endLine": place["end_line"], "endColumn": place["end_column"], "title": f"{first.code} {first.rule}",
    }  # fmt: skip
    text = harmless(first.message)
    if cause.others:
        text += f"; and {len(cause.others)} more with {cause.same}"
    if first.help:
        text += f"\nhelp: {harmless(first.help)}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[first.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(harmless(text)).replace(":", "%3A").replace(",", "%2C")
