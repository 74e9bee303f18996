"""The body of a file as others may have it: as written, but for what its page does not show either.

Comments, declarations, elements that are removed with all that stands in them, and link definitions that no link
uses (`[//]: # (note to myself)`) are blanked out, so that every other character keeps its place in the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from lexigraph.parse.html_elements import TAG, WITH_CONTENT_REMOVED
from lexigraph.parse.positions import BodyText

__all__ = ["public_source"]

_OPENINGS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!": ">"}
_MARK = re.compile(r"(?<!\\)`+|<!--|<!\[CDATA\[|<\?|<!(?=[A-Za-z])|" + TAG.pattern)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]", re.DOTALL)
_CODE = ("fence", "code_block", "math_block")


def public_source(
    body: BodyText, removed: Iterable[tuple[int, int]], tokens: Iterable[Token], env: Mapping[str, Any]
) -> str:
    """The file's text from the start of the body on, with a NUL for each character that nobody shall see.

    `removed` are the ranges of the file that Markdown did not see, `tokens` the blocks that it saw, `env` what
    markdown-it noted of them.
    """
    ranges = list(removed)
    if "<" in body.text:
        ranges += [
            (body.offset(start), body.offset(end - 1) + 1) for start, end in _hidden(body, tokens) if end > start
        ]
    ranges += [(body.offset(start), body.offset(end)) for start, end in _unused(body, env)]
    text = body.file_text
    if not ranges:
        return text[body.start :]
    parts: list[str] = []
    at = body.start
    for start, end in sorted(ranges):
        if end > at:
            parts.append(text[at : max(start, at)])
            parts.append("\0" * (end - max(start, at)))
            at = end
    parts.append(text[at:])
    return "".join(parts)


def _hidden(body: BodyText, tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of the text that hold comments and the like, in raw HTML and in prose; none in code."""
    tables = 0
    for token in tokens:
        if token.type in ("table_open", "table_close"):
            tables += token.nesting
        if token.map is None:
            continue
        if token.type == "table_open":
            for line in range(*token.map):
                yield from _in_text(body, line, line + 1, is_html=True)
        elif token.type == "html_block" or (token.type == "inline" and not tables):
            yield from _in_text(body, *token.map, is_html=token.type == "html_block")


def _in_text(body: BodyText, first: int, last: int, *, is_html: bool) -> Iterator[tuple[int, int]]:
    """Ranges in the lines `first` to `last`; where there is Markdown, code spans are passed over."""
    start, end = body.line_bounds(first)[0], body.line_bounds(min(last, len(body.line_starts)) - 1)[1]
    text = body.text
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.end()
        sign = mark[0]
        if sign[0] == "`":
            if not is_html and (close := _code_end(text, sign, at, end)) >= 0:
                at = close
        elif closing := _OPENINGS.get(sign):
            close = text.find(closing, at, end)
            if close >= 0 or is_html:
                at = close + len(closing) if close >= 0 else end
                yield mark.start(), at
        elif not mark[1] and mark[2].lower() in WITH_CONTENT_REMOVED:
            close = _element_end(text, mark[2].lower(), at)
            at = close if close >= 0 else len(text)
            yield mark.start(), at


def _code_end(text: str, ticks: str, at: int, end: int) -> int:
    """Where the code span ends that these backticks open; -1 when they open none."""
    while (at := text.find(ticks, at, end)) >= 0:
        stop = at
        while stop < end and text[stop] == "`":
            stop += 1
        if stop - at == len(ticks):
            return stop
        at = stop
    return -1


def _element_end(text: str, name: str, at: int) -> int:
    """Where the element ends, wherever that is in the body; -1 when it is never closed."""
    close = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(text, at)
    return close.end() if close else -1


def _unused(body: BodyText, env: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """The lines of link definitions that no link uses, that lead nowhere, or that repeat one."""
    known: Mapping[str, Any] = env.get("references", {})
    repeated: list[Mapping[str, Any]] = env.get("duplicate_refs", [])
    if not known and not repeated:
        return
    lines = [tuple(item["map"]) for item in (*known.values(), *repeated)]
    ranges = {(body.line_starts[first], body.line_bounds(last - 1)[1]) for first, last in lines}
    prose = list(body.text)
    for start, end in ranges:
        prose[start:end] = " " * (end - start)
    used = {normalizeReference(match[1]) for match in _LABEL.finditer("".join(prose))}
    for label, item in known.items():
        if label not in used or item["href"] in ("", "#"):
            first, last = item["map"]
            yield body.line_starts[first], body.line_bounds(last - 1)[1]
    for item in repeated:
        first, last = item["map"]
        yield body.line_starts[first], body.line_bounds(last - 1)[1]
