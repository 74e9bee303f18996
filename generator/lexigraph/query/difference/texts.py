"""Prose that reads otherwise, pages between the entries, attachments."""

import re
from collections.abc import Iterator

from lexigraph.graph import EntryNode
from lexigraph.model import NOWHERE, LineTable, ParsedEntry
from lexigraph.names import fold
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Change
from lexigraph.vocabulary import STRUCTURED_HEADINGS

__all__ = ["attachments", "pages", "prose"]

_SAID_ELSEWHERE = ("questions", "connections", "related")
"""Roles of headings whose items are told as questions and relations."""
_ROLES = {title: role for titles in STRUCTURED_HEADINGS.values() for title, role in titles.items()}
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")


def prose(old: EntryNode, new: EntryNode) -> Iterator[Change]:
    """That the text of an entry reads otherwise, what is told as question, relation or definition left out."""
    first, second = old.parsed, new.parsed
    statements = (old.definition, new.definition) if old.kind == new.kind == "question" else ("", "")
    is_other = first.source != second.source and _own_lines(first) != _own_lines(second)
    if is_other or statements[0] != statements[1]:
        yield Change(kind="text changed", subject=new.id, title=new.title)


def pages(sides: Sides) -> Iterator[Change]:
    """Pages that are no entries: a topic's, the home page."""
    first, second = sides.old.pages, sides.new.pages
    for path in dict.fromkeys((*first, *second)):
        before, after = first.get(path), second.get(path)
        if before is None or after is None:
            page = after or before
            title = page.title if page is not None else path
            yield Change(kind="page added" if before is None else "page removed", subject=path, title=title)
        elif (before.title, before.definition, before.markdown) != (after.title, after.definition, after.markdown):
            yield Change(kind="page changed", subject=path, title=after.title)


def attachments(sides: Sides) -> Iterator[Change]:
    """Files that are no Markdown and that a page uses; of those that stayed nothing is known but that."""
    for path in sorted(sides.old.attachments_used - sides.new.attachments):
        yield Change(kind="file removed", subject=path, before=path, title=path)
    for path in sorted(sides.new.attachments_used - sides.old.attachments):
        yield Change(kind="file added", subject=path, after=path, title=path)


def _own_lines(entry: ParsedEntry) -> list[str]:
    """The lines of the body that nothing else tells of, without white space at their ends and empty ones."""
    told = frozenset(_told_lines(entry))
    lines = []
    for number, line in enumerate(_LINE_END.split(entry.source), 1):
        heading = _HEADING.match(line)
        is_told = heading is not None and _ROLES.get(fold(heading[1])) in _SAID_ELSEWHERE
        if number not in told and not is_told:
            lines.append(line.replace("\0", "").strip())
    return [line for line in lines if line]


def _told_lines(entry: ParsedEntry) -> Iterator[int]:
    """The body's lines, 1-based, that hold a question, a relation or the definition.

    They are counted in the text as it is published: a comment of several lines in front of them does not count.
    """
    table, start = LineTable(entry.source), entry.body_start
    spans = [item.span for item in entry.questions]
    spans += [item.span for item in entry.relation_items if item.origin != "field"]
    spans.append(entry.definition_span)
    for span in spans:
        if span.start >= start and span != NOWHERE:
            first = table.span(span.start - start, span.end - start).line
            yield from range(first, table.span(max(span.start, span.end - 1) - start, span.end - start).line + 1)
