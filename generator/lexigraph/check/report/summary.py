"""The last line of a check: how much was found."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from lexigraph.model import Diagnostic, Severity
from lexigraph.wording import counted

__all__ = ["errors_and_warnings", "introduced_line", "summary"]


def errors_and_warnings(found: Mapping[Severity, int]) -> list[str]:
    """How many there are of each, where there are any: `1 error`, `2 warnings`."""
    return [
        counted(found[severity], str(severity), f"{severity}s")
        for severity in (Severity.ERROR, Severity.WARNING)
        if found.get(severity)
    ]


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


def introduced_line(
    introduced: Iterable[Diagnostic], fixed: Collection[Diagnostic], older: Collection[Diagnostic]
) -> str:
    """`introduced: 1 error, 2 of level info · fixed: 3 · older, not shown: 41`."""
    found = Counter(diagnostic.severity for diagnostic in introduced)
    parts = errors_and_warnings(found)
    if found[Severity.INFO]:
        parts.append(f"{found[Severity.INFO]} of level info")
    return f"introduced: {', '.join(parts) or 'nothing'} · fixed: {len(fixed)} · older, not shown: {len(older)}"
