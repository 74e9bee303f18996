"""Open questions: raised, reworded, answered, reopened; and what is known of them."""

from collections.abc import Iterable, Iterator, Mapping

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import Evidence, Position, Resolution
from lexigraph.query.difference.fields import origin_text
from lexigraph.query.difference.pairs import leads_to
from lexigraph.query.difference.sides import Sides, items, value
from lexigraph.query.difference.values import Change, Risk
from lexigraph.vocabulary import UNSETTLED

__all__ = ["questions"]

_ALIKE = 60
"""Per cent of likeness from which a bullet that came in place of one that went is the same question in other words."""


def questions(sides: Sides) -> Iterator[Change]:
    """What happened to questions, files and bullets. That a file came or went is said with the entries."""
    pairs = _paired(sides)
    gone = {id: question for id, question in sides.old.questions.items() if id not in pairs}
    known = set(pairs.values())
    come = {id: question for id, question in sides.new.questions.items() if id not in known}
    for first, second in _reworded(sides, gone, come):
        old, new = gone.pop(first), come.pop(second)
        yield Change(
            kind="question reworded", subject=second, before=old.text, after=new.text, key=first, title=new.text,
            risk=Risk.BREAKING, why=f"the id {first} leads nowhere now",
        )  # fmt: skip
    for question in gone.values():
        if not _is_entry_still(sides.new, sides.pairs.new_of, sides.old.entries.get(question.entry)):
            yield Change(
                kind="question removed", subject=question.id, before=question.text, title=question.text,
                risk=Risk.BREAKING, why=f"the id {question.id} leads nowhere now",
            )  # fmt: skip
    for question in come.values():
        if not _is_entry_still(sides.old, sides.pairs.old_of, sides.new.entries.get(question.entry)):
            yield Change(kind="question raised", subject=question.id, after=question.text, title=question.text)
    for first, second in pairs.items():
        if sides.old.questions[first] != sides.new.questions[second]:
            yield from _changed(sides, sides.old.questions[first], sides.new.questions[second])


def _is_entry_still(graph: Graph, there: Mapping[str, str], node: EntryNode | None) -> bool:
    """Whether the file of a question is in the other graph, as no question or as a name of another entry."""
    return node is not None and (node.id in there or bool(leads_to(graph, node)))


def _paired(sides: Sides) -> dict[str, str]:
    """Old id → new id of the questions that are there still: of a file the question that it is now, whatever its id;
    else by id or redirect; else by the place of a bullet in its entry."""
    old, new = sides.old.questions, sides.new.questions
    places = {(question.holder, question.bullet.id): id for id, question in new.items() if question.bullet}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for by_place in (False, True):
        for id, question in old.items():
            if by_place and question.bullet is not None:
                today = places.get((sides.pairs.today(question.holder), question.bullet.id), "")
            else:
                now = id if id in new else sides.new.redirects.get(id, id)  # a bullet whose file was renamed at once
                today = sides.pairs.new_of.get(question.entry, now)
            if id not in found and today in new and today not in taken and _may_be(sides, question, new[today]):
                found[id] = today
                taken.add(today)
    return found


def _may_be(sides: Sides, old: Question, new: Question) -> bool:
    """Whether neither of them is the question of a file that is another one in the other graph."""
    return (
        sides.pairs.new_of.get(old.entry, new.entry) == new.entry
        and sides.pairs.old_of.get(new.entry, old.entry) == old.entry
    )


def _reworded(sides: Sides, gone: Mapping[str, Question], come: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    """Bullets without an id of their own of which an entry lost one and has one like it instead."""
    from rapidfuzz.fuzz import ratio

    first = _bullets_by_entry((id, sides.pairs.today(question.holder), question) for id, question in gone.items())
    second = _bullets_by_entry((id, question.holder, question) for id, question in come.items())
    for holder, ids in first.items():
        others = second.get(holder, [])
        if len(ids) == len(others) == 1 and ratio(gone[ids[0]].text, come[others[0]].text) >= _ALIKE:
            yield ids[0], others[0]


def _bullets_by_entry(questions: Iterable[tuple[str, str, Question]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, holder, question in questions:
        if question.bullet is not None and not question.entry:
            found.setdefault(holder, []).append(id)
    return found


def _changed(sides: Sides, old: Question, new: Question) -> Iterator[Change]:
    if not (old.entry and new.entry):  # of two files the title is compared with those of all entries
        yield from value("question", new.id, old.text, new.text, title=new.text)
    yield from _state(old, new)
    yield from value("question's review", new.id, old.review, new.review, title=new.text)
    if old.bullet and new.bullet and sides.pairs.today(old.holder) != new.holder:
        yield Change(
            kind="question moved",
            subject=new.id,
            before=sides.pairs.today(old.holder),
            after=new.holder,
            title=new.text,
        )
    for word, before, after in (
        ("raised by", origin_text(old.raised), origin_text(new.raised)),
        ("reason why it is open", old.why_open, new.why_open),
        ("discussion", old.discussion, new.discussion),
        ("answer", _answer_text(old.resolution), _answer_text(new.resolution)),
    ):
        yield from value(word, new.id, before, after, title=new.text)
    yield from items("evidence needed", new.id, old.evidence_needed, new.evidence_needed, title=new.text)
    yield from items("help wanted", new.id, old.help_wanted, new.help_wanted, title=new.text)
    yield from _positions(old, new)


def _state(old: Question, new: Question) -> Iterator[Change]:
    if old.state == new.state:
        return
    kind, risk = "question reopened", Risk.CAREFUL
    if new.state not in UNSETTLED:
        kind = f"question {new.state}"
    elif new.state == "partially-answered" and old.state in UNSETTLED:
        kind, risk = "question partially answered", Risk.SAFE
    yield Change(kind=kind, subject=new.id, before=old.state, after=new.state, title=new.text, risk=risk)


def _positions(old: Question, new: Question) -> Iterator[Change]:
    """Positions by their id, else their claim; evidence by its source within a position."""
    first = {position.id or position.claim: position for position in old.positions}
    second = {position.id or position.claim: position for position in new.positions}
    for key in dict.fromkeys((*first, *second)):
        before, after = first.get(key), second.get(key)
        yield from value("position", new.id, _position_text(before), _position_text(after), title=new.text, key=key)
        if before is not None and after is not None:
            yield from _evidence(key, before, after, new)


def _evidence(key: str, old: Position, new: Position, question: Question) -> Iterator[Change]:
    first, second = _by_source(old.evidence), _by_source(new.evidence)
    for source in dict.fromkeys((*first, *second)):
        before, after = first.get(source, ""), second.get(source, "")
        yield from value("evidence", question.id, before, after, title=question.text, key=key)


def _by_source(evidence: Iterable[Evidence]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in evidence:
        text = ": ".join(filter(None, (" ".join(filter(None, (item.source, item.direction))), item.note)))
        known = found.get(item.source)
        found[item.source] = f"{known}; {text}" if known else text
    return found


def _position_text(position: Position | None) -> str:
    if position is None:
        return ""
    held = f" ({', '.join(position.held_by)})" if position.held_by else ""
    return ". ".join(filter(None, (f"{position.claim}{held}", position.reasoning)))


def _answer_text(resolution: Resolution | None) -> str:
    if resolution is None:
        return ""
    day = resolution.date.isoformat() if resolution.date is not None else ""
    return " · ".join(filter(None, (resolution.answer, day, resolution.source)))
