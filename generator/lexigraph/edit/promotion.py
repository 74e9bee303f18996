"""A bullet under *Open questions* becomes a file; the bullet stays, keeps its id, and leads to it.

Owns what the file says and what goes from the bullet. Used by the rule `crowded-question` and by `lexigraph new`.
"""

import posixpath
import re
from bisect import bisect_left
from itertools import takewhile

from lexigraph.edit.links import destination, way_to, written_at
from lexigraph.edit.new_file import new_file
from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.link import is_entry
from lexigraph.model import NOWHERE, Edit, ParsedEntry, QuestionItem, Reference
from lexigraph.names import slug
from lexigraph.parse.anchors import written_anchor

__all__ = ["is_promotable", "promoted", "promoted_path"]

_ELSEWHERE = re.compile(r"\[\^|^[ \t]*\[[^\]\n]+\]:", re.MULTILINE)
"""Footnotes and definitions of links: what they name stands in the rest of the file."""

_MARKER = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}")


def promoted_path(graph: Graph, question: Question) -> str:
    """The file that a bullet becomes: beside the entry in which it stands, so that its links lead where they did."""
    folder = "" if graph.scheme.ids == "path" else posixpath.dirname(graph.entries[question.holder].path)
    return posixpath.join(folder, f"{question.id}.md")


def is_promotable(graph: Graph, question: Question) -> bool:
    """Whether the bullet has no file, and one of its id can be written."""
    item = question.bullet
    if question.entry or item is None or item.id != question.id or slug(item.id) != item.id:
        return False
    path = promoted_path(graph, question)
    return path.lower() not in graph.lowered_paths and path not in graph.redirect_files and is_entry(path)


def promoted(graph: Graph, question: Question) -> tuple[Edit, ...]:
    """Edits that write the file and cut the bullet down to one paragraph with its id.

    Empty when the bullet is not promotable, or holds what would not mean the same in another file.
    """
    item = question.bullet
    if item is None or not is_promotable(graph, question):
        return ()
    holder = graph.entries[question.holder]
    rest = _rest(holder.parsed, item)
    if rest is None or _anchor(holder.parsed, item) not in ("", item.id):
        return ()
    text = new_file(
        {"title": item.text, "kind": "question", "about": [holder.id], "state": "open", "status": "draft"}, rest
    )
    file = Edit(path=promoted_path(graph, question), span=NOWHERE, text=text)
    return (file, *_shortened(holder, item))


def _rest(parsed: ParsedEntry, item: QuestionItem) -> str | None:
    """What stands in the item below its first paragraph, as the body of a file; None when it cannot go there."""
    start, end = item.rest.start, item.rest.end
    text = written_at(parsed, start, end)
    if _ELSEWHERE.search(text):
        return None
    for reference in sorted(_within(parsed, start, end), key=lambda reference: -reference.span.start):
        place = destination(parsed, reference)
        if place is None or not start <= place.target.start <= end:
            return None
        if not reference.target:  # a link to its own file, which is another one then
            at = place.target.start - start
            name = parsed.stem if reference.form == "wikilink" else way_to(parsed.path, parsed.path)
            text = text[:at] + name + text[at:]
    cut, anchor = written_anchor(text.rstrip())
    return _dedented(cut if anchor == item.id else text, _indent(parsed, item)).replace("\0", "")


def _indent(parsed: ParsedEntry, item: QuestionItem) -> int:
    """The columns by which lines are indented that belong to the item. Source: CommonMark, List items."""
    line = item.span.start - item.span.column + 1
    marker = _MARKER.match(written_at(parsed, line, item.span.start))
    return marker.end() if marker else item.span.column - 1


def _anchor(parsed: ParsedEntry, item: QuestionItem) -> str:
    """The `{#id}` at the end of its first paragraph."""
    return written_anchor(written_at(parsed, item.span.start, item.span.end))[1]


def _within(parsed: ParsedEntry, start: int, end: int) -> list[Reference]:
    """The references between the offsets; those of a body stand in order."""
    first = bisect_left(parsed.references, start, key=lambda each: each.span.start)
    following = (parsed.references[number] for number in range(first, len(parsed.references)))
    inside = takewhile(lambda each: each.span.start < end, following)
    return [each for each in inside if each.span.end <= end]


def _dedented(text: str, columns: int) -> str:
    """The lines without the indent that made them part of the item; a lazy line may have less of it."""
    indent = re.compile(rf"[ \t]{{0,{columns}}}")
    return "\n".join(indent.sub("", line, count=1) for line in text.splitlines())


def _shortened(holder: EntryNode, item: QuestionItem) -> tuple[Edit, ...]:
    """Edits that take the rest out, and give the first paragraph the id that stood in it or nowhere."""
    parsed = holder.parsed
    edits: list[Edit] = []
    if not _anchor(parsed, item):
        here = parsed.lines.span(item.span.end, item.span.end)
        edits.append(Edit(path=parsed.path, span=here, text=f" {{#{item.id}}}"))
    if item.rest.end > item.rest.start:
        below = written_at(parsed, item.span.end, item.rest.start)
        start = item.span.end + len(below) - len(below.lstrip(" \t"))
        edits.append(Edit(path=parsed.path, span=parsed.lines.span(start, item.rest.end), text=""))
    return tuple(edits)
