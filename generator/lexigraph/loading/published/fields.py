"""The front matter of a file, as far as its record and the record of the question that it is tell it."""

from lexigraph.loading.published.records import EntryRecord, PageRecord, QuestionRecord
from lexigraph.model import Fields, FrozenMapping

__all__ = ["fields_of", "written_definition"]

_LISTED = (
    "title", "kind", "aliases", "acronym", "hidden_labels", "scope_note", "origin", "mappings", "tags", "level",
    "status", "deprecation_reason", "redirect_from", "authors", "reviewed_by", "created", "last_reviewed",
    "review_every", "sources", "contested", "autolink",
)  # fmt: skip
"""Fields that a record has under the same name."""
_ASKED = (
    "state", "state_date", "review", "review_date", "raised", "why_open", "evidence_needed", "positions", "resolution",
    "help_wanted", "discussion",
)  # fmt: skip
"""Fields of a question's file, which the question's record has."""


def fields_of(record: EntryRecord, question: QuestionRecord | None) -> Fields:
    """The front matter of an entry, and of the question that it is."""
    values = {name: getattr(record, name) for name in _LISTED}
    if question is not None:
        values.update((name, getattr(question, name)) for name in _ASKED)
    return Fields(**values, labels=FrozenMapping(record.labels), definition=written_definition(record))


def written_definition(record: PageRecord) -> str:
    """The definition of its front matter; empty where it is the first paragraph of the body."""
    return record.definition_markdown or (record.definition if record.definition_span is None else "")
