"""Inline content as parts: texts with their places, references, finished HTML.

Owns what each inline token becomes. Nothing here looks at a target: that is linking's business.
"""

import re
from typing import NamedTuple

from markdown_it.token import Token

from lexigraph.model import NOWHERE, Html, Ref, Reference, Span, Text
from lexigraph.parse.addresses import address
from lexigraph.parse.findings import HIDDEN_CHARACTERS
from lexigraph.parse.footnotes import footnote_reference
from lexigraph.parse.limits import BLOCK_LIMIT, formula_within_limits, tokens_within_limits
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.positions import Places
from lexigraph.parse.raw_html import cleaned
from lexigraph.parse.segments import BIDIRECTIONAL, Part, Raw, escaped, has_raw, joined
from lexigraph.parse.sentences import sentence_around
from lexigraph.parse.wikilinks import wikilink

__all__ = ["Inline", "inline"]

_MARKUP = re.compile(r"[\n\\`*_~\[<&${]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAGS = {
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
    "s_open": "<s>", "s_close": "</s>",
}  # fmt: skip


_UNKNOWN = Reference("", "", "", "", NOWHERE, 0, "", (0, 0))
"""Keeps the place of a reference until its block is written."""


class Inline(NamedTuple):
    """The inline content of one block."""

    parts: list[Part]
    plain: str
    """What a reader reads, code and formulas as written, white space as it stands."""


def inline(manuscript: Manuscript, content: str, places: Places, *, may_link: bool = True) -> Inline:
    """The inline content at these places; what is beyond a limit stands there as it was written."""
    if _MARKUP.search(content) is None and len(content) <= BLOCK_LIMIT:
        if not content:
            return Inline([], "")
        at = _at(
            manuscript, [(0, places.base)] if places.base is not None else places.runs(0, len(content)), len(content)
        )
        return Inline([Text(content, may_link, at)], content)
    tokens = tokens_within_limits(manuscript, content, places)
    if tokens is None:
        return Inline([Html(escaped(content))], content)
    return _Writer(manuscript, places, may_link=may_link).written(tokens)


def _at(manuscript: Manuscript, points: list[tuple[int, int]], length: int) -> int | tuple[tuple[int, int], ...]:
    """`Text.at` of a run of `length` characters with these break points (raw, text)."""
    shift = manuscript.body.shift
    if len(points) == 1 and shift is not None:
        return points[0][1] + shift
    return manuscript.body.points(points, length)


class _Frame(NamedTuple):
    """An open link: what was written before it, and how it began."""

    parts: list[Part]
    may_link: bool
    token: Token
    plain_start: int
    number: int


class _Waiting(NamedTuple):
    """A reference whose sentence is not known before its block is written."""

    number: int
    form: str
    target: str
    fragment: str
    title: str
    span: Span
    start: int
    """Where its label begins in the plain text of the block; -1 when it is not in there."""
    end: int


class _Writer:
    """Writes the tokens of one block."""

    __slots__ = (
        "_expected", "_frames", "_length", "_manuscript", "_may_link", "_parts", "_places", "_plain", "_plain_length",
        "_points", "_run", "_waiting",
    )  # fmt: skip

    def __init__(self, manuscript: Manuscript, places: Places, *, may_link: bool) -> None:
        self._manuscript = manuscript
        self._places = places
        self._may_link = may_link
        self._parts: list[Part] = []
        self._run: list[str] = []
        self._points: list[tuple[int, int]] = []
        self._length = 0
        self._expected = 0
        self._plain: list[str] = []
        self._plain_length = 0
        self._frames: list[_Frame] = []
        self._waiting: list[_Waiting] = []

    def written(self, tokens: list[Token]) -> Inline:
        """The parts and the plain text of all tokens."""
        base = self._places.base
        for token in tokens:
            kind = token.type
            if kind == "text":
                if base is None:
                    self._broken_text(token.content, _start(token))
                elif token.content:
                    self._text(token.content, base + _start(token))
            elif kind == "softbreak":
                self._text("\n", self._places.offset(_start(token)))
            elif kind == "text_special":
                is_escaped = token.info == "escape" and len(token.content) < len(token.markup)
                content = token.content if is_escaped else self._without_controls(token)
                self._text(content, self._places.offset(_start(token) + is_escaped))
            else:
                self._flush()
                if tag := _TAGS.get(kind):
                    self._parts.append(tag)
                else:
                    self._special(kind, token)
        self._flush()
        plain = "".join(self._plain)
        section = self._manuscript.section
        for number, form, target, fragment, title, span, start, end in self._waiting:
            sentence, place = sentence_around(plain, start, end) if start >= 0 else ("", (0, 0))
            self._manuscript.references[number] = Reference(
                form, target, fragment, title, span, section, sentence, place
            )
        return Inline(self._parts, plain)

    def _broken_text(self, content: str, start: int) -> None:
        """Text that stands in the block's content from `start` on, in one or several runs."""
        if not content:
            return
        end = start + len(content)
        runs = self._places.runs(start, end)
        for number, (index, at) in enumerate(runs):
            until = runs[number + 1][0] if number + 1 < len(runs) else end
            self._text(content[index - start : until - start], at)

    def _text(self, raw: str, at: int) -> None:
        if not self._run or at != self._expected:
            self._points.append((self._length, at))
        self._run.append(raw)
        self._length += len(raw)
        self._expected = at + len(raw)
        self._plain.append(raw)
        self._plain_length += len(raw)

    def _without_controls(self, token: Token) -> str:
        """What an entity stands for; nothing for one that would turn the direction of the text around."""
        if not BIDIRECTIONAL.fullmatch(token.content):
            return token.content
        start, end = self._span(token)
        span = self._manuscript.span(start, end)
        self._manuscript.reporter.add(
            HIDDEN_CHARACTERS, span.start, span.end, f"the invisible character {token.markup}",
            help="delete it", subject=token.markup, edits=[(span.start, span.end, "")],
        )  # fmt: skip
        return ""

    def _say(self, raw: str) -> None:
        self._plain.append(raw)
        self._plain_length += len(raw)

    def _flush(self) -> None:
        if self._run:
            at = _at(self._manuscript, self._points, self._length)
            self._parts.append(Text("".join(self._run), self._may_link, at))
            self._run, self._points, self._length = [], [], 0

    def _special(self, kind: str, token: Token) -> None:
        if kind == "link_open":
            self._frames.append(_Frame(self._parts, self._may_link, token, self._plain_length, self._number()))
            self._parts, self._may_link = [], False
        elif kind == "link_close":
            self._link()
        elif kind == "code_inline":
            self._parts.append(Html(f"<code>{escaped(token.content)}</code>"))
            self._say(token.content)
        elif kind == "hardbreak":
            self._parts.append("<br>\n")
            self._say("\n")
        elif kind == "wikilink":
            self._wikilink(token)
        elif kind == "image":
            self._image(token)
        elif kind in ("math_inline", "math_display"):
            self._formula(token, block=kind == "math_display")
        elif kind == "html_inline":
            self._html(token)
        elif kind == "footnote_ref":
            self._parts.append(footnote_reference(self._manuscript, token.meta["label"]))
        elif kind == "template_tag":
            start, end = self._span(token)
            message = "a tag of another tool's template language"
            help = "write it as Markdown; what stands between a pair of tags is shown"
            self._manuscript.report_dropped(start, end, message, help, token.content[:80])

    def _link(self) -> None:
        frame = self._frames.pop()
        label = cleaned(self._manuscript, self._parts, in_link=True) if has_raw(self._parts) else joined(self._parts)
        self._parts, self._may_link = frame.parts, frame.may_link
        to = address(str(frame.token.attrs.get("href", "")))
        title = str(frame.token.attrs.get("title", ""))
        self._reference(frame.number, "link", to.target, to.fragment, title, frame.token, frame.plain_start)
        self._parts.append(Ref(frame.number, label))

    def _wikilink(self, token: Token) -> None:
        link = wikilink(token.content)
        if link is None:
            return
        plain_start = self._plain_length
        self._say(link.label or link.target or link.fragment)
        number = self._number()
        self._reference(number, "wikilink", link.target, link.fragment, "", token, plain_start)
        label: tuple[Text, ...] = ()
        if link.label:
            bar = token.content.index("|") + 1
            indent = len(token.content[bar:]) - len(token.content[bar:].lstrip())
            at = self._places.offset(token.meta["start"] + bar + indent)
            label = (Text(link.label, False, self._manuscript.body.offset(at)),)  # noqa: FBT003 - a named tuple's field
        self._parts.append(Ref(number, label))

    def _image(self, token: Token) -> None:
        to = address(str(token.attrs.get("src", "")))
        number = self._number()
        self._reference(number, "image", to.target, to.fragment, _alternative(token), token, -1)
        self._parts.append(Ref(number, ()))

    def _number(self) -> int:
        """The number of a reference that begins here: references are in the order in which they begin."""
        self._manuscript.references.append(_UNKNOWN)
        return len(self._manuscript.references) - 1

    def _reference(
        self, number: int, form: str, target: str, fragment: str, title: str, token: Token, plain_start: int
    ) -> None:
        span = self._manuscript.span(*self._span(token))
        self._waiting.append(_Waiting(number, form, target, fragment, title, span, plain_start, self._plain_length))

    def _formula(self, token: Token, *, block: bool) -> None:
        self._say(token.content)
        self._parts.append(formula_within_limits(self._manuscript, token.content, *self._span(token), block=block))

    def _html(self, token: Token) -> None:
        if token.content.startswith("<!--"):
            return
        if _BREAK.fullmatch(token.content):
            self._parts.append("<br>")
            self._say("\n")
        else:
            self._parts.append(Raw(token.content, self._places, _start(token)))

    def _span(self, token: Token) -> tuple[int, int]:
        """The range of the token in the body's text."""
        start, end = token.map or (0, 0)
        return self._places.offset(start), self._places.offset(max(end - 1, start)) + 1


def _start(token: Token) -> int:
    return token.map[0] if token.map else 0


def _alternative(token: Token) -> str:
    """The alternative text of an image: the words of its description, else its title."""
    words = "".join(
        _alternative(child) if child.type == "image" else "\n" if child.type == "softbreak" else child.content
        for child in token.children or ()
        if child.type != "html_inline"
    )
    return " ".join(words.split()) or str(token.attrs.get("title", ""))
