"""Relations written as prose: the items of Connections, and the links under Related terms and See also."""

import posixpath
import re
from collections.abc import Iterable

from markdown_it.token import Token

from lexigraph.model import Reference, RelationItem
from lexigraph.parse.addresses import address
from lexigraph.parse.lists import ListItem
from lexigraph.parse.manuscript import Manuscript

__all__ = ["connection", "related_items", "relation_target"]

_DASH = re.compile(r"[ \t\n]*(?:—|–|―|-{1,3}|:)(?:[ \t\n]+|$)")
_PATH = re.compile(r"([\w.-]+(?:/[\w.-]+)*)(?=$|[ \t\n]+(?:—|–|―|-{1,3})[ \t\n]|[ \t\n]*:[ \t\n])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")


def relation_target(reference: Reference, path: str) -> str:
    """The name that a relation item takes from a link: a wikilink's as written, a relative path from the
    content folder (`training/rlhf.md`), a site-absolute one as written; empty for what leads to no entry.
    """
    target = reference.target
    if reference.form == "image" or not target or address(target).is_absolute:
        return ""
    if reference.form == "wikilink" or target.startswith("/"):
        return target
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return target if joined.startswith("..") else joined


def connection(manuscript: Manuscript, item: ListItem, references: range, key: str, origin: str) -> RelationItem | None:
    """The relation that an item states: a link or a path id, then a dash and why; None when it is no such item.

    `references` are the numbers of the item's own references.
    """
    first = item.first
    if first is None:
        return None
    start = item.span.start
    reference = manuscript.references[references[0]] if references else None
    if reference is not None and reference.span.start == start:
        target = relation_target(reference, manuscript.reporter.path)
        end = _content_index(manuscript, first, reference.span.end)
        dash = _DASH.match(first.content, end)
        rest = first.content[dash.end() :] if dash else first.content[end:]
        if not target or (not dash and rest.strip(" \t\n.,;")):
            return None
        return RelationItem(key, target, _note(rest) if dash else "", "", reference.span, origin)
    path = _PATH.match(first.content)
    dash = _DASH.match(first.content, path.end()) if path else None
    if path is None or (dash is None and "/" not in path[1]):
        return None
    span = manuscript.reporter.lines.span(start, start + len(path[1]))
    return RelationItem(key, path[1], _note(first.content[dash.end() :]) if dash else "", "", span, origin)


def related_items(manuscript: Manuscript, numbers: Iterable[int]) -> list[RelationItem]:
    """A `related` relation for each of these references that may lead to an entry."""
    found: list[RelationItem] = []
    for number in numbers:
        reference = manuscript.references[number]
        if target := relation_target(reference, manuscript.reporter.path):
            found.append(RelationItem("related", target, "", "", reference.span, "related"))
    return found


def _content_index(manuscript: Manuscript, token: Token, file_offset: int) -> int:
    """Where the content goes on behind a link that ends there in the file; links are not broken up by lines."""
    from lexigraph.parse.block_segments import places_of

    places = places_of(manuscript, token)
    low, high = 0, len(token.content)
    while low < high:
        middle = (low + high) // 2
        if manuscript.body.offset(places.offset(middle)) < file_offset:
            low = middle + 1
        else:
            high = middle
    return low


def _note(text: str) -> str:
    return " ".join(_FOOTNOTE.sub("", text).split())
