"""The parts of an answer about entries that several verbs print: relations, backlinks, mentions, questions."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from lexigraph.cli.answer import Table
from lexigraph.cli.screen import block, filled

if TYPE_CHECKING:
    from lexigraph.concept_graph import Backlink, Entry, Mention, Question, Relation

__all__ = [
    "backlink_lines", "backlink_table", "entry_table", "mention_lines", "mention_table", "order_lines",
    "question_lines", "question_table", "relation_blocks", "relation_lines", "relation_table",
]  # fmt: skip

_INDENT, _HANGING = "  ", "  "


def relation_blocks(relations: Sequence["Relation"]) -> str:
    """The relations as sentences, below the heading of each direction."""
    return "\n\n".join(
        block(heading, relation_lines(list(group)))
        for heading, group in groupby(relations, lambda relation: _heading(relation))
    )


def relation_lines(relations: Sequence["Relation"]) -> list[str]:
    """The relations as sentences, each with its note."""
    return [filled(item.sentence + (f" · {item.note}" if item.note else ""), _INDENT, _HANGING) for item in relations]


def relation_table(relations: Sequence["Relation"]) -> Table:
    """One row a relation, as it is seen."""
    return Table(
        headings=("entry", "relation", "to", "note"),
        rows=[(item.source.title, item.words, item.target.title, item.note) for item in relations],
    )


def backlink_lines(links: Sequence["Backlink"]) -> list[str]:
    """The sentences that link here, each behind the title of its entry."""
    return [filled(f"{link.source.title}: {link.sentence}", _INDENT, _HANGING) for link in links]


def backlink_table(links: Sequence["Backlink"]) -> Table:
    """One row a link or relation of another entry."""
    return Table(
        headings=("entry", "relation", "sentence", "place"),
        rows=[
            (link.source.title, link.relation.kind if link.relation else "", link.sentence, str(link.place))
            for link in links
        ],
    )


def mention_lines(mentions: Sequence["Mention"]) -> list[str]:
    """The sentences that name it without a link, each behind its place."""
    return [filled(f"{item.place}: {item.sentence}", _INDENT, _HANGING) for item in mentions]


def mention_table(mentions: Sequence["Mention"]) -> Table:
    """One row a name that nobody linked."""
    return Table(
        headings=("entry", "says", "sentence", "place"),
        rows=[(item.source.title, item.text, item.sentence, str(item.place)) for item in mentions],
    )


def question_lines(questions: Sequence["Question"]) -> list[str]:
    """The questions with their status."""
    return [filled(f"{question.title} ({question.status})", _INDENT, _HANGING) for question in questions]


def question_table(questions: Sequence["Question"]) -> Table:
    """One row a question, with what it is about and how many others hang on it."""
    return Table(
        headings=("question", "status", "about", "hang on it", "id"),
        rows=[
            (
                item.title, item.status, ", ".join(entry.title for entry in item.about), item.reach or "", item.id,
            )
            for item in questions
        ],
    )  # fmt: skip


def order_lines(entries: Sequence["Entry"]) -> list[str]:
    """The entries, numbered."""
    return [filled(f"{number}. {entry.title}", _INDENT, "   ") for number, entry in enumerate(entries, 1)]


def entry_table(entries: Sequence["Entry"]) -> Table:
    """One row an entry."""
    return Table(
        headings=("entry", "kind", "definition"), rows=[(item.title, item.kind, item.definition) for item in entries]
    )


def _heading(relation: "Relation") -> str:
    return relation.source.graph.vocabulary.directions[relation.kind].heading
