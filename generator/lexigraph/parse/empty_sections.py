"""Headings, and frequently asked questions, with nothing under them."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from markdown_it.token import Token

from lexigraph.model import EmptySection, FaqItem
from lexigraph.parse.anchors import written_anchor
from lexigraph.parse.block_segments import places_of
from lexigraph.parse.inline import inline_text
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.outline import Draft

__all__ = ["empty_sections", "with_unanswered"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def empty_sections(manuscript: Manuscript, drafts: Sequence[Draft]) -> list[EmptySection]:
    """The sections as they were cut from the body without blocks and without a deeper section below; by place."""
    found = []
    for draft, following in zip_longest(drafts, drafts[1:]):
        has_deeper = following is not None and following.level > draft.level
        if draft.head is not None and not has_deeper and not any(map(_shows, draft.groups)):
            found.append(_empty(manuscript, draft.head))
    return found


def with_unanswered(sections: Iterable[EmptySection], faq: Iterable[FaqItem]) -> tuple[EmptySection, ...]:
    """The sections, and the questions without an answer that are no sections of their own (bold lines); by place."""
    found = {item.span.start: EmptySection(item.question, item.span) for item in faq if not item.segments}
    found.update((section.span.start, section) for section in sections)
    return tuple(found[start] for start in sorted(found))


def _shows(group: list[Token]) -> bool:
    """False for a block that is nothing but comments."""
    return group[0].type != "html_block" or bool(_COMMENT.sub("", group[0].content).strip())


def _empty(manuscript: Manuscript, head: Token) -> EmptySection:
    content, _ = written_anchor(head.content)
    places = places_of(manuscript, head)
    span = manuscript.span(places.offset(0), places.offset(max(len(content) - 1, 0)) + 1)
    return EmptySection(" ".join(inline_text(content).split()), span)
