"""Lines for people: others' words made harmless, filled and cut to the terminal; whole and unwrapped elsewhere."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

import click

from lexigraph.wording import columns_of, harmless

__all__ = ["aligned", "block", "dim", "filled", "head", "is_terminal", "said"]

_LEAST = 12
"""Columns that a column of a table keeps."""
_WIDEST = 100
"""Columns of filled prose at most."""
_GAP = "  "


def is_terminal() -> bool:
    """Whether somebody reads the answer where it is printed."""
    return sys.stdout.isatty()


def said(text: str) -> str:
    """Others' words on one line, which nothing steers a terminal with."""
    return harmless(" ".join(text.split()))


def head(text: str) -> str:
    """A name that stands above its lines."""
    return click.style(said(text), bold=True)


def dim(*facts: str) -> str:
    """Facts beside the name, with dots between; empty ones are left out."""
    return click.style(" · ".join(said(fact) for fact in facts if fact), dim=True)


def filled(text: str, indent: str = "", hanging: str = "") -> str:
    """Others' words behind the indent; on a terminal wrapped to its width, further lines behind `hanging` too."""
    text = said(text)
    if not is_terminal():
        return f"{indent}{text}"
    width = max(40, min(_columns(), _WIDEST))
    further = f"{indent}{hanging}"
    return "\n".join(
        textwrap.wrap(
            text, width, initial_indent=indent, subsequent_indent=further, break_long_words=False,
            break_on_hyphens=False,
        )
    )  # fmt: skip


def block(heading: str, lines: Sequence[str]) -> str:
    """Finished lines below their heading; empty without lines."""
    return "\n".join([head(heading), *lines]) if lines else ""


def aligned(rows: Sequence[Sequence[str | int]]) -> str:
    """The rows in columns, numbers to the right; on a terminal columns are cut until a row fits."""
    if not rows:
        return ""
    cells = [[str(cell) if isinstance(cell, int) else said(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*cells, strict=True)]
    if is_terminal():
        _shrink(widths, _columns())
    numbers = [isinstance(cell, int) for cell in rows[0]]
    columns = tuple(zip(widths, numbers, strict=True))
    return "\n".join(
        _GAP.join(
            _padded(cell, width, is_number=is_number) for cell, (width, is_number) in zip(row, columns, strict=True)
        ).rstrip()
        for row in cells
    )


def _columns() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _shrink(widths: list[int], room: int) -> None:
    """Take columns from the widest until all fit or none can be spared; from the first, which people copy, last."""
    spare = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    for choices in (range(1, len(widths)), range(1)):
        while spare > 0 and (widest := max(choices, key=widths.__getitem__, default=0)) in choices:
            if widths[widest] <= _LEAST:
                break
            widths[widest] -= 1
            spare -= 1


def _padded(cell: str, width: int, *, is_number: bool) -> str:
    if columns_of(cell) > width:
        while columns_of(cell) > width - 1:
            cell = cell[:-1]
        cell += "…"
    space = " " * (width - columns_of(cell))
    return f"{space}{cell}" if is_number else f"{cell}{space}"
