"""One line of the author's file with a caret below the place that is meant.

Columns count characters; what is drawn is as wide as a terminal shows it. Nothing of the author's can
steer the terminal: control characters are drawn as pictures.
"""

from lexigraph.check.report.source import LinesOf
from lexigraph.model import NOWHERE, Span
from lexigraph.wording import columns_of, harmless

__all__ = ["excerpt", "harmless"]

_LONGEST = 120
"""Columns up to which a line is printed whole."""
_BEFORE = 60
"""Columns kept before the caret of a longer line, ellipsis included."""
_AFTER = 80
"""Columns kept from the caret on, ellipsis not included."""


def excerpt(path: str, span: Span, lines_of: LinesOf, label: str = "") -> list[str]:
    """The lines of the excerpt: empty gutter, the author's line, the caret with its label.

    Empty when the finding has no place of its own in the file, or the file has no such line.
    """
    if span == NOWHERE:
        return []
    lines = lines_of(path)
    if not 1 <= span.line <= len(lines):
        return []
    before, marked, after = _parts(lines[span.line - 1].rstrip("\r\n"), span)
    gutter = " " * (len(str(span.line)) + 1)
    caret = " " * columns_of(before) + "^" * max(1, columns_of(marked))
    return [
        f"{gutter}|",
        f"{span.line} | {before}{marked}{after}".rstrip(),
        f"{gutter}| {caret}{' ' if label else ''}{harmless(label)}",
    ]


def _parts(line: str, span: Span) -> tuple[str, str, str]:
    """What is drawn before, at and after the place, cut where the line is too long for a terminal."""
    start = min(span.column - 1, len(line))
    end = min(start + max(span.end - span.start, 0), len(line))
    if len(line) <= _LONGEST and columns_of(harmless(line)) <= _LONGEST:
        return harmless(line[:start]), harmless(line[start:end]), harmless(line[end:])
    before = _last_columns(harmless(line[max(0, start - _BEFORE - 1) : start]), is_cut=start > _BEFORE + 1)
    shown = harmless(line[start : start + _AFTER + 1])
    marked = min(end - start, len(shown))
    kept = _first_columns(shown, marked, is_cut=len(line) > start + _AFTER + 1)
    return before, kept[:marked], kept[marked:]


def _last_columns(text: str, *, is_cut: bool) -> str:
    """The end of the text within `_BEFORE` columns, from the start of a word where there is one."""
    if not is_cut and columns_of(text) <= _BEFORE:
        return text
    while columns_of(text) > _BEFORE - 1:
        text = text[1:]
    space = text[:-1].find(" ")
    return "…" + (text[space + 1 :] if 0 <= space < len(text) // 2 else text)


def _first_columns(text: str, marked: int, *, is_cut: bool) -> str:
    """The start of the text within `_AFTER` columns, up to the end of a word behind the marked part."""
    if not is_cut and columns_of(text) <= _AFTER:
        return text
    while columns_of(text) > _AFTER:
        text = text[:-1]
    space = text.rfind(" ")
    return (text[:space] if space > max(marked, len(text) // 2) else text) + "…"
