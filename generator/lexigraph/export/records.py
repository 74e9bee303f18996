"""Entries, relations, links, questions as records: plain values that JSON can hold.

What is empty is left out of a record, so that it says only what there is. Comments never get in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from lexigraph.export.artifact import Export
from lexigraph.graph import EntryNode, Link, Mention, Question, Relation, Unresolved, Wanted
from lexigraph.model import Html, ParsedEntry, Ref, Segment, Span, Text
from lexigraph.query.questions import QuestionFacts

__all__ = [
    "Record", "entry_record", "prose", "question_record", "relation_record",
    "unresolved_record", "wanted_record",
]  # fmt: skip

Record = dict[str, Any]

_LISTED = (
    "aliases", "acronym", "hidden_labels", "labels", "scope_note", "origin", "mappings", "tags", "level", "status",
    "deprecation_reason", "redirect_from", "authors", "reviewed_by", "created", "last_reviewed", "review_every",
    "sources", "contested",
)  # fmt: skip
"""Fields of an entry that are published as they are, in this order."""
_END = re.compile(r"</(?:p|li|td|th|h|div|pre|dt|dd)|<br")
"""HTML after which another line of prose begins."""


def entry_record(export: Export, node: EntryNode) -> Record:
    """An entry with its text, as Markdown and as prose, and what that links to and names."""
    parsed, fields = node.parsed, node.parsed.fields
    record: Record = {
        "id": node.id, "title": node.title, "kind": node.kind, "topic": node.topic, "path": node.path,
        **_at(parsed.title_span), "url": export.site.absolute(export.site.entries.get(node.id, "")),
        "iri": export.iri(node), "definition": node.definition,
    }  # fmt: skip
    record.update((name, _value(getattr(fields, name))) for name in _LISTED)
    record["faq"] = [
        {"question": item.question, "answer": folded(item.text), "anchor": item.anchor} for item in parsed.prose.faq
    ]
    record["takeaways"] = [folded(item.text) for item in parsed.prose.takeaways]
    record["exercises"] = [folded(item.text) for item in parsed.prose.exercises]
    record["reading"] = [_value(item.source) for item in parsed.prose.reading]
    record["markdown"] = parsed.markdown
    record["text"] = prose(parsed)
    record["links"] = [_link(link) for link in export.links_from.get(node.id, ())]
    record["mentions"] = [_mention(mention) for mention in export.graph.mentions_in.get(node.id, ())]
    record = _filled(record)
    return record if fields.autolink else {**record, "autolink": False}


def relation_record(relation: Relation) -> Record:
    """A relation as asserted, in the direction of its kind; `derived`: it was written on the target's side."""
    return _filled(
        {
            "kind": relation.type.key, "source": relation.source, "target": relation.target,
            "note": _value(relation.note), "citation": relation.citation, "path": relation.path, **_at(relation.span),
            "derived": relation.author != relation.source,
        }
    )  # fmt: skip


def _link(link: Link) -> Record:
    """A link in the body; its label stands in the sentence from character `at` on."""
    reference = link.reference
    start, end = reference.sentence_span
    return _filled(
        {
            "target": link.target, "label": reference.sentence[start:end], "at": start, "heading": link.heading,
            "sentence": reference.sentence, "line": reference.span.line, "column": reference.span.column,
        }
    )  # fmt: skip


def _mention(mention: Mention) -> Record:
    """A name of another entry in the prose; it stands in the sentence from character `at` on."""
    return _filled(
        {
            "target": mention.target, "text": mention.name, "at": mention.sentence_span[0],
            "sentence": mention.sentence, "line": mention.span.line, "column": mention.span.column,
        }
    )  # fmt: skip


def question_record(question: Question, facts: QuestionFacts, url: str) -> Record:
    """A question with its status, positions and links to other questions; `url` is its address."""
    record: Record = {
        "id": question.id, "title": question.text, "status": question.status, "state": question.state,
        "review": question.review, "about": list(question.about), "topic": facts.topic, "url": url,
        "entry": question.entry, "holder": question.holder,
        "anchor": question.bullet.anchor if question.bullet else "", "path": question.path, **_at(question.span),
    }  # fmt: skip
    for name in (
        "state_date", "review_date", "raised", "why_open", "evidence_needed", "positions", "resolution", "help_wanted",
        "discussion",
    ):  # fmt: skip
        record[name] = _value(getattr(question, name))
    for name, ids in (
        ("part_of", facts.whole), ("parts", facts.parts), ("depends_on", facts.depends_on),
        ("holds_up", facts.holds_up), ("would_settle", facts.would_settle), ("settled_by", facts.settled_by),
    ):  # fmt: skip
        record[name] = list(ids)
    record["changed"] = _value(facts.changed)
    record["reach"] = facts.reach
    record["is_blocked"] = facts.is_blocked
    record["review_due"] = [
        _filled({"cause": due.cause, "by": due.by, "since": _value(due.since)}) for due in facts.why_due
    ]
    return _filled(record)


def wanted_record(wanted: Wanted) -> Record:
    """A name that is referenced and has no entry."""
    return {
        "name": wanted.name,
        "anchor": wanted.anchor,
        "references": [unresolved_record(item) for item in wanted.references],
    }


def unresolved_record(item: Unresolved) -> Record:
    """A reference to nothing, or to several entries, which are its `candidates`."""
    return _filled(
        {
            "source": item.source, "label": item.name, "candidates": list(item.candidates), "sentence": item.sentence,
            "path": item.path, **_at(item.span),
        }
    )  # fmt: skip


def prose(parsed: ParsedEntry) -> str:
    """The text of a file as plain prose, without code and formulas: a line for each heading and block."""
    parts: list[str] = []
    for area, segments in parsed.areas():
        name, _, number = area.partition("/")
        if name == "lead" and parsed.fields.definition:
            continue  # it is the definition
        if name == "section":
            parts.append(parsed.headings[int(number)].title)
        elif name == "faq":
            parts.append(parsed.prose.faq[int(number)].question)
        parts.append("\n")
        _add(parts, segments)
        parts.append("\n")
    return "\n".join(filter(None, (" ".join(text.split()) for text in "".join(parts).split("\n"))))


def folded(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def _add(parts: list[str], segments: Iterable[Segment]) -> None:
    for segment in segments:
        if type(segment) is Text:
            parts.append(segment.raw.replace("\n", " "))
        elif type(segment) is Ref:
            _add(parts, segment.label)
        elif type(segment) is Html and _END.search(segment.text):
            parts.append("\n")


def _at(span: Span) -> Record:
    return {"line": span.line, "column": span.column}


def _value(value: object) -> Any:
    """The value of a field as JSON holds it: without what is empty, and without comments."""
    if isinstance(value, str):
        return _without_comments(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _value(item) for key, item in value.items()}
    if is_dataclass(value):
        return _filled({field.name: _value(getattr(value, field.name)) for field in fields_of(value)})
    return value


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join((*parts, text[at:])) if at else text


def _filled(record: Record) -> Record:
    """The record without what is empty: no text, nothing in it, zero, not so."""
    return {name: value for name, value in record.items() if value}
