"""Inline Markdown of short texts: definitions, notes, labels, claims; as HTML and as plain text.

For texts of the front matter, which have no places of their own here. Links become their labels.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lexigraph.model import Html, LineTable, Ref, Segment, Text
from lexigraph.parse.block_segments import finished
from lexigraph.parse.html_elements import PHRASES, TAG, WITH_CONTENT_REMOVED
from lexigraph.parse.inline_segments import Inline, inline
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.positions import BodyText, Places
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.segments import Part, Raw, escaped
from lexigraph.parse.stand_ins import STAND_INS

__all__ = ["inline_html", "inline_text"]

_MARKUP = re.compile(r"[\\`*_~\[\]<>&${!]")


@lru_cache(maxsize=16384)
def inline_html(text: str) -> str:
    """The text as inline HTML without links and ids: emphasis, code, formulas, raw HTML; line breaks are spaces."""
    text = _one_line(text)
    if _MARKUP.search(text) is None:
        return text
    manuscript = _manuscript(text)
    return _html(finished(manuscript, list(_phrases(_inline(manuscript, text).parts))))


@lru_cache(maxsize=16384)
def inline_text(text: str) -> str:
    """The text as a reader reads it, white space folded: code and formulas as written, no markup."""
    text = _one_line(text)
    if _MARKUP.search(text) is None:
        return text
    return " ".join(_inline(_manuscript(text), text).plain.split())


def _one_line(text: str) -> str:
    return " ".join(STAND_INS.sub("", text).split())


def _manuscript(text: str) -> Manuscript:
    return Manuscript(BodyText(text), Reporter("", text, LineTable(text)))


def _inline(manuscript: Manuscript, text: str) -> Inline:
    return inline(manuscript, text, Places((0,), (0,)), may_link=False)


def _phrases(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts; of raw HTML only tags of phrases, without ids: a short text may stand anywhere, and twice."""
    for part in parts:
        if not isinstance(part, Raw):
            yield part
        elif (tag := TAG.fullmatch(part.text)) and tag[2].lower() in PHRASES | WITH_CONTENT_REMOVED:
            yield part._replace(text=f"<{tag[1]}{tag[2]}>") if "id" in tag[3].lower() else part


def _html(segments: tuple[Segment, ...]) -> str:
    parts: list[str] = []
    for segment in segments:
        if isinstance(segment, Html):
            parts.append(segment.text)
        elif isinstance(segment, Text):
            parts.append(escaped(segment.raw))
        elif isinstance(segment, Ref):
            parts.append(_html(segment.label))
    return "".join(parts)
