"""What the change introduced and mended, as findings of `check`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lexigraph.change.report.phrase import Phrase, code, cut, phrase
from lexigraph.check.introduced import Comparison
from lexigraph.model import Diagnostic, Severity

__all__ = ["CheckLine", "check_lines", "check_summary"]

_MOST = 8
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One finding that was introduced."""

    path: str
    """Below the content folder."""
    line: int
    """1-based."""
    what: Phrase

    @property
    def place(self) -> str:
        """Path and line, as an editor takes them."""
        return f"{self.path}:{self.line}"


def check_summary(checks: Comparison) -> str:
    """`0 errors, 1 warning introduced · 2 findings fixed · 12 older untouched`."""
    counts = Counter(finding.severity for finding in checks.introduced)
    errors, warnings, infos = (counts[each] for each in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    advice = f", {infos} of level info" if infos else ""
    introduced = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}{advice} introduced"
    fixed = f"{_counted(len(checks.fixed), 'finding')} fixed" if checks.fixed else ""
    older = f"{len(checks.older)} older untouched" if checks.older else ""
    return " · ".join(filter(None, (introduced, fixed, older)))


def check_lines(checks: Comparison, most: int = _MOST) -> tuple[CheckLine, ...]:
    """The findings that were introduced, the worst first; advice only where there is room."""
    worst = sorted(checks.introduced, key=lambda finding: (_RANK[finding.severity], finding.sort_key))
    return tuple(_line(finding) for finding in _shown(worst)[:most])


def _shown(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


def _line(finding: Diagnostic) -> CheckLine:
    what = phrase(f"{finding.severity} ", code(finding.code), " ", cut(finding.message, 200))
    return CheckLine(path=finding.path, line=finding.span.line, what=what)


def _counted(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else word + 's'}"
