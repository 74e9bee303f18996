"""Code blocks, coloured by Pygments in the structure and classes of Material for MkDocs."""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexer import Lexer

__all__ = ["code_block"]

_LONGEST = 4_000
_LONGEST_LINE = 1_000
_BLANK_LINES = "\n" * 10
"""Longer code, and code with more blank lines in a row, is not coloured: lexers are regular expressions, and on
purpose-made text many of them take time with the square of its length."""

_SLOWEST = {"csharp": 1_500, "make": 2_500, "terraform": 2_500}
"""Lexers for which that is too long."""

_COLOURED = frozenset(
    [
        "awk",
        "bash",
        "batch",
        "bibtex",
        "c",
        "clojure",
        "cmake",
        "common-lisp",
        "console",
        "coq",
        "cpp",
        "csharp",
        "css",
        "cuda",
        "cypher",
        "cython",
        "dart",
        "diff",
        "django",
        "docker",
        "ebnf",
        "elixir",
        "erlang",
        "fortran",
        "fsharp",
        "gas",
        "go",
        "graphql",
        "groovy",
        "haskell",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "json",
        "jsx",
        "julia",
        "kotlin",
        "lean",
        "llvm",
        "lua",
        "make",
        "markdown",
        "matlab",
        "nasm",
        "nginx",
        "nixos",
        "ocaml",
        "octave",
        "perl",
        "php",
        "postgresql",
        "powershell",
        "prolog",
        "properties",
        "protobuf",
        "pycon",
        "pytb",
        "python",
        "restructuredtext",
        "ruby",
        "rust",
        "scala",
        "scheme",
        "scss",
        "solidity",
        "sparql",
        "splus",
        "sql",
        "sqlite3",
        "swift",
        "terraform",
        "tex",
        "text",
        "toml",
        "tsx",
        "turtle",
        "typescript",
        "vim",
        "vue",
        "xml",
        "yaml",
        "zig",
    ]
)
"""Lexers, by their first name, that stay under half a second on 4,000 characters of every pattern that was tried on
all of Pygments; some of the others take minutes."""

_NAME = re.compile(r"\{?\s*\.?([A-Za-z0-9+#_.-]{1,40})")
_NOT_IN_CLASS = re.compile(r"[^a-z0-9_-]+")


def code_block(code: str, info: str = "") -> str:
    """The code as HTML; `info` is what stands behind the opening fence, its first word names the language."""
    match = _NAME.match(info.strip())
    name = match[1].lower() if match else ""
    lexer = _lexer(name) if name else None
    language = _NOT_IN_CLASS.sub("-", name).strip("-")
    opening = f'<div class="language-{language} highlight">' if language else '<div class="highlight">'
    coloured = "" if lexer is None or _is_slow(code, lexer) else _coloured(code, lexer)
    inner = coloured or html.escape(code, quote=False)
    return f"{opening}<pre><span></span><code>{inner}</code></pre></div>\n"


def _is_slow(code: str, lexer: "Lexer") -> bool:
    if len(code) > _SLOWEST.get(lexer.aliases[0], _LONGEST) or _BLANK_LINES in code:
        return True
    return any(len(line) > _LONGEST_LINE for line in code.split("\n"))


def _coloured(code: str, lexer: "Lexer") -> str:
    from pygments import highlight

    return highlight(code, lexer, _formatter())


@lru_cache(maxsize=1)
def _formatter() -> "HtmlFormatter[str]":
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=256)
def _lexer(name: str) -> "Lexer | None":
    """The lexer of a language; None when Pygments has none of that name, or only one that is not trusted."""
    from pygments.lexers import get_lexer_by_name  # 30 ms, for those who have code
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer if lexer.aliases[0] in _COLOURED else None
