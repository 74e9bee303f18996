"""The last line of a check: how much was found."""

from collections import Counter
from collections.abc import Iterable

from lexigraph.model import Diagnostic, Severity

__all__ = ["counted", "summary"]


def summary(diagnostics: Iterable[Diagnostic], entries: int, *, infos_shown: bool = False) -> str:
    """`1 error, 2 warnings in 214 entries · 31 of level info, see --info`, or that nothing was found."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    where = counted(entries, "entry", "entries")
    if not found:
        return f"nothing found in {where}"
    errors = counted(found[Severity.ERROR], "error", "errors")
    warnings = counted(found[Severity.WARNING], "warning", "warnings")
    line = f"{errors}, {warnings} in {where}"
    if found[Severity.INFO]:
        line += f" · {found[Severity.INFO]} of level info" + ("" if infos_shown else ", see --info")
    return line


def counted(number: int, one: str, many: str) -> str:
    """`1 entry`, `2 entries`."""
    return f"{number} {one if number == 1 else many}"
