"""Findings as a site's host shows them: in MkDocs' log, and at the head of a page while it is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from lexigraph.check.report import errors_and_warnings, render
from lexigraph.model import Diagnostic

__all__ = ["counted", "lines", "notes"]


def counted(findings: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are: `1 error, 2 warnings`; `0 findings` when there are none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(errors_and_warnings(counts)) or "0 findings"


def lines(findings: Iterable[Diagnostic], prefix: str) -> list[str]:
    """One line for each finding: place, severity, code, message."""
    return render(findings, style="concise", prefix=prefix).splitlines()


def notes(findings: Sequence[Diagnostic], path: str) -> str:
    """A box with the findings of one file, as HTML; empty when it has none or the page has no file."""
    if not path:
        return ""
    items = "".join(
        f"<li><strong>{finding.severity} {finding.code}</strong> line {finding.span.line}: {escape(finding.message)}"
        + (f"<br>{escape(finding.help)}" if finding.help else "")
        + "</li>"
        for finding in findings
        if finding.path == path
    )
    if not items:
        return ""
    return (
        '<div class="admonition warning lx-findings" data-search-exclude>'
        f'<p class="admonition-title">Findings, shown while you write</p><ul>{items}</ul></div>'
    )
