"""Text that looks like a link and is none, and links in headings, found where the body's segments tell text from code.

Owns what counts as such; saying so is the rule `malformed-link`.
"""

import re
from collections.abc import Iterable, Iterator

from lexigraph.model import LineTable, MalformedLink, Prose, Ref, Reference, Segment, Span, Text

__all__ = ["malformed_links"]

_PATH = r"(?:https?://[^\s()<>]+|[^\s()<>\[\]]*\.md(?:#[^\s()<>]*)?|\.{0,2}/[^\s()<>]+|#[\w-]+)"
_SIGNS = re.compile(
    rf"(?P<space>(?:\[[^\[\]\n]{{1,200}})?(?<!\])\][ \t\n]{{1,10}}\({_PATH}\))"
    rf"|(?P<spaces>\[[^\[\]\n]{{1,200}}\]\([^()<>\n]{{0,200}}[ \t][^()<>\n]{{0,200}}\.md(?:#[^()<>\n]{{0,200}})?\))"
    r"|(?P<undefined>(?<![\w\])])\[[^\[\]\n]{0,199}[^\W\d_]{3}[^\[\]\n]{0,199}\]\[\d{0,3}\])"
    rf"|(?P<turned>\([^()\n]{{1,200}}\)\[{_PATH}\])"
    r"|(?P<broken>\[\[[^\[\]\n]{1,200}\n[^\[\]\n]{1,200}\]\])"
    r"|(?P<open>\[\[[^\[\]\n]{1,200}(?:\](?!\])|$))"
    r"|(?P<close>(?<!\[)\[[^\[\]\n]{1,200}\]\](?!\]))",
    re.MULTILINE,
)
_BRACKETS = frozenset({"open", "close"})
_NEAR = 300
"""Characters in which the other brackets of a list of lists are looked for."""
_TITLE_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]*\]\([^()\s]*\)")


def malformed_links(
    prose: Prose, references: tuple[Reference, ...], text: str, title: Span, lines: LineTable, body_start: int
) -> tuple[MalformedLink, ...]:
    """What looks like a link and is none, and links in headings, by place.

    Args:
        prose: what was made of the body.
        references: of the body.
        text: of the whole file.
        title: the heading that is the title; anything in front of the body when there is none.
        lines: of the text.
        body_start: offset at which the body begins.
    """
    found: list[MalformedLink] = []
    if "[" in text[body_start:]:
        for segments in _runs(prose):
            found += _in_texts(segments, text, lines)
        for section in prose.body.sections:
            for ref in section.heading:
                if type(ref) is Ref and references[ref.number].form != "image":
                    found.append(MalformedLink("heading", references[ref.number].span))
        if title.start >= body_start and (link := _TITLE_LINK.search(text, title.start, title.end)):
            found.append(MalformedLink("heading", lines.span(*link.span())))
    return tuple(sorted(found, key=lambda link: link.span))


def _runs(prose: Prose) -> Iterator[Iterable[Segment]]:
    yield prose.lead
    for section in prose.body.sections:
        yield section.heading
        for block in section.blocks:
            yield block.segments
    for items in (prose.takeaways, prose.faq, prose.exercises, prose.reading):
        for item in items:
            yield item.segments
    yield from prose.questions


def _in_texts(segments: Iterable[Segment], text: str, lines: LineTable) -> Iterator[MalformedLink]:
    for segment in segments:
        if type(segment) is not Text or ("[" not in segment.raw and "]" not in segment.raw):
            continue
        for sign in _SIGNS.finditer(segment.raw):
            what = sign.lastgroup or ""
            if what in _BRACKETS and (_is_nested(what, sign) or not any(char.isalpha() for char in sign[0])):
                continue
            start, end = segment.offset(sign.start()), segment.offset(sign.end() - 1) + 1
            if _is_as_written(segment, sign, text):
                yield MalformedLink(what, lines.span(start, end))


def _is_nested(what: str, sign: re.Match[str]) -> bool:
    """Whether brackets near by match the odd one, as in a list of lists: `[[a, b], [c, d]]`."""
    raw, depth = sign.string, 1
    if what == "open":
        around, inwards = raw[sign.end() : sign.end() + _NEAR], "["
    else:
        around, inwards = raw[max(sign.start() - _NEAR, 0) : sign.start()][::-1], "]"
    for char in around:
        if char in "[]":
            depth += 1 if char == inwards else -1
            if not depth:
                return True
    return False


def _is_as_written(segment: Text, sign: re.Match[str], text: str) -> bool:
    """Whether each bracket stands in the file itself, without a backslash before it."""
    for index in range(sign.start(), sign.end()):
        if segment.raw[index] in "[]()":
            at = segment.offset(index)
            if text[at : at + 1] != segment.raw[index] or text[at - 1 : at] == "\\":
                return False
    return True
