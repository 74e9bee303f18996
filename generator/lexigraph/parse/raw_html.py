"""Raw HTML in a body: cleaned by nh3, its links and images made references like all others.

It is cleaned a section at a time, for tags may enclose whole blocks. Our own tags take part as they are;
texts, references, code and formulas stand in as numbers between two private-use characters, which are
removed from input first (`STAND_INS`).
"""

import html
import re
from collections.abc import Sequence
from functools import cache

import nh3

from lexigraph.model import Html, Ref, Reference, Segment, Text
from lexigraph.parse.addresses import address
from lexigraph.parse.html_elements import ALLOWED, KNOWN, TAG, WITH_CONTENT_REMOVED
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.segments import Part, Raw, joined

__all__ = ["STAND_INS", "cleaned"]

STAND_INS = re.compile("[\U0010fff0-\U0010fff3]+")
"""The characters that nothing but this module may write."""

_OPEN, _CLOSE, _TARGET, _TARGET_END = "\U0010fff0\U0010fff1\U0010fff2\U0010fff3"
_STAND_IN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PIECE = re.compile(f'{_OPEN}\\d+{_CLOSE}|<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_TARGET_VALUE = re.compile(f'(?:href|src)="{_TARGET}([^"]*){_TARGET_END}"')
_ATTRIBUTE_VALUE = re.compile(r' (alt|id)="([^"]*)"')
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>", re.DOTALL)
_RISKY = re.compile(r"""[\s/"'](on[a-z]+|style)\s*=|(?:href|src)\s*=\s*["']?\s*((?:javascript|vbscript|data):)""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CLASSES = re.compile(r"lx-[a-z-]+|admonition(?:-title)?|note|tip|info|warning|danger|task-list-item|footnote")
_ID = re.compile(r"\^?\w[\w:.-]{0,99}")
_NO_MENTIONS = frozenset({"a", "code", "pre", "kbd", "samp", "th", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
_GLOBAL_ATTRIBUTES = {"class", "id", "title", "lang", "dir", "role", "tabindex", "aria-label"}
_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "ol": {"start", "reversed", "type"}, "li": {"value"},
    "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}, "col": {"span"}, "colgroup": {"span"},
    "details": {"open"}, "time": {"datetime"}, "del": {"datetime"}, "ins": {"datetime"},
}  # fmt: skip


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(ALLOWED), clean_content_tags=set(WITH_CONTENT_REMOVED),
        attributes={"*": _GLOBAL_ATTRIBUTES, **_ATTRIBUTES}, attribute_filter=_attribute, link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", "ftp"},
    )  # fmt: skip


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value that an attribute keeps; None drops it."""
    if STAND_INS.search(value):
        return None
    if name in ("href", "src"):
        return f"{_TARGET}{value}{_TARGET_END}" if tag in ("a", "img") else None
    if name == "class":
        return " ".join(part for part in value.split() if _CLASSES.fullmatch(part)) or None
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "role":
        return value if value == "region" else None
    if name == "tabindex":
        return value if value == "0" else None
    return value


def cleaned(manuscript: Manuscript, parts: Sequence[Part], *, in_link: bool = False) -> tuple[Segment, ...]:
    """The segments of parts among which there is raw HTML, and findings about what was removed from it.

    With `in_link` they are the label of a link, and raw links in them are dropped.
    """
    hidden: list[Html | Text | Ref] = []
    raws: list[Raw] = []
    source: list[str] = []
    for part in parts:
        if isinstance(part, str):
            source.append(part)
        elif isinstance(part, Raw):
            raws.append(part)
            source.append(_prepared(manuscript, part, hidden))
        else:
            source.append(f"{_OPEN}{len(hidden)}{_CLOSE}")
            hidden.append(part)
    clean = _cleaner().clean("".join(source))
    _forget_lost(manuscript, hidden, clean, raws)
    return _Finisher(manuscript, hidden, raws, in_link=in_link).finished(clean)


def _prepared(manuscript: Manuscript, raw: Raw, hidden: list[Html | Text | Ref]) -> str:
    """Raw HTML for the cleaner: comments out, texts as stand-ins, tags that are no elements escaped."""
    text = _COMMENT.sub(lambda match: " " * len(match[0]), raw.text)
    parts: list[str] = []
    last = 0
    for tag in TAG.finditer(text):
        parts.append(_between(manuscript, raw, text[last : tag.start()], last, hidden))
        last = tag.end()
        name = tag[2].lower()
        if name not in KNOWN:
            parts.append(html.escape(tag[0]))
            continue
        parts.append(tag[0])
        if not tag[1]:
            _report_tag(manuscript, raw, tag, name)
    parts.append(_between(manuscript, raw, text[last:], last, hidden))
    return "".join(parts)


def _report_tag(manuscript: Manuscript, raw: Raw, tag: re.Match[str], name: str) -> None:
    start, end = raw.span(tag.start(), tag.end())
    if name not in ALLOWED:
        message, subject = f"the element '{name}' is removed", name
        help = "write it as Markdown: a link, an image, a table"
    elif risky := _RISKY.search(tag[3]):
        what = (risky[1] or risky[2]).lower()
        message, subject = f"'{what}' is removed from the element '{name}'", what
        help = "an entry may not run code or set styles; delete it"
    else:
        return
    manuscript.report_dropped(start, end, message, help, subject)


def _between(manuscript: Manuscript, raw: Raw, text: str, start: int, hidden: list[Html | Text | Ref]) -> str:
    """Text between tags as a stand-in, white space as it is."""
    if not text or text.isspace():
        return text
    pieces: list[str] = []
    points: list[tuple[int, int]] = []
    length, last = 0, 0

    def add(piece: str, at: int) -> int:
        place = raw.places.offset(raw.start + start + at)
        points.append((length, place))
        pieces.append(piece)
        return length + len(piece)

    for line in re.finditer(r"[^\n&]+\n?|\n|&", text):
        entity = _ENTITY.match(text, line.start()) if line[0] == "&" else None
        if line.start() < last:
            continue
        last = entity.end() if entity else line.end()
        length = add(html.unescape(entity[0]) if entity else line[0], line.start())
    content = STAND_INS.sub("", "".join(pieces))
    hidden.append(Text(content, True, manuscript.body.points(points, len(content))))  # noqa: FBT003 - a named tuple's field
    return f"{_OPEN}{len(hidden) - 1}{_CLOSE}"
