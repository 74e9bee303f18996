"""The questions of a document: files, and bullets of entries."""

import re
from collections.abc import Mapping

from lexigraph.graph import EntryNode, Question
from lexigraph.loading.published.document import finding, records
from lexigraph.loading.published.records import Document, QuestionRecord
from lexigraph.loading.published.world import World
from lexigraph.model import Diagnostic, QuestionItem
from lexigraph.names import sort_key

__all__ = ["Asked", "asked_in", "questions_of"]

_ID = re.compile(r"[^\s\x00-\x1f\x7f{}]{1,1024}")

Asked = Mapping[str, tuple[str, QuestionRecord]]
"""Id of a question → its place in the document, and what is said there."""


def asked_in(read: Document, findings: list[Diagnostic]) -> Asked:
    """What is said of each question, each once."""
    found: dict[str, tuple[str, QuestionRecord]] = {}
    for place, record in records(read.questions, QuestionRecord, "questions", findings):
        if not _ID.fullmatch(record.id):
            findings.append(finding(f"{place}.id", "this is no id"))
        elif record.id in found:
            findings.append(finding(f"{place}.id", f"another question has the id '{record.id}'"))
        else:
            found[record.id] = (place, record)
    return found


def questions_of(asked: Asked, world: World) -> dict[str, Question]:
    """Questions by id, sorted by text. An entry that is a question is one, whether the document lists it or not."""
    found: dict[str, Question] = {}
    for id, (place, record) in asked.items():
        if _is_coherent(id, place, record, world):
            found[id] = _question(id, record, world)
    for node in world.nodes.values():
        if node.kind == "question" and node.id not in found:
            found[node.id] = _of_file(node, QuestionRecord(id=node.id, title=node.title), (), None, "")
    return dict(sorted(found.items(), key=lambda pair: (sort_key(pair[1].text), pair[0])))


def _is_coherent(id: str, place: str, record: QuestionRecord, world: World) -> bool:
    """Whether it stands where it says; a finding when not."""
    node = world.nodes.get(id)
    reason = ""
    if record.entry:
        if record.entry != id or node is None or node.kind != "question":
            reason = f"'{record.entry}' is no entry of kind question with the id '{id}'"
    elif not record.holder:
        reason = "it has neither an entry nor a holder"
    elif node is not None:
        reason = f"an entry has the id '{id}', and this is a bullet"
    if not reason and record.holder and record.holder not in world.nodes:
        reason = f"there is no entry '{record.holder}' in the document"
    if reason:
        world.findings.append(finding(place, reason))
    return not reason


def _question(id: str, record: QuestionRecord, world: World) -> Question:
    about = tuple(dict.fromkeys(other for other in record.about if other in world.nodes))
    if record.entry:
        bullet = _bullet(id, record, world) if record.holder else None
        return _of_file(world.nodes[id], record, about, bullet, record.holder)
    bullet = _bullet(id, record, world)
    return Question(
        id=id, text=record.title, about=about, state=record.state, review=record.review, holder=record.holder,
        bullet=bullet, path=world.nodes[record.holder].path, span=bullet.span,
    )  # fmt: skip


def _bullet(id: str, record: QuestionRecord, world: World) -> QuestionItem:
    """The bullet, noted for the file in which it stands."""
    bullet, parsed = record.bullet, world.files[record.holder]
    line, column = (bullet.line, bullet.column) if record.entry else (record.line, record.column)
    item = QuestionItem(
        id=bullet.id or id, text=bullet.text or record.title, anchor=record.anchor, is_anchored=bullet.is_anchored,
        span=parsed.place(line, column, bullet.span), rest=parsed.range(bullet.rest),
    )  # fmt: skip
    world.written(record.holder).questions.append(item)
    return item


def _of_file(
    node: EntryNode, record: QuestionRecord, about: tuple[str, ...], bullet: QuestionItem | None, holder: str
) -> Question:
    return Question(
        id=node.id, text=node.title, about=about, state=record.state, review=record.review,
        state_date=record.state_date, review_date=record.review_date, raised=record.raised, why_open=record.why_open,
        evidence_needed=record.evidence_needed, positions=record.positions, resolution=record.resolution,
        help_wanted=record.help_wanted, discussion=record.discussion, entry=node.id, holder=holder, bullet=bullet,
        path=node.path, span=node.parsed.title_span,
    )  # fmt: skip
