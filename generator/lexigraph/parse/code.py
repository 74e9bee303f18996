"""Code blocks, coloured by Pygments in the structure and classes of Material for MkDocs."""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexer import Lexer

__all__ = ["code_block"]

_LONGEST = 16 * 1024
_LONGEST_LINE = 1000
"""Longer code is not coloured: lexers are regular expressions, and some of them are slow on purpose-made text."""

_NAME = re.compile(r"\{?\s*\.?([A-Za-z0-9+#_.-]{1,40})")
_NOT_IN_CLASS = re.compile(r"[^a-z0-9_-]+")


def code_block(code: str, info: str = "") -> str:
    """The code as HTML; `info` is what stands behind the opening fence, its first word names the language."""
    match = _NAME.match(info.strip())
    name = match[1].lower() if match else ""
    lexer = _lexer(name) if name else None
    language = _NOT_IN_CLASS.sub("-", name).strip("-")
    opening = f'<div class="language-{language} highlight">' if language else '<div class="highlight">'
    if lexer is None or len(code) > _LONGEST or any(len(line) > _LONGEST_LINE for line in code.split("\n")):
        inner = html.escape(code, quote=False)
    else:
        inner = _coloured(code, lexer)
    return f"{opening}<pre><span></span><code>{inner}</code></pre></div>\n"


def _coloured(code: str, lexer: "Lexer") -> str:
    from pygments import highlight

    return highlight(code, lexer, _formatter())


@lru_cache(maxsize=1)
def _formatter() -> "HtmlFormatter[str]":
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=256)
def _lexer(name: str) -> "Lexer | None":
    """The lexer of a language; None when Pygments has none of that name."""
    from pygments.lexers import get_lexer_by_name  # 30 ms, for those who have code
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
