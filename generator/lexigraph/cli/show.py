"""`lexigraph show`: one entry with all that the graph knows about it."""

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexigraph.cli.named import entry_named
from lexigraph.cli.shared import mention_problems, shared_options
from lexigraph.cli.source import graph_of, query_options

if TYPE_CHECKING:
    from lexigraph.concept_graph import Backlink, Entry, Question, Relation

__all__ = ["show"]


@click.command()
@click.argument("name")
@query_options
@shared_options
def show(name: str, source: Path | None, style: str) -> None:
    """Print the entry with that id, title, alias or acronym: definition, relations, backlinks, questions."""
    graph = graph_of(source)
    entry = entry_named(graph, name)
    click.echo(json.dumps(_record(entry), ensure_ascii=False, indent=2) if style == "json" else _text(entry))
    mention_problems(graph.linked)


def _text(entry: "Entry") -> str:
    """What a reader meets on its page, in the same order; a block with nothing in it is not printed."""
    head = [entry.title, f"{entry.kind} · {entry.path}"]
    also = [*entry.aliases, *([entry.acronym] if entry.acronym else [])]
    if also:
        head.append(f"also called {', '.join(dict.fromkeys(also))}")
    blocks = ["\n".join(head), entry.definition]
    stated = [relation for relation in entry.relations() if relation.kind != "raises"]
    blocks += [
        _block(heading, [_relation_line(relation) for relation in relations])
        for heading, relations in groupby(stated, lambda relation: _heading(entry, relation))
    ]
    blocks.append(_block("Open questions", [f"{question.title} ({question.status})" for question in entry.questions]))
    mentioned = [link for link in entry.backlinks() if link.relation is None]
    blocks.append(_block("Mentioned in", [f"{link.source.title}: {link.sentence}" for link in mentioned]))
    return "\n\n".join(block for block in blocks if block)


def _heading(entry: "Entry", relation: "Relation") -> str:
    return entry.graph.vocabulary.directions[relation.kind].heading


def _relation_line(relation: "Relation") -> str:
    return relation.sentence + (f" · {relation.note}" if relation.note else "")


def _block(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in lines)]) if lines else ""


def _record(entry: "Entry") -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": entry.kind,
        "topic": entry.topic,
        "status": entry.status,
        "definition": entry.definition,
        "aliases": list(entry.aliases),
        "acronym": entry.acronym,
        "path": str(entry.path),
        "url": entry.url,
        "relations": [_relation_record(relation) for relation in entry.relations()],
        "backlinks": [_backlink_record(link) for link in entry.backlinks()],
        "questions": [_question_record(question) for question in entry.questions],
    }


def _relation_record(relation: "Relation") -> dict[str, Any]:
    return {
        "kind": relation.kind,
        "target": relation.target.id,
        "sentence": relation.sentence,
        "note": relation.note,
        "derived": relation.derived,
        "path": str(relation.place.path),
        "line": relation.place.line,
    }


def _backlink_record(link: "Backlink") -> dict[str, Any]:
    return {
        "source": link.source.id,
        "sentence": link.sentence,
        "heading": link.heading,
        "relation": link.relation.kind if link.relation else None,
        "path": str(link.place.path),
        "line": link.place.line,
    }


def _question_record(question: "Question") -> dict[str, Any]:
    return {
        "id": question.id,
        "title": question.title,
        "status": question.status,
        "about": [entry.id for entry in question.about],
    }
