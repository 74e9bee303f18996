"""The body of a file as others may have it: as written, but for what its page does not show either.

Comments, declarations, elements that are removed with all that stands in them, and link definitions that no link
uses (`[//]: # (note to myself)`) are blanked out, so that every other character keeps its place in the file.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from lexigraph.parse.html_elements import TAG, WITH_CONTENT_REMOVED
from lexigraph.parse.positions import BodyText

__all__ = ["hidden_ranges", "public_source"]

_OPENINGS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!": ">"}
_MARK = re.compile(r"(?<!\\)`+|<!--|<!\[CDATA\[|<\?|<!(?=[A-Za-z])|" + TAG.pattern)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]", re.DOTALL)
_CODE = ("fence", "code_block", "math_block")


def public_source(
    body: BodyText, removed: Iterable[tuple[int, int]], tokens: Sequence[Token], env: Mapping[str, Any],
    footnotes: Container[str],
) -> str:  # fmt: skip
    """The file's text from the start of the body on, with a NUL for each character that nobody shall see.

    `removed` are the ranges of the file that Markdown did not see, `tokens` the blocks that it saw, `env` what
    markdown-it noted of them, `footnotes` the labels of those that the text refers to.
    """
    ranges = list(removed)
    if "<" in body.text:
        ranges += [
            (body.offset(start), body.offset(end - 1) + 1) for start, end in hidden_ranges(body, tokens) if end > start
        ]
    unused = (*_unused(body, env), *_unused_footnotes(body, tokens, footnotes))
    ranges += [(body.offset(start), body.offset(end)) for start, end in unused]
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


def hidden_ranges(body: BodyText, tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of the text that hold comments and the like, in raw HTML and in prose; none in code."""
    tables = 0
    tokens = list(tokens)
    code = [
        (body.line_starts[token.map[0]], body.line_bounds(token.map[1] - 1)[1])
        for token in tokens
        if token.type in _CODE and token.map is not None
    ]
    for token in tokens:
        if token.type in ("table_open", "table_close"):
            tables += token.nesting
        if token.map is None:
            continue
        if token.type == "table_open":
            for line in range(*token.map):
                yield from _in_text(body, line, line + 1, code, is_html=True)
        elif token.type == "html_block" or (token.type == "inline" and not tables):
            yield from _in_text(body, token.map[0], token.map[1], code, is_html=token.type == "html_block")


def _in_text(
    body: BodyText, first: int, last: int, code: list[tuple[int, int]], *, is_html: bool
) -> Iterator[tuple[int, int]]:
    """Ranges in the lines `first` to `last`; where there is Markdown, code spans are passed over.

    `code` are the ranges of the body's code blocks: a tag in them closes nothing.
    """
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
            close = _element_end(text, mark[2].lower(), at, code)
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


def _element_end(text: str, name: str, at: int, code: list[tuple[int, int]]) -> int:
    """Where the element ends, wherever that is in the body but in code; -1 when it is never closed."""
    for close in re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).finditer(text, at):
        is_in_span = text.count("`", text.rfind("\n", 0, close.start()) + 1, close.start()) % 2
        if not is_in_span and not any(start <= close.start() < end for start, end in code):
            return close.end()
    return -1


def _unused_footnotes(body: BodyText, tokens: Sequence[Token], footnotes: Container[str]) -> Iterator[tuple[int, int]]:
    """The lines of footnotes that nothing refers to, or that repeat one."""
    known = set[str]()
    for token in tokens:
        if token.type == "footnote_reference_open" and token.map is not None:
            label = token.meta["label"]
            if label in known or label not in footnotes:
                yield body.line_starts[token.map[0]], body.line_bounds(token.map[1] - 1)[1]
            known.add(label)


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
