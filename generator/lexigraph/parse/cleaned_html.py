"""Segments of cleaned HTML: stand-ins become what they stand for, links and images become references."""

import html
import re
from itertools import chain

from lexigraph.model import Html, Ref, Reference, Segment, Text, plain_text
from lexigraph.parse.addresses import address
from lexigraph.parse.html_elements import TAG
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.segments import Part, Raw, joined
from lexigraph.parse.sentences import folded
from lexigraph.parse.stand_ins import ADDRESS, ADDRESS_END, STAND_IN, START

__all__ = ["Finisher"]

_PIECE = re.compile(STAND_IN.pattern + r'|<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_TARGET_VALUE = re.compile(f'(?:href|src)="{ADDRESS}([^"]*){ADDRESS_END}"')
_ATTRIBUTE_VALUE = re.compile(r' (alt|id)="([^"]*)"')
_MOST_MISSES = 50
"""Addresses that were not found as they are written, after which the tags of others are not looked for."""
_NO_MENTIONS = frozenset({"a", "code", "pre", "kbd", "samp", "th", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})


class Finisher:
    """Makes segments of cleaned HTML with stand-ins."""

    def __init__(
        self, manuscript: Manuscript, hidden: list[Html | Text | Ref], raws: list[Raw], *, in_link: bool
    ) -> None:
        self._manuscript = manuscript
        self._hidden = hidden
        self._raws = raws
        self._raw, self._raw_at, self._misses = 0, 0, 0
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
            if piece[0][0] == START:
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
        behind = ((number, self._raw_at if number == self._raw else 0) for number in range(self._raw, len(self._raws)))
        for number, first in (
            () if self._misses > _MOST_MISSES else chain(behind, ((number, 0) for number in range(len(self._raws))))
        ):
            text = self._raws[number].text
            for needle in (written, html.escape(written)):
                at = text.find(needle, first)
                start = text.rfind("<", 0, at) if at >= 0 else -1
                if start >= 0:
                    self._raw, self._raw_at = number, at + len(needle)
                    end = text.find(">", at)
                    return self._raws[number].span(start, end + 1 if end > 0 else len(text))
        self._misses += 1
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
