"""Comments that Markdown does not know as such: Obsidian's `%%…%%`, and HTML comments with blank lines.

They are cut out before Markdown sees the text, so that they can never leak. Code is left alone.
"""

import re

__all__ = ["comment_ranges"]

_FENCE = re.compile(r"^[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]*+)?(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_MARK = re.compile(r"%%|<!--|(?<![`\\])`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*\r?\n|\r[ \t>]*\r")


def comment_ranges(text: str, start: int) -> list[tuple[int, int]]:
    """The ranges of the text, from `start` on, that are such comments; ascending."""
    if text.find("%%", start) < 0 and text.find("<!--", start) < 0:
        return []
    found: list[tuple[int, int]] = []
    for first, last in _outside_fences(text, start):
        found.extend(_comments(text, first, last))
    return found


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
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        closing = "-->" if mark[0] == "<!--" else mark[0]
        close = -1 if closing in unclosed else _close(text, closing, mark.end(), end)
        if close < 0:
            unclosed.add(closing)
            at = mark.end()
            continue
        at = close + len(closing)
        if mark[0] == "%%" or (mark[0] == "<!--" and _BLANK_LINE.search(text, mark.end(), close)):
            found.append((mark.start(), at))
    return found


def _close(text: str, closing: str, start: int, end: int) -> int:
    """Where the closing mark stands; a run of backticks is closed by one of its own length."""
    at = text.find(closing, start, end)
    while at >= 0 and closing[0] == "`" and text[at + len(closing) : at + len(closing) + 1] == "`":
        while at < end and text[at] == "`":
            at += 1
        at = text.find(closing, at, end)
    return at
