"""The items of Markdown lists, before they are written."""

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from lexigraph.model import Span
from lexigraph.parse.anchors import written_anchor
from lexigraph.parse.block_segments import places_of, take_task
from lexigraph.parse.manuscript import Manuscript

__all__ = ["ListItem", "is_list", "list_items", "with_items"]


class ListItem(NamedTuple):
    """An item of a list."""

    tokens: list[Token]
    """What stands in it."""
    whole: list[Token]
    """The same with the tokens that open and close the item."""
    first: Token | None
    """The `inline` token of the paragraph with which it begins; None when it begins otherwise."""
    span: Span
    """Of that paragraph, as written."""

    @property
    def is_one_paragraph(self) -> bool:
        """True when it has nothing but its first paragraph."""
        return self.first is not None and len(self.tokens) == 3

    @property
    def plain(self) -> str:
        """Its text, once it is written: all paragraphs, white space folded."""
        return " ".join(
            " ".join(token.meta.get("plain", "") for token in self.tokens if token.type == "inline").split()
        )

    @property
    def first_plain(self) -> str:
        """The text of its first paragraph, once it is written, white space folded."""
        return " ".join(self.first.meta.get("plain", "").split()) if self.first else ""

    def rest(self, manuscript: Manuscript) -> Span:
        """The lines below its first paragraph, without blank ones at their end; no extent when there are none."""
        lines, below = self.whole[0].map, self.first.map if self.first else None
        if lines is None or below is None:
            return manuscript.span(0, 0)
        body = manuscript.body
        start = body.line_starts[below[1]] if below[1] < len(body.line_starts) else len(body.text)
        end = body.line_bounds(lines[1] - 1)[1]
        return manuscript.span(start, start + len(body.text[start:end].rstrip()))

    def take_anchor(self, manuscript: Manuscript) -> str:
        """The `{#id}` at the end of its first or last paragraph, which is cut off; empty when there is none."""
        last = self.tokens[-2] if len(self.tokens) > 3 and self.tokens[-1].type == "paragraph_close" else None
        for token in (self.first, last):
            if token is None:
                continue
            content, anchor = written_anchor(token.content)
            if anchor:
                token.meta["places"] = places_of(manuscript, token)
                token.content = content
                return anchor
        return ""


def is_list(group: list[Token]) -> bool:
    """True for the tokens of a bulleted or numbered list."""
    return group[0].type in ("bullet_list_open", "ordered_list_open")


def list_items(manuscript: Manuscript, group: list[Token]) -> Iterator[ListItem]:
    """The items of a list; the box of a task is cut off."""
    depth = start = 0
    for number, token in enumerate(group):
        if token.type == "list_item_open":
            if depth == 0:
                start = number
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
            if depth == 0:
                yield _item(manuscript, group[start : number + 1])


def _item(manuscript: Manuscript, whole: list[Token]) -> ListItem:
    tokens = whole[1:-1]
    take_task(manuscript, tokens)
    first = tokens[1] if tokens and tokens[0].type == "paragraph_open" else None
    span = manuscript.span(0, 0)
    if first is not None:
        places = places_of(manuscript, first)
        last = max(len(first.content) - 1, 0)
        span = manuscript.span(places.offset(0), places.offset(last) + 1)
    return ListItem(tokens, whole, first, span)


def with_items(group: list[Token], items: list[list[Token]]) -> list[list[Token]]:
    """The list with these items only, as groups of a section: none when there are no items."""
    return [[group[0], *(token for item in items for token in item), group[-1]]] if items else []
