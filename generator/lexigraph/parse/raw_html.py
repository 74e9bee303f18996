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

from lexigraph.model import Html, Ref, Reference, Segment, Text, plain_text
from lexigraph.parse.addresses import address
from lexigraph.parse.findings import DROPPED_MARKUP
from lexigraph.parse.html_elements import ALLOWED, KNOWN, OPTIONAL_END, TAG, VOID, WITH_CONTENT_REMOVED
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.segments import Part, Raw, escaped, joined
from lexigraph.parse.sentences import folded

__all__ = ["STAND_INS", "cleaned"]

STAND_INS = re.compile("[\U0010fff0-\U0010fff3]+")
"""The characters that nothing but this module may write."""

_DEEPEST = 32
_MOST_TAGS = 20_000

_OPEN, _CLOSE, _TARGET, _TARGET_END = "\U0010fff0\U0010fff1\U0010fff2\U0010fff3"
_STAND_IN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PIECE = re.compile(f'{_OPEN}\\d+{_CLOSE}|<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_TARGET_VALUE = re.compile(f'(?:href|src)="{_TARGET}([^"]*){_TARGET_END}"')
_ATTRIBUTE_VALUE = re.compile(r' (alt|id)="([^"]*)"')
_MARKUP = re.compile(rf"<!--.*?-->|<\?.*?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>|{TAG.pattern}", re.DOTALL)
"""A comment, a declaration or the like, without groups; or a tag with the groups of `TAG`."""
_RISKY = re.compile(
    r"""[\s/"'](on[a-z]+|style)\s*=|(?:href|src)\s*=\s*["']?\s*((?:javascript|vbscript|data):)""", re.IGNORECASE
)
_PROSE = re.compile(r"(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|[^\n&]+\n?|\n|&")
_CLASSES = re.compile(r"lx-[a-z-]+|admonition(?:-title)?|note|tip|info|warning|danger|task-list-item|footnote")
_ID = re.compile(r"\w[\w:.-]{0,99}")
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
            source.append(f"{_OPEN}{len(hidden)}{_CLOSE}")
            hidden.append(part)
    clean = _cleaner().clean("".join(source))
    _forget_lost(manuscript, hidden, clean, raws)
    return _Finisher(manuscript, hidden, raws, in_link=in_link).finished(clean)


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
    for tag in _MARKUP.finditer(text):
        parts.append(_between(manuscript, raw, text[last : tag.start()], last, hidden))
        last = tag.end()
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
        points.append((length, raw.places.offset(raw.start + start + piece.start())))
        content = STAND_INS.sub("\N{REPLACEMENT CHARACTER}", html.unescape(piece[0])) if piece[1] else piece[0]
        pieces.append(content)
        length += len(content)
    hidden.append(Text("".join(pieces), True, manuscript.body.points(points, length)))  # noqa: FBT003 - a field
    return f"{_OPEN}{len(hidden) - 1}{_CLOSE}"


def _forget_lost(manuscript: Manuscript, hidden: list[Html | Text | Ref], clean: str, raws: list[Raw]) -> None:
    """Drop the references whose stand-ins are gone, for they stood in something that was removed.

    They are among the last that were made; those after them move up.
    """
    kept = {int(number) for number in _STAND_IN.findall(clean)}
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


class _Finisher:
    """Makes segments of cleaned HTML with stand-ins."""

    def __init__(
        self, manuscript: Manuscript, hidden: list[Html | Text | Ref], raws: list[Raw], *, in_link: bool
    ) -> None:
        self._manuscript = manuscript
        self._hidden = hidden
        self._raws = raws
        self._raw, self._raw_at = 0, 0
        self._in_link = in_link
        self._parts: list[Part] = []
        self._outer: list[Part] | None = None
        self._opening = ""
        self._quiet = 0

    def finished(self, clean: str) -> tuple[Segment, ...]:
        """The segments."""
        last = 0
        for piece in _PIECE.finditer(clean):
            if piece.start() > last:
                self._parts.append(clean[last : piece.start()])
            last = piece.end()
            if piece[0][0] == _OPEN:
                self._restore(self._hidden[int(piece[0][1:-1])])
            else:
                self._tag(piece[0])
        if last < len(clean):
            self._parts.append(clean[last:])
        return joined(self._parts)

    def _restore(self, part: Html | Text | Ref) -> None:
        if isinstance(part, Text) and self._quiet:
            part = part._replace(may_link=False)
        if isinstance(part, Ref) and self._outer is not None and self._is_link(part):
            self._parts.extend(part.label)
        else:
            self._parts.append(part)

    def _is_link(self, part: Ref) -> bool:
        return self._manuscript.references[part.number].form != "image"

    def _tag(self, tag: str) -> None:
        is_end = tag.startswith("</")
        name = re.split(r"[\s/>]", tag[1 + is_end :], maxsplit=1)[0]
        if name in _NO_MENTIONS:
            self._quiet += -1 if is_end else 1
        if name == "a":
            self._link_tag(tag, is_end=is_end)
        elif name == "img" and (target := _TARGET_VALUE.search(tag)):
            self._parts.append(Ref(self._reference("image", target[1], _value(tag, "alt")), ()))
        elif name != "img":
            self._parts.append(self._with_own_id(tag) if " id=" in tag else tag)

    def _link_tag(self, tag: str, *, is_end: bool) -> None:
        if self._in_link:
            return
        if not is_end:
            self._outer, self._parts, self._opening = self._parts, [], tag
            return
        if self._outer is None:
            return
        inner, self._parts, self._outer = self._parts, self._outer, None
        target = _TARGET_VALUE.search(self._opening)
        if target is None:
            opening = self._with_own_id(self._opening.replace("<a", "<span", 1))
            self._parts.extend([opening, *inner, "</span>"])
        elif _is_visible(label := joined(inner)):
            self._parts.append(Ref(self._reference("link", target[1], "", plain_text(label)), label))

    def _reference(self, form: str, escaped_target: str, title: str, plain: str = "") -> int:
        written = html.unescape(escaped_target)
        to = address(written)
        sentence = folded(plain)
        manuscript = self._manuscript
        manuscript.references.append(
            Reference(
                form, to.target, to.fragment, title, manuscript.span(*self._place(written)), manuscript.section,
                sentence, (0, len(sentence)),
            )
        )  # fmt: skip
        return len(manuscript.references) - 1

    def _place(self, written: str) -> tuple[int, int]:
        """The tag that holds an address, in the body's text; the first tag when it is not found.

        Looked for behind the last one, then from the beginning: the cleaner repeats a link that is not closed.
        """
        behind = [(number, self._raw_at if number == self._raw else 0) for number in range(self._raw, len(self._raws))]
        for number, first in (*behind, *((number, 0) for number in range(len(self._raws)))):
            text = self._raws[number].text
            for needle in (written, html.escape(written)):
                at = text.find(needle, first)
                start = text.rfind("<", 0, at) if at >= 0 else -1
                if start >= 0:
                    self._raw, self._raw_at = number, at + len(needle)
                    end = text.find(">", at)
                    return self._raws[number].span(start, end + 1 if end > 0 else len(text))
        tags = ((raw, tag) for raw in self._raws if (tag := TAG.search(raw.text)))
        return next((raw.span(*tag.span()) for raw, tag in tags), self._raws[0].span(0, 1))

    def _with_own_id(self, tag: str) -> str:
        """The tag; without its id when that is taken."""
        anchor = _value(tag, "id")
        if anchor and not self._manuscript.anchors.take(anchor):
            return tag.replace(f' id="{html.escape(anchor)}"', "", 1)
        return tag


def _is_visible(segments: tuple[Segment, ...]) -> bool:
    return any(
        isinstance(part, Ref) or (TAG.sub("", part.text) if isinstance(part, Html) else part.raw).strip()
        for part in segments
    )


def _value(tag: str, name: str) -> str:
    return next((html.unescape(value) for key, value in _ATTRIBUTE_VALUE.findall(tag) if key == name), "")
