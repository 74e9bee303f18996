"""Comments that Markdown does not know as such: Obsidian's `%%…%%`, and HTML comments with blank lines.

They are cut out before Markdown sees the text, so that they can never leak. Code is left alone.
"""

import re
from bisect import bisect_left

__all__ = ["comment_ranges", "without_html_comments"]

_FENCE = re.compile(r"^[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]*+)?(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_MARK = re.compile(r"(?<![0-9])%%|<!--|(?<![`\\])`+")
"""What may begin a comment or code. Two per cent signs behind a digit begin none: "5%% of"."""
_BACKTICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*\r?\n|\r[ \t>]*\r")


def comment_ranges(text: str, start: int) -> list[tuple[int, int]]:
    """The ranges of the text, from `start` on, that are such comments; ascending."""
    if text.find("%%", start) < 0 and text.find("<!--", start) < 0:
        return []
    found: list[tuple[int, int]] = []
    for first, last in _outside_fences(text, start):
        found.extend(_comments(text, first, last))
    return found


def without_html_comments(text: str) -> str:
    """The value of a field without its HTML comments."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join((*parts, text[at:])) if at else text


def _outside_fences(text: str, start: int) -> list[tuple[int, int]]:
    """The ranges between fenced code blocks."""
    ranges: list[tuple[int, int]] = []
    at = start
    while (opening := _FENCE.search(text, at)) is not None:
        ranges.append((at, opening.start()))
        mark = opening[1]
        closing = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
        if closing is None:
            return ranges
        at = closing.end()
    ranges.append((at, len(text)))
    return ranges


def _comments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    runs = _runs(text, start, end)
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        closing = "-->" if mark[0] == "<!--" else mark[0]
        if closing in unclosed:
            close = -1
        elif closing[0] == "`":
            close = _next(runs[len(closing)], mark.end())
        else:
            close = text.find(closing, mark.end(), end)
        if close < 0:
            unclosed.add(closing)
            at = mark.end()
            continue
        at = close + len(closing)
        if mark[0] == "%%" or (mark[0] == "<!--" and _BLANK_LINE.search(text, mark.end(), close)):
            found.append((mark.start(), at))
    return found


def _runs(text: str, start: int, end: int) -> dict[int, list[int]]:
    """Length of a run of backticks → where runs of just that length begin, ascending."""
    runs: dict[int, list[int]] = {}
    for run in _BACKTICKS.finditer(text, start, end):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _next(places: list[int], at: int) -> int:
    """The first of the ascending places that is not before `at`; -1 when there is none."""
    index = bisect_left(places, at)
    return places[index] if index < len(places) else -1
