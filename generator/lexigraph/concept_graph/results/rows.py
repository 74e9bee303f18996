"""The rows of result sequences: one flat record of plain values for each value, the same columns for each class.

Entries, relations and questions have the rows of the CSV export. A value is `str`, `int`, `float`, `bool`, `date`, None
where there is no number or date, or a list of `str`; entries and questions stand as their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lexigraph.export.tables import (
    ENTRY_COLUMNS,
    QUESTION_COLUMNS,
    RELATION_COLUMNS,
    TYPES,
    Row,
    entry_row,
    question_row,
)
from lexigraph.parse.comments import without_html_comments

if TYPE_CHECKING:
    from lexigraph.concept_graph.diagnostic import Diagnostic
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.hit import Hit
    from lexigraph.concept_graph.question import Question
    from lexigraph.concept_graph.values import Backlink, Link, Mention, Place, Relation
    from lexigraph.concept_graph.walking import Similar
    from lexigraph.concept_graph.wanted import Reference, Wanted
    from lexigraph.model import Change

__all__ = ["Row", "RowType", "row_type", "type_of_column"]

_PLACE = ("path", "line", "column")


@dataclass(frozen=True, slots=True)
class RowType:
    """How values of one class become rows."""

    columns: tuple[str, ...]
    """Names, in order."""
    row: Callable[[Any], Row]
    """Of one value: all columns, in their order."""


def row_type(name: str) -> RowType:
    """The rows of the class of that name; of any other class, how a value shows itself."""
    return _ROWS.get(name, _ANYTHING)


def type_of_column(name: str) -> type:
    """What the column of that name holds: `str`, `int`, `float`, `bool`, `date` or `list` (of `str`)."""
    return _TYPES.get(name, str)


def _entry(entry: Entry) -> Row:
    return entry_row(entry._node, url=entry.url)


def _relation(relation: Relation) -> Row:
    """As it is seen: that of RAG to Embedding is `uses`, the same one seen from Embedding is `used_by`."""
    return _row(
        RELATION_COLUMNS,
        relation.source.id, relation.target.id, relation.kind, without_html_comments(relation.note), relation.citation,
        relation.derived, *_place(relation.place),
    )  # fmt: skip


def _question(question: Question) -> Row:
    return question_row(question._node, question.graph.question_facts[question.id], url=question.url)


_LINK = ("source", "target", "label", "heading", "sentence", *_PLACE)


def _link(link: Link) -> Row:
    return _row(_LINK, link.source.id, link.target.id, link.label, link.heading, link.sentence, *_place(link.place))


_BACKLINK = ("source", "relation", "heading", "sentence", *_PLACE)


def _backlink(link: Backlink) -> Row:
    kind = link.relation.kind if link.relation is not None else ""
    return _row(_BACKLINK, link.source.id, kind, link.heading, link.sentence, *_place(link.place))


_MENTION = ("source", "target", "text", "sentence", *_PLACE)


def _mention(mention: Mention) -> Row:
    return _row(_MENTION, mention.source.id, mention.target.id, mention.text, mention.sentence, *_place(mention.place))


_WANTED = ("name", "references", "wanted_by", "suggestions")


def _wanted(wanted: Wanted) -> Row:
    by = dict.fromkeys(item.source.id for item in wanted.references if item.source is not None)
    return _row(_WANTED, wanted.name, len(wanted.references), list(by), [entry.id for entry in wanted.suggestions])


_REFERENCE = ("source", "label", "sentence", *_PLACE)


def _reference(item: Reference) -> Row:
    source = item.source.id if item.source is not None else ""
    return _row(_REFERENCE, source, item.label, item.sentence, *_place(item.place))


_HIT = ("id", "title", "kind", "match", "matched", "rank", "topic", "status", "definition", "path", "line", "url")


def _hit(hit: Hit) -> Row:
    found = hit.entry if hit.entry is not None else hit.question
    if found is None:
        raise AssertionError(hit)  # a hit is an entry or a question
    kind = hit.entry.kind if hit.entry is not None else "question"
    status = hit.question.status if hit.question is not None else hit.entry.status if hit.entry is not None else ""
    definition = hit.entry.definition if hit.entry is not None else ""
    return _row(
        _HIT, found.id, found.title, kind, hit.match, hit.matched, hit.rank, found.topic, status, definition,
        str(found.place.path), found.place.line, found.url,
    )  # fmt: skip


_SIMILAR = ("id", "title", "kind", "score", "because")


def _similar(similar: Similar) -> Row:
    entry = similar.entry
    return _row(_SIMILAR, entry.id, entry.title, entry.kind, similar.score, list(similar.because))


_DIAGNOSTIC = (
    "code", "rule", "severity", "message", "entry", "path", "line", "column", "end_line", "end_column", "help", "fix",
)  # fmt: skip


def _diagnostic(found: Diagnostic) -> Row:
    """The column `fix` says of which kind there is one: `safe`, `unsafe`, or none."""
    fix = "" if found.fix is None else "safe" if found.fix.safe else "unsafe"
    return _row(
        _DIAGNOSTIC, found.code, found.rule, str(found.severity), found.message, found.entry, found.path, found.line,
        found.column, found.end_line, found.end_column, found.help, fix,
    )  # fmt: skip


_CHANGE = ("risk", "kind", "subject", "title", "key", "target", "before", "after", "why")


def _change(change: Change) -> Row:
    return _row(_CHANGE, *(str(getattr(change, name)) for name in _CHANGE))


def _anything(value: object) -> Row:
    return {"value": str(value)}


def _row(columns: tuple[str, ...], *values: object) -> Row:
    return dict(zip(columns, values, strict=True))


def _place(place: Place) -> tuple[str, int, int]:
    return str(place.path), place.line, place.column


_ANYTHING = RowType(("value",), _anything)
_ROWS: Mapping[str, RowType] = MappingProxyType(
    {
        "Entry": RowType(ENTRY_COLUMNS, _entry),
        "Relation": RowType(RELATION_COLUMNS, _relation),
        "Question": RowType(QUESTION_COLUMNS, _question),
        "Link": RowType(_LINK, _link),
        "Backlink": RowType(_BACKLINK, _backlink),
        "Mention": RowType(_MENTION, _mention),
        "Wanted": RowType(_WANTED, _wanted),
        "Reference": RowType(_REFERENCE, _reference),
        "Hit": RowType(_HIT, _hit),
        "Similar": RowType(_SIMILAR, _similar),
        "Diagnostic": RowType(_DIAGNOSTIC, _diagnostic),
        "Change": RowType(_CHANGE, _change),
    }
)
"""Name of a class of values → its rows. (By name: these classes hold result sequences themselves.)"""

_TYPES: Mapping[str, type] = MappingProxyType(
    {
        **TYPES,
        **dict.fromkeys(("end_line", "end_column", "rank", "references"), int),
        **dict.fromkeys(("score",), float),
        **dict.fromkeys(("wanted_by", "suggestions", "because"), list),
    }
)
"""Name of a column → its type, where it is no text; a name means the same in every table."""
