"""Public values as the records that tools return. Entry text is data here: it stands in fields, as it was written."""

from collections.abc import Iterable
from typing import Any

from lexigraph.concept_graph import Entry, Hit, Question, Relation
from lexigraph.export.plain_values import filled
from lexigraph.mcp import results

__all__ = ["brief", "brief_question", "hit", "ids", "question", "said", "said_among"]


def brief(entry: Entry) -> results.BriefEntry:
    """The entry in a list."""
    return {
        "id": entry.id, "title": entry.title, "kind": entry.kind, "definition": entry.definition, "url": entry.url,
        "at": _at(entry),
    }  # fmt: skip


def hit(found: Hit) -> results.Hit:
    """What a search found, and why; a question that is a bullet has no definition."""
    why = found.match if found.matched in ("", found.title) else f"{found.match}: {found.matched}"
    if found.entry is not None:
        return {**brief(found.entry), "why": why}
    assert found.question is not None  # noqa: S101  a hit is one of the two
    asked = found.question
    return {
        "id": asked.id, "title": asked.title, "kind": "question", "definition": "", "url": asked.url,
        "at": _at(asked), "why": why,
    }  # fmt: skip


def said(relation: Relation) -> results.Said:
    """The relation as a sentence, with where it leads."""
    return {**said_among(relation), "url": relation.target.url}


def said_among(relation: Relation) -> results.Said:
    """The relation as a sentence, beside the entry it leads to."""
    place = f"{relation.place.path}:{relation.place.line}"
    found: results.Said = {"sentence": relation.sentence, "id": relation.target.id, "at": place}
    if relation.note:
        found["note"] = relation.note
    return found


def brief_question(asked: Question) -> results.BriefQuestion:
    """The question in a list."""
    return {
        "id": asked.id, "title": asked.title, "status": asked.status, "url": asked.url, "at": _at(asked),
    }  # fmt: skip


def question(asked: Question) -> results.QuestionResult:
    """The question with its positions and what would settle it."""
    positions = [filled({"claim": item.claim, "held_by": ", ".join(item.held_by)}) for item in asked.positions]
    more = {
        "why_open": asked.why_open,
        "positions": positions,
        "would_settle_it": list(asked.evidence_needed),
        "answer": asked.resolution.answer if asked.resolution else "",
    }
    found: Any = {**brief_question(asked), "about": [entry.id for entry in asked.about], **filled(more)}
    return found  # type: ignore[no-any-return]  # which keys are there is known when it runs


def _at(thing: Entry | Question) -> str:
    return f"{thing.place.path}:{thing.place.line}"


def ids(entries: Iterable[Entry]) -> list[str]:
    """Their ids, in the same order."""
    return [entry.id for entry in entries]
