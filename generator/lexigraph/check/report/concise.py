"""One line a finding, for editors and for looking over many."""

from lexigraph.check.report.excerpt import harmless
from lexigraph.check.report.source import LinesOf
from lexigraph.model import Diagnostic, Span

__all__ = ["concise", "head", "place"]


def concise(diagnostics: tuple[Diagnostic, ...], lines_of: LinesOf, prefix: str) -> str:
    """The first line of each finding; every place, also those that `full` prints once."""
    return "".join(f"{head(diagnostic, prefix)}\n" for diagnostic in diagnostics)


def head(diagnostic: Diagnostic, prefix: str) -> str:
    """`path:line:column: severity[CODE] what is wrong`."""
    where = place(prefix + diagnostic.path, diagnostic.span)
    return f"{where}: {diagnostic.severity}[{diagnostic.code}] {harmless(diagnostic.message)}"


def place(path: str, span: Span) -> str:
    """`path:line:column`, which editors and terminals turn into a link."""
    return f"{harmless(path)}:{span.line}:{span.column}"
