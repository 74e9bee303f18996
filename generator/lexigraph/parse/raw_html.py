"""Raw HTML in a body: cleaned by nh3, its links and images made references like all others.

It is cleaned a section at a time, for tags may enclose whole blocks. Our own tags take part as they are;
texts, references, code and formulas are hidden behind `stand_ins`. What comes back is `cleaned_html`'s business.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

import nh3

from lexigraph.model import Html, Ref, Segment, Text
from lexigraph.parse.addresses import SCHEMES
from lexigraph.parse.cleaned_html import Finisher
from lexigraph.parse.findings import DROPPED_MARKUP
from lexigraph.parse.html_elements import ALLOWED, KNOWN, OPTIONAL_END, TAG, VOID, WITH_CONTENT_REMOVED
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.segments import BIDIRECTIONAL, Part, Raw, escaped, joined
from lexigraph.parse.stand_ins import ADDRESS, ADDRESS_END, STAND_IN, STAND_INS, stand_in

__all__ = ["cleaned"]

_DEEPEST = 32
_MOST_TAGS = 20_000
_MARKUP = re.compile(rf"<!--|<\?|<!\[CDATA\[|<![A-Za-z]|{TAG.pattern}", re.DOTALL)
"""What begins a comment, a declaration or the like, without groups; or a tag with the groups of `TAG`."""
_CLOSINGS = {"<!--": "-->", "<![CDATA[": "]]>"}
"""What ends that which so begins; everything else ends at `>`."""
_RISKY = re.compile(
    r"""[\s/"'](on[a-z]+|style)\s*=|(?:href|src)\s*=\s*["']?\s*((?:javascript|vbscript|data):)""", re.IGNORECASE
)
_PROSE = re.compile(r"(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|[^\n&]+\n?|\n|&")
_CLASSES = re.compile(r"lx-[a-z-]+|admonition(?:-title)?|note|tip|info|warning|danger|task-list-item|footnote")
_ID = re.compile(r"\w[\w:.-]{0,99}")
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
        url_schemes=set(SCHEMES),
    )  # fmt: skip


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value that an attribute keeps; None drops it."""
    if STAND_INS.search(value):
        return None
    if name in ("href", "src"):
        return f"{ADDRESS}{value}{ADDRESS_END}" if tag in ("a", "img") else None
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
    if _is_beyond_limits(manuscript, parts):
        return joined([Html(escaped(part.text)) if isinstance(part, Raw) else part for part in parts])
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
            source.append(stand_in(len(hidden)))
            hidden.append(part)
    clean = _cleaner().clean("".join(source))
    _forget_lost(manuscript, hidden, clean, raws)
    return Finisher(manuscript, hidden, raws, in_link=in_link).finished(clean)


def _is_beyond_limits(manuscript: Manuscript, parts: Sequence[Part]) -> bool:
    """True, with a finding, for tags that are too many or too deep: cleaning is quadratic in both."""
    depth = 0
    for part in parts:
        if not isinstance(part, Raw):
            continue
        for tag in TAG.finditer(part.text):
            manuscript.raw_tags += 1
            name = tag[2].lower()
            if name in KNOWN and name not in VOID and name not in OPTIONAL_END:
                depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth <= _DEEPEST and manuscript.raw_tags <= _MOST_TAGS:
                continue
            what = f"raw HTML nested deeper than {_DEEPEST}" if depth > _DEEPEST else f"more than {_MOST_TAGS} raw tags"
            start, end = part.span(tag.start(), tag.end())
            manuscript.report_limit(start, end, what, "close the elements; they are shown as written", "html")
            return True
    return False


def _prepared(manuscript: Manuscript, raw: Raw, hidden: list[Html | Text | Ref]) -> str:
    """Raw HTML for the cleaner: comments out, texts as stand-ins, tags that are no elements escaped."""
    text = raw.text
    parts: list[str] = []
    last = 0
    for tag, end in _markup(text):
        parts.append(_between(manuscript, raw, text[last : tag.start()], last, hidden))
        last = end
        if tag[2] is None:
            continue  # a comment
        name = tag[2].lower()
        if name not in KNOWN:
            parts.append(html.escape(tag[0]))
            continue
        parts.append(tag[0])
        if not tag[1]:
            _report_tag(manuscript, raw, tag, name)
    parts.append(_between(manuscript, raw, text[last:], last, hidden))
    return "".join(parts)


def _markup(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each tag, comment and declaration of the text, and where it ends; what is never closed is none.

    What no later mark can close is looked for once, so that the time stays linear.
    """
    unclosed: set[str] = set()
    at = 0
    while (mark := _MARKUP.search(text, at)) is not None:
        at = mark.end()
        if mark[2] is None:
            closing = _CLOSINGS.get(mark[0], ">")
            close = -1 if closing in unclosed else text.find(closing, at)
            if close < 0:
                unclosed.add(closing)
                continue
            at = close + len(closing)
        yield mark, at


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
    length = 0
    for piece in _PROSE.finditer(text):
        content = piece[0]
        place = raw.places.offset(raw.start + start + piece.start())
        if content[0] == " " and manuscript.body.text[place : place + 1] != " ":
            content = content.lstrip(" ")  # the rest of a tab that markdown-it took apart; it is not in the file
            place += len(piece[0]) - len(content)
        points.append((length, place))
        if piece[1]:
            content = BIDIRECTIONAL.sub("", STAND_INS.sub("\N{REPLACEMENT CHARACTER}", html.unescape(content)))
        pieces.append(content)
        length += len(content)
    hidden.append(Text("".join(pieces), True, manuscript.body.points(points, length)))  # noqa: FBT003 - a field
    return stand_in(len(hidden) - 1)


def _forget_lost(manuscript: Manuscript, hidden: list[Html | Text | Ref], clean: str, raws: list[Raw]) -> None:
    """Drop the references whose stand-ins are gone, for they stood in something that was removed.

    They are among the last that were made; those after them move up.
    """
    kept = {int(number) for number in STAND_IN.findall(clean)}
    lost = [part.number for at, part in enumerate(hidden) if type(part) is Ref and at not in kept]
    if not lost:
        return
    for number in lost:
        span = manuscript.references[number].span
        manuscript.reporter.add(
            DROPPED_MARKUP, span.start, span.end, "a link inside an element that is removed is removed too",
            help="close the element before it, or write it outside", subject=manuscript.references[number].target,
        )  # fmt: skip
    for number in lost:
        manuscript.lost.add(number)
