"""How `rename` and `merge` show what they would do, and do it when they are told to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import display_prefix
from lexigraph.cli.refusing import Refusal
from lexigraph.cli.shared import harmless_lines, tell
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.change.steps import Plan, Step
    from lexigraph.graph import Graph

__all__ = ["carry_out"]

_WHOLE = ("move", "fold")
"""Steps that are about a file as a whole and where it goes."""
_SHOWN = 12
"""Steps that are printed unless all are wanted."""


def carry_out(graph: "Graph", plan: "Plan", *, shows_all: bool, writes: bool, is_forced: bool) -> None:
    """Print the steps; write them when told to, and move in git's index what is moved.

    Raises:
        Refusal: a file that would be edited has uncommitted changes.
        FileChanged: a file is not what it was.
    """
    from lexigraph.history import moved_in_index

    prefix = display_prefix(graph.root)
    if writes and not is_forced:
        _refuse_uncommitted(graph, plan, prefix)
    click.echo(harmless_lines("\n".join(_lines(plan.steps, prefix, shows_all=shows_all))))
    if not writes:
        tell("nothing written; repeat with --write")
        return
    written = plan.rewrite.write(graph.root)
    for old, new in plan.rewrite.moved.items():
        moved_in_index(graph.root, old, new)
    gone = len(plan.rewrite.after) - len(written) - len(plan.rewrite.moved)
    tell(f"wrote {counted(len(written), 'file', 'files')}{', deleted ' + str(gone) if gone else ''}")


def _refuse_uncommitted(graph: "Graph", plan: "Plan", prefix: str) -> None:
    from lexigraph.history import is_clean

    changed = [f"{prefix}{path}" for path in plan.edited if not is_clean(graph.root, path)]
    if changed:
        said = "a file to be edited has" if len(changed) == 1 else f"{len(changed)} files to be edited have"
        rows = changed if len(changed) <= _SHOWN else [*changed[:_SHOWN], f"… and {len(changed) - _SHOWN} more"]
        raise Refusal(f"{said} uncommitted changes", rows, "commit them first; --force edits them all the same")


def _lines(steps: "Sequence[Step]", prefix: str, *, shows_all: bool) -> list[str]:
    """`edit  content/retrieval/rag.md:12:5   ft -> fine-tuning`, in columns; the rest is counted."""
    shown = steps if shows_all or len(steps) <= _SHOWN + 1 else steps[:_SHOWN]
    rows = [_row(step, prefix) for step in shown]
    width = max((len(where) for what, where, _ in rows if what not in _WHOLE), default=0)
    lines = [
        f"{what}  {where} {said}" if what in _WHOLE else f"{what}  {where:<{width}}   {said}"
        for what, where, said in rows
    ]
    rest = steps[len(shown) :]
    if rest:
        places = counted(len(rest), "more place", "more places")
        files = counted(len({step.path for step in rest}), "file", "files")
        lines.append(f"      … {places} in {files}, see --all")
    return lines


def _row(step: "Step", prefix: str) -> tuple[str, str, str]:
    place = f":{step.span.line}:{step.span.column}" if step.span is not None else ""
    said = f"-> {prefix}{step.said.removeprefix('-> ')}" if step.what in _WHOLE else step.said
    return step.what, f"{prefix}{step.path}{place}", said
