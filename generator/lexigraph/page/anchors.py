"""Fragments of one page: which are taken, and headings that carry them."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from lexigraph.model import Html, ParsedEntry, Ref, Segment, Text
from lexigraph.page.markup import element, quoted
from lexigraph.parse.anchors import Anchors

__all__ = ["Anchors", "anchors_of", "heading", "landing"]

_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")


def anchors_of(document: ParsedEntry | None) -> Anchors:
    """The fragments of a page that shows the document: its own are taken."""
    anchors = Anchors()
    if document is not None:
        for section in document.body.sections:
            anchors.take(section.anchor)
            for block in section.blocks:
                anchors.take(block.anchor)
            _take(anchors, section.heading)
        for anchor in (*(item.anchor for item in document.questions), *(item.anchor for item in document.prose.faq)):
            anchors.take(anchor)
        for _, segments in document.areas():
            _take(anchors, segments)
    return anchors


def _take(anchors: Anchors, segments: Iterable[Segment]) -> None:
    """Take the ids in the HTML of the segments and of their labels."""
    for segment in segments:
        if type(segment) is Html:
            if " id=" in segment.text:
                for anchor in _ID.findall(segment.text):
                    anchors.take(anchor)
        elif type(segment) is Ref and not all(type(part) is Text for part in segment.label):
            _take(anchors, segment.label)


def heading(level: int, anchor: str, html: str, *, is_derived: bool = False) -> Markup:
    """A heading with a link to itself; a derived one, and what stands under it, is left out of search."""
    exclude = " data-search-exclude" if is_derived else ""
    at = quoted(anchor)
    return element(
        f'<h{level} id="{at}"{exclude}>{html}'
        f'<a class="headerlink" href="#{at}" aria-label="Permanent link">¶</a></h{level}>'
    )


def landing(anchors: Iterable[str]) -> Markup:
    """Places without text for links that lead to headings which are not printed."""
    return element("".join(f'<span id="{quoted(anchor)}"></span>' for anchor in anchors if anchor))
