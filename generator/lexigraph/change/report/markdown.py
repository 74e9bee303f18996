"""The report as the comment on a pull request: one screen, the rest folded, always shorter than GitHub takes.

The workflow that posts it knows it by its first line.
"""

from collections.abc import Iterable, Sequence

from lexigraph.change.report.checks import check_lines, check_summary
from lexigraph.change.report.consequences import consequences
from lexigraph.change.report.escaping import in_code, in_markdown, label
from lexigraph.change.report.headline import headline, several
from lexigraph.change.report.lines import Line
from lexigraph.change.report.lines import lines as changed_lines
from lexigraph.change.report.pages import Page, changed_pages
from lexigraph.change.report.phrase import Phrase
from lexigraph.change.report.picture import picture
from lexigraph.change.report.report import Report
from lexigraph.change.report.words import Words
from lexigraph.query.difference import Risk

__all__ = ["MARKER", "MOST_BYTES", "markdown"]

MARKER = "<!-- lexigraph-report -->"
MOST_BYTES = 60_000
"""GitHub takes 65,536 characters; the workflow refuses more than this."""
_MOST_LINES = 12
_MOST_EFFECTS = 8
_MOST_FINDINGS = 5
_MOST_PAGES = 25
_SECTION_BYTES = 9_000
"""Of each section above the fold, so that no author's text crowds out the others."""
_PICTURE_BYTES = 15_000
_ROOM = 300
"""Bytes kept for the ends of what is folded."""


def markdown(report: Report) -> str:
    """The comment; the same bytes for the same difference, checks and places."""
    difference = report.difference
    words = Words(difference)
    risk = f" · **{difference.risk}**" if difference.changes else ""
    blocks = [MARKER, f"### {headline(difference)}{risk}"]
    changed = [_line(line) for line in changed_lines(difference, words, _MOST_LINES)]
    blocks += _section("What changes", changed, _MOST_LINES + _MOST_EFFECTS)
    blocks += _section("What it does to others", map(_phrase, consequences(difference, words)), _MOST_EFFECTS)
    blocks += _facts(report)
    drawn = picture(difference, words)
    if drawn.source and len(drawn.source.encode()) < _PICTURE_BYTES:
        blocks.append(f"```mermaid\n{drawn.source}\n```")
    if drawn.left_out:
        blocks.append(f"{several('relation changed', drawn.left_out)} more, not in the picture")
    text = "\n\n".join(blocks[1:])
    text = f"{MARKER}\n{text}\n"
    if difference.changes:
        text += _folded(report, words, MOST_BYTES - len(text.encode()) - _ROOM)
    return text


def _line(line: Line) -> str:
    return f"{'' if line.risk is Risk.SAFE else f'{line.risk}: '}{_phrase(line.phrase)}"


def _phrase(parts: Phrase) -> str:
    return "".join(map(in_markdown, parts))


def _section(title: str, rows: Iterable[str], most: int) -> list[str]:
    every = list(rows)
    if not every:
        return []
    shown = _fitting(every[: most if len(every) > most + 1 else None], _SECTION_BYTES)
    left = len(every) - len(shown)
    more = [f"- … and {left} more"] if left else []
    return ["\n".join((f"**{title}**", *(f"- {row}" for row in shown), *more))]


def _fitting(rows: Sequence[str], most_bytes: int) -> list[str]:
    """The first rows, as many as there is room for."""
    found: list[str] = []
    for row in rows:
        most_bytes -= len(row.encode()) + 3
        if most_bytes < 0:
            break
        found.append(row)
    return found


def _facts(report: Report) -> list[str]:
    """Pages and checks, one line each, with the findings that were introduced."""
    found = []
    pages = changed_pages(report)
    if pages:
        shown = _fitting([_page(page) for page in pages[:_MOST_PAGES]], _SECTION_BYTES)
        left = len(pages) - len(shown)
        found.append("**Pages**: " + " · ".join((*shown, *([f"{left} more"] if left else []))))
    if report.checks is not None:
        lines = []
        for finding in check_lines(report.checks, _MOST_FINDINGS):
            href = report.places.file(finding.path, finding.line)
            place = in_code(finding.place)
            lines.append(f"- {f'[{place}]({href})' if href else place} {_phrase(finding.what)}")
        shown = _fitting(lines, _SECTION_BYTES)
        found.append("\n".join((f"**Checks**: {check_summary(report.checks)}", *shown)))
    return found


def _page(page: Page) -> str:
    live = f" ([live]({page.live}))" if page.live else ""
    return f"[{label(page.title)}]({page.href}){live}"


def _folded(report: Report, words: Words, most_bytes: int) -> str:
    """Every change, or as many as there is room for."""
    changes = report.difference.changes
    rows = []
    for change in changes:
        risk = "" if change.risk is Risk.SAFE else f"{change.risk}: "
        rows.append(f"- {risk}{_phrase(words.sentence(change))}")
        most_bytes -= len(rows[-1].encode()) + 1
        if most_bytes < 0:
            rows[-1] = f"- … and {len(changes) - len(rows) + 1} more: `lexigraph diff --format json` lists them all"
            break
    number = len(changes)
    title = "The change" if number == 1 else f"All {number} changes"
    return f"\n<details><summary>{title}</summary>\n\n" + "\n".join(rows) + "\n\n</details>\n"
