"""The graph as three flat tables: entries, relations between them, questions.

Owns which columns there are and what they hold, for every format that writes tables and for the records of results. A
row has all columns of its table, in their order; a value is `str`, `int`, `bool`, `date`, None where there is no number
or date, or a list of `str`. Comments never get in.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from lexigraph.export.artifact import Export
from lexigraph.graph import EntryNode, Question, Relation
from lexigraph.parse.comments import without_html_comments
from lexigraph.query.questions import QuestionFacts

__all__ = [
    "ENTRY_COLUMNS", "LEFT_OUT", "QUESTION_COLUMNS", "RELATION_COLUMNS", "TYPES", "Row", "Table", "entry_row",
    "entry_rows", "question_row", "question_rows", "relation_row", "relation_rows", "tables",
]  # fmt: skip

Row = dict[str, Any]

ENTRY_COLUMNS: tuple[str, ...] = (
    "id", "title", "kind", "topic", "definition", "aliases", "acronym", "hidden_labels", "scope_note", "tags", "level",
    "status", "deprecation_reason", "redirect_from", "authors", "reviewed_by", "created", "last_reviewed",
    "review_every", "path", "line", "url",
)  # fmt: skip
RELATION_COLUMNS: tuple[str, ...] = (
    "src", "dst", "relation", "note", "citation", "derived", "path", "line", "column",
)  # fmt: skip
QUESTION_COLUMNS: tuple[str, ...] = (
    "id", "title", "status", "state", "review", "about", "topic", "entry", "holder", "state_date", "review_date",
    "changed", "why_open", "evidence_needed", "help_wanted", "answer", "part_of", "parts", "depends_on", "holds_up",
    "would_settle", "settled_by", "reach", "is_blocked", "discussion", "path", "line", "column", "url",
)  # fmt: skip

TYPES: Mapping[str, type] = MappingProxyType(
    {
        **dict.fromkeys(("line", "column", "review_every", "reach"), int),
        **dict.fromkeys(("derived", "is_blocked"), bool),
        **dict.fromkeys(("created", "last_reviewed", "state_date", "review_date", "changed"), date),
        **dict.fromkeys(
            (
                "aliases", "hidden_labels", "tags", "redirect_from", "authors", "reviewed_by", "about",
                "evidence_needed", "help_wanted", "part_of", "parts", "depends_on", "holds_up", "would_settle",
                "settled_by",
            ),
            list,
        ),
    }
)  # fmt: skip
"""Name of a column → what it holds, where that is no text; a list is one of `str`."""

LEFT_OUT: tuple[str, ...] = (
    "bodies", "texts of topics and of the home page", "links in bodies", "mentions",
    "labels, mappings, origin, sources, contested", "which names are not to be linked",
    "who raised a question, positions, date and source of an answer",
    "notes and citations of relations with bullets under Open questions, and relations of the scheme's own with them",
    "relations of an entry with itself", "redirects that are files", "wanted names", "scheme and vocabulary",
)  # fmt: skip
"""What of the graph the tables do not hold."""


class Table(NamedTuple):
    """All rows of one table."""

    name: str
    """`entries`, `relations`, `questions`."""
    columns: tuple[str, ...]
    rows: Iterator[Row]


def tables(export: Export) -> Iterator[Table]:
    """The three tables, also those without rows."""
    yield Table("entries", ENTRY_COLUMNS, entry_rows(export))
    yield Table("relations", RELATION_COLUMNS, relation_rows(export))
    yield Table("questions", QUESTION_COLUMNS, question_rows(export))


def entry_row(node: EntryNode, *, url: str) -> Row:
    """An entry; `url` is the address of its page."""
    fields = node.parsed.fields
    return _row(
        ENTRY_COLUMNS,
        node.id, node.title, node.kind, node.topic, node.definition, fields.aliases, fields.acronym,
        fields.hidden_labels, fields.scope_note, fields.tags, fields.level, fields.status, fields.deprecation_reason,
        fields.redirect_from, fields.authors, fields.reviewed_by, fields.created, fields.last_reviewed,
        fields.review_every, node.path, node.parsed.title_span.line, url,
    )  # fmt: skip


def relation_row(relation: Relation) -> Row:
    """A relation as asserted, in the direction of its kind; `derived`: it was written on the target's side."""
    return _row(
        RELATION_COLUMNS,
        relation.source, relation.target, relation.type.key, relation.note, relation.citation,
        relation.author != relation.source, relation.path, relation.span.line, relation.span.column,
    )  # fmt: skip


def question_row(question: Question, facts: QuestionFacts, *, url: str) -> Row:
    """A question, with ids of entries and of other questions; `url` is its address."""
    return _row(
        QUESTION_COLUMNS,
        question.id, question.text, question.status, question.state, question.review, question.about, facts.topic,
        question.entry, question.holder, question.state_date, question.review_date, facts.changed, question.why_open,
        question.evidence_needed, question.help_wanted, question.resolution.answer if question.resolution else "",
        facts.whole, facts.parts, facts.depends_on, facts.holds_up, facts.would_settle, facts.settled_by, facts.reach,
        facts.is_blocked, question.discussion, question.path, question.span.line, question.span.column, url,
    )  # fmt: skip


def entry_rows(export: Export) -> Iterator[Row]:
    """Every entry, by title."""
    site = export.site
    return (entry_row(node, url=site.absolute(site.entries.get(id, ""))) for id, node in export.graph.entries.items())


def relation_rows(export: Export) -> Iterator[Row]:
    """Every relation between entries, by source, vocabulary, target."""
    return map(relation_row, export.graph.relations)


def question_rows(export: Export) -> Iterator[Row]:
    """Every question, of files and bullets, by text."""
    site = export.site
    return (
        question_row(question, export.question_facts[id], url=site.absolute(site.questions.get(id, "")))
        for id, question in export.graph.questions.items()
    )


def _row(columns: tuple[str, ...], *values: object) -> Row:
    return dict(zip(columns, map(_value, values), strict=True))


def _value(value: object) -> object:
    """The value without comments, a tuple as a list."""
    if isinstance(value, str):
        return without_html_comments(value)
    if isinstance(value, Iterable):
        return [_value(item) for item in value]
    return value
