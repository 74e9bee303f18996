"""What the styles know beside the findings: the files, where the user stands, what a change touched."""

from collections.abc import Callable
from typing import NamedTuple

from lexigraph.check.report.source import LinesOf, no_lines
from lexigraph.model import Diagnostic

__all__ = ["IsTouched", "View", "nothing_touched", "way_out"]

IsTouched = Callable[[str, int], bool]
"""Path below the content folder and 1-based line → whether the change touched that line."""

_MARK = "[--fix]"


def nothing_touched(path: str, line: int) -> bool:
    """No change is looked at."""
    return False


class View(NamedTuple):
    """How findings are looked at."""

    lines_of: LinesOf = no_lines
    prefix: str = ""
    """Put before every path."""
    is_touched: IsTouched = nothing_touched


def way_out(finding: Diagnostic) -> str:
    """The help, which ends with a mark where `check --fix` does it."""
    if finding.fix is None or not finding.fix.safe:
        return finding.help
    return f"{finding.help} {_MARK}" if finding.help else f"run lexigraph check --fix {_MARK}"
