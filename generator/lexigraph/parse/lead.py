"""The definition of an entry and its lead: the field `definition`, else the first paragraph."""

import re
from typing import NamedTuple

from markdown_it.token import Token

from lexigraph.model import NOWHERE, Segment, Span
from lexigraph.parse.block_segments import finished, places_of
from lexigraph.parse.inline_segments import inline
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.outline import Draft
from lexigraph.parse.positions import Places
from lexigraph.parse.sentences import DEFINITION_LIMIT, first_sentences, folded

__all__ = ["Lead", "lead_of_field", "lead_of_paragraph", "take_first_paragraph"]

_LOOKED_AT = 2000
"""Characters at the start of a paragraph among which its words are looked for."""

_NO_PROSE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|<[^>]*>|\{\{.*?\}\}|\{%.*?%\}|\[\^[^\]]*\]", re.DOTALL)


class Lead(NamedTuple):
    """What an entry says first."""

    definition: str = ""
    """Plain, white space folded."""
    span: Span = NOWHERE
    segments: tuple[Segment, ...] = ()


def take_first_paragraph(drafts: list[Draft]) -> tuple[Draft, Token] | None:
    """Take the first paragraph with words out of the sections, but not from under a structured heading."""
    for draft in drafts:
        if draft.role:
            continue
        for place, group in enumerate(draft.groups):
            if group[0].type == "paragraph_open" and _has_words(group[1].content):
                del draft.groups[place]
                return draft, group[1]
    return None


def _has_words(content: str) -> bool:
    return any(char.isalnum() for char in _NO_PROSE.sub("", content[:_LOOKED_AT]))


def lead_of_paragraph(manuscript: Manuscript, token: Token) -> Lead:
    """The paragraph as lead; its first sentences are the definition."""
    places = places_of(manuscript, token)
    written = inline(manuscript, token.content, places)
    span = manuscript.span(places.offset(0), places.offset(max(len(token.content) - 1, 0)) + 1)
    return Lead(first_sentences(written.plain, DEFINITION_LIMIT), span, finished(manuscript, written.parts))


def lead_of_field(manuscript: Manuscript, definition: str, span: Span) -> Lead:
    """The field `definition`, which stands at `span` of the manuscript's file, as lead."""
    places = _field_places(manuscript.body.text, definition, span)
    written = inline(manuscript, definition, places)
    return Lead(folded(written.plain), span, finished(manuscript, written.parts))


def _field_places(text: str, value: str, span: Span) -> Places:
    """The places of a YAML text's characters: one after the other, white space and escapes left out of account."""
    contents: list[int] = []
    places: list[int] = []
    at = span.start
    for index, char in enumerate(value):
        if not char.isspace():
            found = text.find(char, at, min(at + 80, span.end))
            at = found if found >= 0 else at
        if not contents or places[-1] + index - contents[-1] != at:
            contents.append(index)
            places.append(at)
        at += 1
    return Places(contents or [0], places or [span.start])
