"""`lexigraph check --fix`: findings mended where they stand, or the patch that would mend them."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import display_prefix, site_address
from lexigraph.cli.shared import Refused, harmless_lines
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.change import Fixed, Fixes
    from lexigraph.cli.request import Request
    from lexigraph.graph import Graph
    from lexigraph.model import Diagnostic

__all__ = ["mend", "mended_line", "with_reasons"]


def mend(graph: "Graph", base: "Graph | None", findings: "Iterable[Diagnostic]", request: "Request") -> "Fixes":
    """Mend those of the findings that are printed and have a fix; write it, or print the patch only.

    Raises:
        Refused: a file changed in the meantime.
    """
    from lexigraph.change import FileChanged, fixes
    from lexigraph.loading import load_graph

    address = site_address(graph.root)

    def judge(other: "Graph") -> "tuple[Diagnostic, ...]":
        return request.shown(request.findings(other, base))

    def load(overlay: Mapping[str, bytes | None]) -> "Graph":
        return load_graph(graph.root, overlay=overlay, base_iri=address)

    made = fixes(graph, judge=judge, load=load, unsafe=request.unsafe, findings=request.shown(findings))
    prefix = display_prefix(graph.root)
    if request.diff:
        patch = made.rewrite.diff(prefix)  # in a pipe as it is: it is there to be applied
        click.echo(harmless_lines(patch) if sys.stdout.isatty() else patch, nl=False)
        return made
    try:
        made.rewrite.write(graph.root)
    except FileChanged as error:
        raise Refused(str(error), "run it again") from error
    for fixed in made.fixed:
        click.echo(_line(fixed, prefix), err=request.style not in ("full", "concise"))
    return made


def with_reasons(findings: "Iterable[Diagnostic]", made: "Fixes") -> "tuple[Diagnostic, ...]":
    """The findings; the help of those whose fix was not made says why."""
    reasons = {left.finding: left.reason for left in made.left}
    return tuple(
        replace(finding, help=f"{finding.help}; it was not done: {reasons[finding]}".lstrip("; "), fix=None)
        if finding in reasons
        else finding
        for finding in findings
    )


def mended_line(made: "Fixes", findings: "Iterable[Diagnostic]", left: str, request: "Request") -> str:
    """`fixed 2 in 1 file · left: 1 error, 1 warning in 214 entries · 1 more with --unsafe-fixes`."""
    fixed = "would fix" if request.diff else "fixed"
    files = counted(len(made.rewrite.after), "file", "files")
    parts = [f"{fixed} {len(made.fixed)} in {files}" if made.fixed else f"{fixed} nothing"]
    parts.append(left if request.base is not None else f"left: {left.replace('nothing found', 'nothing')}")
    guesses = sum(each.fix is not None and not each.fix.safe for each in request.shown(findings))
    if guesses and not request.unsafe:
        parts.append(f"{guesses} more with --unsafe-fixes")
    return " · ".join(parts)


def _line(fixed: "Fixed", prefix: str) -> str:
    from lexigraph.check.report import place
    from lexigraph.check.report.excerpt import harmless

    finding = fixed.finding
    where = place(prefix + finding.path, finding.span)
    return f"fixed {where} {finding.code} {finding.rule}: {harmless(fixed.change)}"
