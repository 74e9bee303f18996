"""What `inline` makes of a text that holds markup. Apart from it, because a parser takes a while to load and most short
texts hold none.
"""

from collections.abc import Iterable, Iterator

from lexigraph.model import Html, LineTable, Ref, Segment, Text
from lexigraph.parse.block_segments import finished
from lexigraph.parse.html_elements import PHRASES, TAG, WITH_CONTENT_REMOVED
from lexigraph.parse.inline_segments import Inline, inline
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.positions import BodyText, Places
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.segments import Part, Raw, escaped

__all__ = ["html_of", "plain_of"]


def html_of(line: str) -> str:
    """One line of Markdown as inline HTML, see `inline_html`."""
    manuscript = _manuscript(line)
    return _html(finished(manuscript, list(_phrases(_inline(manuscript, line).parts))))


def plain_of(line: str) -> str:
    """One line of Markdown as a reader reads it, see `inline_text`."""
    return " ".join(_inline(_manuscript(line), line).plain.split())


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
