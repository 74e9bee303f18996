"""Markdown rules for raw HTML: markdown-it's own, for tags that are HTML elements and for comments only.

The rules of markdown-it take `<unk>` for a tag, and look for a comment's end with an expression that needs
quadratic time where it fails.
"""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import html_block as any_html_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import html_inline as any_html_inline

from lexigraph.parse.html_elements import KNOWN

__all__ = ["html_block_rule", "html_inline_rule"]

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")


def html_inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Make an `html_inline` token of a tag or a comment."""
    src, start = state.src, state.pos
    if src[start] != "<":
        return False
    if src.startswith("<!--", start):
        end = src.find("-->", start + 2, state.posMax) if state.html_terminator_last("-->") > start else -1
        if end < 0:
            return False
        if not silent:
            state.push("html_inline", "", 0).content = src[start : end + 3]
        state.pos = end + 3
        return True
    name = _NAME.match(src, start)
    if name is not None and name[1].lower() not in KNOWN:
        return False
    return any_html_inline(state, silent)


def html_block_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803, FBT001 - markdown-it's
    """Make an `html_block` token."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    name = _NAME.match(state.src, start)
    if name is not None and name[1].lower() not in KNOWN:
        return False
    return any_html_block(state, startLine, endLine, silent)
