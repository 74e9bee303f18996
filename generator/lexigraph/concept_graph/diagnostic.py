"""What was found wrong in the content, as a public value with both ends of its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexigraph import model
from lexigraph.concept_graph.results import Diagnostics
from lexigraph.model import Fix, LineTable, Related, Severity

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["Diagnostic", "diagnostics"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its rule, severity, place and way out (LSP: Diagnostic).

    >>> [str(finding) for finding in graph.check() if finding.severity == "error"]
    []
    """

    code: str
    """Letter of the default severity and three digits: `E301`."""
    rule: str
    """Name of the rule: `unknown-entry`."""
    severity: Severity
    """`error`, `warning` or `info`; a `str`."""
    message: str
    """What is wrong: lower case, no full stop."""
    entry: str
    """Id of the entry it is about; empty when it is about none."""
    path: str
    """File below the content folder, POSIX."""
    line: int
    """Of the first character, 1-based."""
    column: int
    """Of the first character, 1-based."""
    end_line: int
    """Of the last character, 1-based."""
    end_column: int
    """Behind the last character, 1-based."""
    help: str
    """What to do; may be empty."""
    related: tuple[Related, ...]
    """Further places that explain it: `path`, `span` (with `line` and `column`), `message`."""
    fix: Fix | None
    """Edits that mend it, marked `safe` or not; None when there are none."""

    @classmethod
    def of(cls, found: model.Diagnostic, lines: LineTable) -> Diagnostic:
        """The finding in a file with those lines."""
        span = found.span
        last = max(span.start, span.end)
        # the lines of `scheme.yml` are not kept
        end = lines.span(last, last) if last <= lines.length else span._replace(column=span.column + last - span.start)
        return cls(
            code=found.code, rule=found.rule, severity=found.severity, message=found.message, entry=found.entry,
            path=found.path, line=span.line, column=span.column, end_line=end.line, end_column=end.column,
            help=found.help, related=found.related, fix=found.fix,
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}] {self.message}"


_NO_LINES = LineTable()


def diagnostics(graph: Graph, found: Iterable[model.Diagnostic]) -> Diagnostics:
    """The findings, in the order given."""
    files = {node.path: node.parsed.lines for node in graph.entries.values()}
    files |= {path: page.lines for path, page in (*graph.pages.items(), *graph.redirecting.items())}
    return Diagnostics((Diagnostic.of(item, files.get(item.path, _NO_LINES)) for item in found), of=Diagnostic)
