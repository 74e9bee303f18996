"""Fragments of one page: which are taken, and headings that carry them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from lexigraph.model import Html, ParsedEntry
from lexigraph.names import slug
from lexigraph.page.markup import element, quoted

__all__ = ["Anchors", "heading", "landing"]

_slug = lru_cache(maxsize=4096)(slug)
_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")


class Anchors:
    """The fragments in use on one page, so that no two elements get the same id."""

    def __init__(self, document: ParsedEntry | None = None) -> None:
        self._taken: set[str] = set(_anchors_of(document)) if document else set()

    def claim(self, wanted: str) -> str:
        """A free fragment: the wanted one as a slug, numbered when it is taken."""
        stem = _slug(wanted) or "part"
        anchor, number = stem, 2
        while anchor in self._taken:
            anchor, number = f"{stem}-{number}", number + 1
        self._taken.add(anchor)
        return anchor


def _anchors_of(document: ParsedEntry) -> Iterable[str]:
    """The ids that the document's own headings, questions, answers, blocks and HTML carry."""
    for section in document.body.sections:
        yield section.anchor
        yield from (block.anchor for block in section.blocks)
    yield from (item.anchor for item in document.questions)
    yield from (item.anchor for item in document.faq)
    for _, segments in document.areas():
        for segment in segments:
            if type(segment) is Html and " id=" in segment.text:
                yield from _ID.findall(segment.text)


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
