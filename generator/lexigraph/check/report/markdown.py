"""Findings as a Markdown table, for the summary of a job or an issue."""

import re

from lexigraph.check.report.cause import Cause, causes
from lexigraph.check.report.concise import place
from lexigraph.check.report.excerpt import harmless
from lexigraph.check.report.view import View, way_out
from lexigraph.model import Diagnostic

__all__ = ["markdown"]

_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#!|~&@$:.^]")


def markdown(diagnostics: tuple[Diagnostic, ...], view: View) -> str:
    """One row for each cause; nothing when there are no findings."""
    rows = "".join(f"{_row(cause, view.prefix)}\n" for cause in causes(diagnostics))
    return f"| where | what | what to do |\n| --- | --- | --- |\n{rows}" if rows else ""


def _row(cause: Cause, prefix: str) -> str:
    first = cause.first
    more = f", and {len(cause.others)} more" if cause.others else ""
    what = f"{first.severity} {first.code}: {_plain(first.message)}{more}"
    return f"| {_plain(place(prefix + first.path, first.span))} | {what} | {_plain(way_out(first))} |"


def _plain(text: str) -> str:
    """The text as Markdown that shows it as it is: no mention, link, HTML or cell border of the author's."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", harmless(text))
