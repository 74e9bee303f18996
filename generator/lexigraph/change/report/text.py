"""The report for a terminal: every line in plain text."""

from collections.abc import Iterable

from lexigraph.change.report.checks import check_lines, check_summary
from lexigraph.change.report.consequences import consequences
from lexigraph.change.report.headline import headline
from lexigraph.change.report.lines import lines
from lexigraph.change.report.phrase import Phrase
from lexigraph.change.report.report import Report
from lexigraph.change.report.words import Words
from lexigraph.query.difference import Risk

__all__ = ["text"]

_MOST = 40


def text(report: Report) -> str:
    """Headline, what changes, what it does to others, checks; ends with a line end."""
    difference = report.difference
    words = Words(difference)
    risk = f" · {difference.risk}" if difference.changes else ""
    parts = [f"{headline(difference)}{risk}"]
    changed = [
        f"{line.risk + ': ' if line.risk is not Risk.SAFE else ''}{_phrase(line.phrase)}"
        for line in lines(difference, words, _MOST)
    ]
    parts += _section("What changes", changed)
    parts += _section("What it does to others", map(_phrase, consequences(difference, words)))
    if report.checks is not None:
        findings = (f"{finding.place} {_phrase(finding.what)}" for finding in check_lines(report.checks))
        parts += ["", f"Checks: {check_summary(report.checks)}", *(f"  {line}" for line in findings)]
    return "\n".join(parts) + "\n"


def _section(title: str, rows: Iterable[str]) -> list[str]:
    found = [f"  {row}" for row in rows]
    return ["", title, *found] if found else []


def _phrase(parts: Phrase) -> str:
    """Others' words in quotes, all else as it is."""
    return "".join(f"“{part.text}”" if part.style == "said" else part.text for part in parts)
