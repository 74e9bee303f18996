"""Markdown whose raw HTML does nothing but mark up words, for builders that clean none.

Python-Markdown passes raw HTML on as it is, and knows fewer backslash escapes than CommonMark; templates print titles
as they are. What stands in code by Python-Markdown's rules stays as it is.
"""

import re

from lexigraph.export.artifact import line
from lexigraph.parse.addresses import is_safe_address

__all__ = ["harmless", "harmless_line"]

_CODE = re.compile(
    r"^(?P<fence>~{3,}|`{3,})[ ]*[\w#.+-]*[ ]*\n.*?(?<=\n)(?P=fence)[ ]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""Code as Python-Markdown reads it: fences at the start of a line, spans within one."""
_VALUE = r"(?:\"[^\"<>]*\"|'[^'<>]*')"
_TAG = re.compile(
    r"</?(?P<name>a|abbr|b|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)"
    rf"(?P<attributes>(?:\s+(?:href|src|alt|title|id|width|height|lang|dir)={_VALUE})*)\s*/?>"
    r"|<https?://[^\s<>\"]*>|<[\w.+-]+@[\w.-]+>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"\s(?:href|src)=({_VALUE})", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav"
    r"|ol|p|picture|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_JOINING = ("<", "`", "\\")
_OPENING = re.compile(r"\\?<(?=[A-Za-z/!?])|\\(?=[$~])")


def harmless(markdown: str) -> str:
    """The text with tags of words kept, tags of blocks left out, and every other sign that opens a tag as words."""
    parts: list[str] = []
    at = 0
    for code in _CODE.finditer(markdown):
        parts += (_prose(markdown[at : code.start()]), code[0])
        at = code.end()
    return "".join((*parts, _prose(markdown[at:])))


def harmless_line(text: str) -> str:
    """A plain text on one line that is the same text when it is read as HTML, also between quotes."""
    shown = _ENTITY.sub("&amp;", line(text))
    return shown.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _prose(text: str) -> str:
    parts: list[str] = []
    at = 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        parts.append(text[at:start])
        at = opening.end()
        if opening[0].endswith("<"):
            tag = None if len(opening[0]) > 1 else _TAG.match(text, start)
            block = None if tag or len(opening[0]) > 1 else _BLOCK.match(text, start)
            apart = " " if "".join(parts[-2:]).endswith(_JOINING) else ""  # two signs that now meet would mean more
            parts.append(tag[0] if tag and _is_safe(tag) else apart if block else "&lt;")
            at = (tag if tag and _is_safe(tag) else block or opening).end()
    return "".join((*parts, text[at:]))


def _is_safe(tag: re.Match[str]) -> bool:
    return all(is_safe_address(found[1][1:-1]) and "&" not in found[1] for found in _ADDRESS.finditer(tag[0]))
