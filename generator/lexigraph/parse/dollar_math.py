"""Markdown rules for formulas: `$a$` in a line, `$$…$$` for a block, as GitHub and Pandoc read them.

Owns which dollars are formulas and which are money; what a formula means is `formulas`' business.
"""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

__all__ = ["math_block_rule", "math_inline_rule"]

_MOST_LINES = 200
_NO_END_BEFORE = "lexigraph no formula ends before"
"""Key of the environment: the line up to which no block of a formula is closed, so that none is looked for again."""
_MONEY = re.compile(r"[\d.,]+\S*\s[^\\^_=+<>{}]*")


def math_inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Make a `math_inline` token, or `math_display` for `$$…$$`.

    An opening `$` follows no letter or digit and stands before a character; a closing one stands after a
    character and before no digit; what looks like two prices is none. Also GitHub's ``$`…`$``.
    """
    src, start = state.src, state.pos
    if src[start] != "$" or (start and src[start - 1].isalnum()):
        return False
    mark = "$$" if src.startswith("$$", start) else "$"
    opening = start + len(mark)
    end = _closing(src, mark, opening, state.posMax)
    if end < 0 or (mark == "$" and end + 1 < state.posMax and src[end + 1].isdigit()):
        return False
    content = src[opening:end]
    if len(content) > 2 and content[0] == content[-1] == "`":
        content = content[1:-1]
    if not content or content[0].isspace() or content[-1].isspace() or "`" in content or _MONEY.fullmatch(content):
        return False
    if not silent:
        token = state.push("math_inline" if mark == "$" else "math_display", "math", 0)
        token.content = content
    state.pos = end + len(mark)
    return True


def _closing(src: str, mark: str, start: int, maximum: int) -> int:
    """Where the next mark stands that no backslash escapes; -1 when there is none."""
    at = src.find(mark, start, maximum)
    while at > 0 and src[at - 1] == "\\":
        at = src.find(mark, at + 1, maximum)
    return at


def math_block_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803, FBT001 - markdown-it's
    """Make a `math_block` token of lines from one that begins with `$$` to one that ends with it."""
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    if not state.src.startswith("$$", start) or state.is_code_block(startLine):
        return False
    first = state.src[start + 2 : end].rstrip()
    if first.endswith("$$"):
        lines, last = [first[:-2]], startLine
    elif "$$" in first:
        return False
    else:
        found = _following(state, startLine, endLine)
        if found is None:
            return False
        lines, last = [first, *found], startLine + len(found)
    content = "\n".join(lines).strip()
    if not content:
        return False
    if not silent:
        state.line = last + 1
        token = state.push("math_block", "math", 0)
        token.content = content
        token.map = [startLine, last + 1]
    return True


def _following(state: StateBlock, startLine: int, endLine: int) -> list[str] | None:  # noqa: N803 - markdown-it's name
    """The lines after the first, the closing `$$` left out; None when a blank line comes before it."""
    lines: list[str] = []
    if startLine < state.env.get(_NO_END_BEFORE, 0):
        return None
    line = startLine
    for line in range(startLine + 1, min(endLine, startLine + _MOST_LINES)):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            break
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if text.endswith("$$"):
            return [*lines, text[:-2]]
        lines.append(text)
    state.env[_NO_END_BEFORE] = line
    return None
