"""The baseline: findings that were there when a folder was first checked, one on a line, which are not printed.

A line is `CODE id subject`, without a line number, so that edits elsewhere do not disturb it. For a file without an
id its path stands there. White space in the id, control characters and `%` are percent-encoded, so that any line can
be read back; what follows a `#` at the beginning of a line is a comment.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from lexigraph.model import Diagnostic, LineTable, SourceFile, Span

__all__ = ["Baseline", "Line", "idle_lines", "line_of", "read_baseline", "without_old"]

_ESCAPED = re.compile(r"[%\x00-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Line(NamedTuple):
    """One line that stands for a finding."""

    text: str
    """Without its end."""
    span: Span
    whole: Span
    """With its end."""

    @property
    def code(self) -> str:
        """Of the rule."""
        return self.text.partition(" ")[0]


class Baseline(NamedTuple):
    """The file as read."""

    path: str
    """Below the content folder."""
    text: str
    lines: tuple[Line, ...]
    """Comments and blank lines left out."""


def line_of(finding: Diagnostic) -> str:
    """The line that stands for the finding; findings of one identity have one line."""
    return f"{finding.code} {_word(finding.entry or finding.path)} {_escaped(finding.subject)}".rstrip(" ")


def read_baseline(source: SourceFile | None) -> Baseline:
    """The lines of the file; none without a file."""
    if source is None:
        return Baseline("", "", ())
    text = source.data.decode("utf-8", "replace").removeprefix("\ufeff")
    span = LineTable(text).span
    lines: list[Line] = []
    for match in _LINES.finditer(text):
        line = match[0].rstrip("\r\n ")
        if line and not line.startswith("#"):
            start = match.start()
            lines.append(Line(line, span(start, start + len(line)), span(start, match.end())))
    return Baseline(source.path, text, tuple(lines))


def without_old(findings: Iterable[Diagnostic], baseline: Baseline) -> tuple[tuple[Diagnostic, ...], tuple[int, ...]]:
    """The findings that the baseline does not hold, and the numbers of its lines that match none.

    A line stands for one finding: of three with the same identity, two lines leave the last.
    """
    places: dict[str, list[int]] = {}
    for number in reversed(range(len(baseline.lines))):
        places.setdefault(baseline.lines[number].text, []).append(number)
    new: list[Diagnostic] = []
    for finding in findings:
        numbers = places.get(line_of(finding)) if places else None
        if numbers:
            numbers.pop()
        else:
            new.append(finding)
    return tuple(new), tuple(sorted(number for numbers in places.values() for number in numbers))


def idle_lines(baseline: Baseline, findings: Iterable[Diagnostic], ran: frozenset[str]) -> tuple[Line, ...]:
    """The lines that match no finding and can go; those of rules that did not run (`ran`: codes) stay."""
    left = Counter(map(line_of, findings))
    idle: list[Line] = []
    for line in baseline.lines:
        if left[line.text] > 0 or line.code not in ran:
            left[line.text] -= 1
        else:
            idle.append(line)
    return tuple(idle)


def _word(text: str) -> str:
    return _escaped(text).replace(" ", "%20")


def _escaped(text: str) -> str:
    """The text with what would break a line, or not be seen in one, percent-encoded as UTF-8."""
    return _ESCAPED.sub(lambda found: quote(found[0].encode("utf-8", "replace")), text)
