"""`concepts.json`: the whole graph, from which `lexigraph.load` makes the same graph again, and its JSON Schema.

One record a line, so that two versions can be compared. A new key keeps the schema's number; a change of meaning
raises it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.records import (
    Record,
    entry_record,
    question_record,
    relation_record,
    unresolved_record,
    wanted_record,
)
from lexigraph.graph import Question

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SCHEMA", "artifacts", "schema"]

LEFT_OUT: tuple[str, ...] = ()
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = False

SCHEMA = 1
"""Number of the schema."""
_SCHEMA_PATH = f"schema/concepts-{SCHEMA}.json"


def artifacts(export: Export) -> Iterator[Artifact]:
    """The graph, and the schema of its records."""
    graph = export.graph
    yield Artifact(
        "concepts.json",
        _document(
            {
                "$schema": export.site.absolute(_SCHEMA_PATH),
                "schema": SCHEMA,
                "generator": export.generator,
                "built_from": export.history.commit,
                "url": export.site.url,
                "scheme": _scheme(export),
                "vocabulary": _vocabulary(export),
            },
            {
                "topics": (_topic(export, number) for number in range(len(export.site.topics))),
                "entries": (entry_record(export, node) for node in graph.entries.values()),
                "relations": map(relation_record, graph.relations),
                "questions": (_question(export, question) for question in graph.questions.values()),
                "question_links": (
                    relation_record(link)
                    for link in graph.question_links
                    if not {link.source, link.target} <= graph.entries.keys()
                ),
                "wanted": map(wanted_record, graph.wanted),
                "ambiguous": (unresolved_record(item) for item in graph.unresolved if item.candidates),
                "redirects": ({"from": old, "to": id} for old, id in graph.redirects.items()),
            },
        ),
    )
    yield Artifact(_SCHEMA_PATH, schema())


def schema() -> bytes:
    """The JSON Schema of `concepts.json`."""
    return files("lexigraph.export").joinpath(f"concepts-{SCHEMA}.json").read_bytes()


def _document(head: Record, lists: dict[str, Iterable[Record]]) -> bytes:
    """One JSON object: a line for each value of the head and for each record of the lists."""
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    for name, records in lists.items():
        rows = ",\n".join(map(_json, records))
        parts.append(f"{_json(name)}: [\n{rows}\n]" if rows else f"{_json(name)}: []")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _scheme(export: Export) -> Record:
    scheme = export.graph.scheme
    return {
        "title": scheme.title, "description": scheme.description, "license": scheme.license,
        "base_iri": scheme.base_iri, "language": scheme.language, "tags": list(scheme.tags), "ids": scheme.ids,
    }  # fmt: skip


def _vocabulary(export: Export) -> dict[str, Any]:
    vocabulary = export.graph.vocabulary
    return {
        "kinds": [asdict(kind) for kind in vocabulary.kinds],
        "relations": [asdict(relation) for relation in vocabulary.relations],
    }


def _question(export: Export, question: Question) -> Record:
    url = export.site.absolute(export.site.questions.get(question.id, ""))
    return question_record(question, export.question_facts[question.id], url)


def _topic(export: Export, number: int) -> Record:
    topic = export.site.topics[number]
    return {
        "name": topic.name, "title": topic.title, "description": topic.description,
        "url": export.site.absolute(topic.address),
    }  # fmt: skip
