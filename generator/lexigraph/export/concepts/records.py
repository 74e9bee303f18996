"""Entries, relations, links, questions as records: plain values that JSON can hold.

What is empty is left out of a record, so that it says only what there is. Comments never get in.
"""

from collections.abc import Mapping

from lexigraph.export.artifact import Export
from lexigraph.export.concepts.text_records import Offsets, text_record
from lexigraph.export.plain_values import Record, at, filled, plain_value
from lexigraph.graph import EntryNode, Mention, Question, Relation, Unresolved, Wanted
from lexigraph.model import ParsedEntry, RelationItem
from lexigraph.query.questions import QuestionFacts

__all__ = [
    "Record", "bullet_record", "entry_record", "question_record", "redirect_file_record", "relation_record",
    "unresolved_record", "wanted_record",
]  # fmt: skip

_LISTED = (
    "aliases", "acronym", "hidden_labels", "labels", "scope_note", "origin", "mappings", "tags", "level", "status",
    "deprecation_reason", "redirect_from", "authors", "reviewed_by", "created", "last_reviewed", "review_every",
    "sources", "contested",
)  # fmt: skip
"""Fields of an entry that are published as they are, in this order."""


def entry_record(export: Export, node: EntryNode) -> Record:
    """An entry with its text, as Markdown and as prose, and what that links to and names."""
    parsed, fields = node.parsed, node.parsed.fields
    record: Record = {
        "id": node.id, "title": node.title, "kind": node.kind, "topic": node.topic, "path": node.path,
        **at(parsed.title_span), "url": export.site.absolute(export.site.entries.get(node.id, "")),
        "iri": export.iri(node), "definition": node.definition,
    }  # fmt: skip
    record.update((name, plain_value(getattr(fields, name))) for name in _LISTED)
    record.update(text_record(export, parsed, node.id))
    record["mentions"] = [_mention(mention) for mention in export.graph.mentions_in.get(node.id, ())]
    record = filled(record)
    return record if fields.autolink else {**record, "autolink": False}


def relation_record(relation: Relation) -> Record:
    """A relation as asserted, in the direction of its kind; `derived`: it was written on the target's side."""
    return filled(
        {
            "kind": relation.type.key, "source": relation.source, "target": relation.target,
            "note": plain_value(relation.note), "citation": relation.citation, "path": relation.path,
            **at(relation.span), "derived": relation.author != relation.source,
        }
    )  # fmt: skip


def _mention(mention: Mention) -> Record:
    """A name of another entry in the prose; it stands in the sentence from character `at` on."""
    return filled(
        {
            "target": mention.target, "text": mention.name, "at": mention.sentence_span[0],
            "sentence": mention.sentence, **at(mention.span),
        }
    )  # fmt: skip


def question_record(question: Question, facts: QuestionFacts, url: str) -> Record:
    """A question with its status, positions and links to other questions; `url` is its address."""
    record: Record = {
        "id": question.id, "title": question.text, "status": question.status, "state": question.state,
        "review": question.review, "about": list(question.about), "topic": facts.topic, "url": url,
        "entry": question.entry, "holder": question.holder,
        "anchor": question.bullet.anchor if question.bullet else "", "path": question.path, **at(question.span),
    }  # fmt: skip
    for name in (
        "state_date", "review_date", "raised", "why_open", "evidence_needed", "positions", "resolution", "help_wanted",
        "discussion",
    ):  # fmt: skip
        record[name] = plain_value(getattr(question, name))
    for name, ids in (
        ("part_of", facts.whole), ("parts", facts.parts), ("depends_on", facts.depends_on),
        ("holds_up", facts.holds_up), ("would_settle", facts.would_settle), ("settled_by", facts.settled_by),
    ):  # fmt: skip
        record[name] = list(ids)
    record["changed"] = plain_value(facts.changed)
    record["reach"] = facts.reach
    record["is_blocked"] = facts.is_blocked
    record["review_due"] = [
        filled({"cause": due.cause, "by": due.by, "since": plain_value(due.since)}) for due in facts.why_due
    ]
    return filled(record)


def bullet_record(question: Question, holder: ParsedEntry) -> Record:
    """The bullet that asks the question, as far as that does not say it already."""
    bullet = question.bullet
    if bullet is None:
        return {}
    offsets = Offsets(holder)
    place = at(bullet.span) if question.entry else {}
    return filled(
        {
            "id": "" if bullet.id == question.id else bullet.id,
            "text": "" if bullet.text == question.text else bullet.text, "is_anchored": bullet.is_anchored, **place,
            "span": offsets.range(bullet.span), "rest": offsets.range(bullet.rest),
        }
    )  # fmt: skip


def wanted_record(wanted: Wanted) -> Record:
    """A name that is referenced and has no entry."""
    return {
        "name": wanted.name,
        "anchor": wanted.anchor,
        "references": [unresolved_record(item) for item in wanted.references],
    }


def unresolved_record(item: Unresolved) -> Record:
    """A reference to nothing, or to several entries, which are its `candidates`."""
    record: Record = {
        "source": item.source, "label": item.name, "candidates": list(item.candidates), "sentence": item.sentence,
        "path": item.path, **at(item.span),
    }  # fmt: skip
    written = item.written
    if isinstance(written, RelationItem):
        record |= {
            "form": "relation", "relation": written.key, "note": plain_value(written.note),
            "citation": written.citation, "origin": "" if written.origin == "field" else written.origin,
        }  # fmt: skip
    elif written.form != "link":
        record["form"] = written.form
    return filled(record)


def redirect_file_record(file: ParsedEntry, redirect_files: Mapping[str, str]) -> Record:
    """A file that leads on to an entry, or nowhere."""
    record = {"path": file.path, "title": file.title, "to": redirect_files.get(file.path, "")}
    return filled({**record, "is_empty": file.is_empty})
