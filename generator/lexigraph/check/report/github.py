"""Annotations for GitHub: workflow commands in the log of a job.

GitHub shows ten errors, ten warnings and ten notices of a step, so each cause is one annotation, and those on lines
that the change touched come first. What the author wrote is escaped, or a line of an entry could start a command of
its own.

Source: docs.github.com, Workflow commands for GitHub Actions; actions/toolkit, `escapeData`.
"""

from lexigraph.check.report.cause import Cause, causes
from lexigraph.check.report.excerpt import harmless
from lexigraph.check.report.json import record
from lexigraph.check.report.view import View, way_out
from lexigraph.model import Diagnostic, Severity

__all__ = ["github"]

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""Annotations of each severity that GitHub shows."""


def github(diagnostics: tuple[Diagnostic, ...], view: View) -> str:
    """Errors, then warnings, then infos; of each the first ten, on touched lines first, then in order of place.

    The last line counts those that are left out.
    """
    by_cause = causes(diagnostics)
    written: list[str] = []
    for severity in Severity:
        same = [cause for cause in by_cause if cause.first.severity is severity]
        same.sort(key=lambda cause: not _is_touched(cause, view))  # stable, so by place among equals
        written += (_annotation(cause, view) for cause in same[:_SHOWN])
    left = len(by_cause) - len(written)
    if left:
        written.append(f"{left} more in the summary of the job")
    return "".join(f"{line}\n" for line in written)


def _is_touched(cause: Cause, view: View) -> bool:
    return any(view.is_touched(each.path, each.span.line) for each in (cause.first, *cause.others))


def _annotation(cause: Cause, view: View) -> str:
    first = next(
        (each for each in (cause.first, *cause.others) if view.is_touched(each.path, each.span.line)), cause.first
    )
    place = record(first, view.lines_of, view.prefix)
    properties = {
        "file": place["path"], "line": place["line"], "col": place["column"],
        "endLine": place["end_line"], "endColumn": place["end_column"], "title": f"{first.code} {first.rule}",
    }  # fmt: skip
    text = harmless(first.message)
    if cause.others:
        text += f"; and {len(cause.others)} more with {cause.same}"
    if help := way_out(first):
        text += f"\nhelp: {harmless(help)}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[first.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(harmless(text)).replace(":", "%3A").replace(",", "%2C")
