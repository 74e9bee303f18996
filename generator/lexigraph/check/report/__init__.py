"""Findings as text: one file for each way to write them, all listed in `STYLES`.

Owns how a finding looks. Which findings there are is decided in `check`; where the author's lines come
from is the caller's `lines_of`, so nothing here opens a file but `source_lines`, which makes one.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lexigraph.check.report.concise import concise, place
from lexigraph.check.report.full import full
from lexigraph.check.report.github import github
from lexigraph.check.report.json import json
from lexigraph.check.report.markdown import markdown
from lexigraph.check.report.source import LinesOf, no_lines, source_lines
from lexigraph.check.report.summary import errors_and_warnings, introduced_line, summary
from lexigraph.check.report.view import IsTouched, View, nothing_touched
from lexigraph.model import Diagnostic

__all__ = [
    "STYLES",
    "IsTouched",
    "LinesOf",
    "errors_and_warnings",
    "introduced_line",
    "no_lines",
    "place",
    "render",
    "source_lines",
    "summary",
]

STYLES: Mapping[str, Callable[[tuple[Diagnostic, ...], View], str]] = MappingProxyType(
    {
        "full": full,
        "concise": concise,
        "github": github,
        "markdown": markdown,
        "json": json,
    }
)
"""Name of each way to write findings → the function that does."""


def render(
    diagnostics: Iterable[Diagnostic], lines_of: LinesOf = no_lines, style: str = "full", *, prefix: str = "",
    is_touched: IsTouched = nothing_touched,
) -> str:  # fmt: skip
    """The findings as text, in order of file, line, column, code; ends with a line end, or is empty.

    Args:
        diagnostics: in any order.
        lines_of: the lines of a file, by its path below the content folder.
        style: a key of `STYLES`.
        prefix: what is put before every path, so that it can be opened from where the user stands:
            `content/`.
        is_touched: which lines the change touched; those come first where not all are shown.

    Raises:
        KeyError: no such style.
    """
    ordered = tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
    return STYLES[style](ordered, View(lines_of, prefix, is_touched))
