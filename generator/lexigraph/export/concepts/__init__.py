"""`concepts.json`: the whole graph, from which `lexigraph.load` makes the same graph again, and its JSON Schema.

One record a line, so that two versions can be compared. A new key keeps the schema's number; a change of meaning
raises it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.concepts.records import (
    Record,
    bullet_record,
    entry_record,
    question_record,
    redirect_file_record,
    unresolved_record,
    wanted_record,
)
from lexigraph.export.concepts.text_records import page_record
from lexigraph.export.concepts.written_relations import WrittenRelations
from lexigraph.graph import Question
from lexigraph.loading.published import SCHEMA

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SCHEMA", "SUFFIX", "artifacts", "schema"]

LEFT_OUT: tuple[str, ...] = ()
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = False
SUFFIX = ".json"

_MAY_LACK = ("unresolved", "self_relations", "repeated_relations", "redirect_files", "attachments")
"""Lists that are left out when they are empty, as they are in most graphs."""
_SCHEMA_PATH = f"schema/concepts-{SCHEMA}.json"


def artifacts(export: Export) -> Iterator[Artifact]:
    """The graph, and the schema of its records."""
    head = {
        "$schema": export.site.absolute(_SCHEMA_PATH), "schema": SCHEMA, "generator": export.generator,
        "built_from": export.history.commit, "url": export.site.url, "folder": export.graph.root.name,
        "scheme": _scheme(export), "vocabulary": _vocabulary(export),
    }  # fmt: skip
    yield Artifact("concepts.json", _document(head, _lists(export)))
    yield Artifact(_SCHEMA_PATH, schema())


def _lists(export: Export) -> dict[str, Iterable[Record | str]]:
    """The lists of records, in the order in which they are written."""
    graph = export.graph
    written = WrittenRelations(graph)
    bullet_links = (link for link in graph.question_links if not {link.source, link.target} <= graph.entries.keys())
    wanted = {id(reference) for name in graph.wanted for reference in name.references}
    lost = (item for item in graph.unresolved if not item.candidates and id(item) not in wanted)
    return {
        "topics": (_topic(export, number) for number in range(len(export.site.topics))),
        "entries": (entry_record(export, node) for node in graph.entries.values()),
        "relations": map(written.record, graph.relations),
        "questions": (_question(export, question) for question in graph.questions.values()),
        "question_links": map(written.record, bullet_links),
        "wanted": map(wanted_record, graph.wanted),
        "ambiguous": (unresolved_record(item) for item in graph.unresolved if item.candidates),
        "redirects": ({"from": old, "to": id} for old, id in graph.redirects.items()),
        "pages": (page_record(export, page) for page in graph.pages.values()),
        "unresolved": map(unresolved_record, lost),
        "self_relations": map(written.record, graph.self_relations),
        "repeated_relations": written.repeated(),
        "redirect_files": (redirect_file_record(file, graph.redirect_files) for file in graph.redirecting.values()),
        "attachments": sorted(graph.attachments_used),
    }


def schema() -> bytes:
    """The JSON Schema of `concepts.json`."""
    return files("lexigraph.export.concepts").joinpath(f"concepts-{SCHEMA}.json").read_bytes()


def _document(head: Record, lists: Mapping[str, Iterable[Record | str]]) -> bytes:
    """One JSON object: a line for each value of the head and for each record of the lists."""
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    for name, records in lists.items():
        rows = ",\n".join(map(_json, records))
        if rows or name not in _MAY_LACK:
            parts.append(f"{_json(name)}: [\n{rows}\n]" if rows else f"{_json(name)}: []")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _scheme(export: Export) -> Record:
    scheme = export.graph.scheme
    record = {
        "title": scheme.title, "description": scheme.description, "license": scheme.license,
        "base_iri": scheme.base_iri, "language": scheme.language, "tags": list(scheme.tags), "ids": scheme.ids,
    }  # fmt: skip
    if scheme.base_iri and scheme.base_iri == export.site.url and "base_iri" not in scheme.places:
        del record["base_iri"]  # it is the site's address because the scheme names none
    return record


def _vocabulary(export: Export) -> dict[str, Any]:
    vocabulary = export.graph.vocabulary
    return {
        "kinds": [asdict(kind) for kind in vocabulary.kinds],
        "relations": [asdict(relation) for relation in vocabulary.relations],
    }


def _question(export: Export, question: Question) -> Record:
    url = export.site.absolute(export.site.questions.get(question.id, ""))
    record = question_record(question, export.question_facts[question.id], url)
    holder = export.graph.entries.get(question.holder)
    bullet = bullet_record(question, holder.parsed) if holder is not None else {}
    return {**record, "bullet": bullet} if bullet else record


def _topic(export: Export, number: int) -> Record:
    topic = export.site.topics[number]
    return {
        "name": topic.name, "title": topic.title, "description": topic.description,
        "url": export.site.absolute(topic.address),
    }  # fmt: skip
