"""One body while it is parsed: what its parts share until it is finished."""

from dataclasses import dataclass, field
from typing import Any

from lexigraph.model import Reference, Span
from lexigraph.parse.anchors import Anchors
from lexigraph.parse.findings import DROPPED_MARKUP, OVER_LIMIT
from lexigraph.parse.macros import Macros
from lexigraph.parse.positions import BodyText
from lexigraph.parse.reporter import Reporter

__all__ = ["Manuscript"]


@dataclass(slots=True)
class Manuscript:
    """The text of one body, and what was found in it so far."""

    body: BodyText
    reporter: Reporter
    env: dict[str, Any] = field(default_factory=dict)
    """markdown-it's environment: link definitions and footnotes."""
    references: list[Reference] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    """Numbers of references that stood in something that was removed."""
    anchors: Anchors = field(default_factory=Anchors)
    section: int = 0
    """Index of the section that is being written; -1 for the definition of the front matter."""
    heading: str = ""
    """The nearest heading as plain text, else the title: names tables."""
    tables: dict[str, int] = field(default_factory=dict)
    """Heading → how many tables stand under it so far."""
    footnotes: dict[str, list[int]] = field(default_factory=dict)
    """Label of a footnote → its number, and how often it was referred to; by number."""
    inline_tokens: int = 0
    strikes: int = 0
    """Blocks that had too much markup."""
    raw_tags: int = 0
    macros: Macros = field(default_factory=Macros)
    formula_length: int = 0
    code_length: int = 0

    def span(self, start: int, end: int) -> Span:
        """The span in the file of `body.text[start:end]`."""
        shift = self.body.shift
        if shift is not None:
            return self.reporter.lines.span(start + shift, end + shift)
        first = self.body.offset(start)
        last = self.body.offset(end - 1) + 1 if end > start else first
        return self.reporter.lines.span(first, last)

    def report_limit(self, start: int, end: int, message: str, help: str, subject: str) -> None:
        """Report that `body.text[start:end]` is shown as it stands because it is beyond a limit."""
        span = self.span(start, end)
        self.reporter.add(OVER_LIMIT, span.start, span.end, message, help=help, subject=subject)

    def report_dropped(self, start: int, end: int, message: str, help: str, subject: str) -> None:
        """Report that something in `body.text[start:end]` is not shown."""
        span = self.span(start, end)
        self.reporter.add(DROPPED_MARKUP, span.start, span.end, message, help=help, subject=subject)
