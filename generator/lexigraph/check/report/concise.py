"""One line a finding, for editors and for looking over many."""

from lexigraph.check.report.excerpt import harmless
from lexigraph.check.report.view import View
from lexigraph.model import Diagnostic, Span

__all__ = ["concise", "head", "place"]

_COMMAND = ("::", "##")


def concise(diagnostics: tuple[Diagnostic, ...], view: View) -> str:
    """The first line of each finding; every place, also those that `full` prints once."""
    return "".join(f"{head(diagnostic, view.prefix)}\n" for diagnostic in diagnostics)


def head(diagnostic: Diagnostic, prefix: str) -> str:
    """`path:line:column: severity[CODE] what is wrong`."""
    where = place(prefix + diagnostic.path, diagnostic.span)
    return f"{where}: {diagnostic.severity}[{diagnostic.code}] {harmless(diagnostic.message)}"


def place(path: str, span: Span) -> str:
    """`path:line:column`, which editors and terminals turn into a link.

    In the log of a job on GitHub no line begins with what starts a command there, whatever a file is called.
    """
    written = harmless(path)
    return f"{'./' if written.startswith(_COMMAND) else ''}{written}:{span.line}:{span.column}"
