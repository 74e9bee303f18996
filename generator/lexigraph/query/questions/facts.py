"""What the links between questions mean for each of them: what it waits for, who waits for it, what is due.

Three links count. A question waits for those that it *depends on* and for those that are *part of* it; it may be
settled at one stroke by one that *would settle* it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from lexigraph.graph import Graph, Question, Relation
from lexigraph.query.questions.closure import Reached, reached
from lexigraph.vocabulary import UNSETTLED

__all__ = ["Due", "QuestionFacts", "changed", "most_depended_on", "question_facts"]

Cause: TypeAlias = Literal["stale", "settled-by", "depends-on", "part"]


class Due(NamedTuple):
    """Why somebody should look at a question again."""

    cause: Cause
    """`stale`: its review says so. `settled-by`: a question that would settle it was answered. `depends-on`, `part`:
    one that it depends on, or one of its parts, was settled, and nobody has looked at it since."""
    by: str = ""
    """Id of that question; empty for `stale`."""
    since: date | None = None
    """When the review went stale, or that question was settled; None when nobody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFacts:
    """What a question's links and dates mean.

    Ids are of questions, its own left out. Those of one link stand as its own file writes them, then those that other
    files write, by text.
    """

    parts: tuple[str, ...] = ()
    """Questions that are part of it."""
    whole: tuple[str, ...] = ()
    """Questions it is part of."""
    depends_on: tuple[str, ...] = ()
    holds_up: tuple[str, ...] = ()
    """Questions that depend on it."""
    would_settle: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    """Questions that would settle it."""
    unblocked_by: tuple[str, ...] = ()
    """Of an unsettled question, those it depends on and its parts that are answered or dissolved, in that order."""
    why_due: tuple[Due, ...] = ()
    """Why it is due for review: stale first, then in order of the links; empty: it is not."""
    topic: str = ""
    """First folder of the file it is written in; empty at the top."""
    changed: date | None = None
    """The newest of the dates of its state, review and resolution; None when it has none."""
    waiting: Reached = Reached()  # noqa: RUF009 - immutable
    """What `waiting_for` is made from."""
    leading: Reached = Reached()  # noqa: RUF009 - immutable
    """What `reaches` is made from."""

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """What has to be settled before it can be: unsettled questions it depends on and unsettled parts, those that
        these wait for, and so on; by text. Empty for a settled question. Made at each call."""
        return self.waiting.ids

    @property
    def is_blocked(self) -> bool:
        """True when it waits for something."""
        return self.waiting.count > 0

    @property
    def reaches(self) -> tuple[str, ...]:
        """Unsettled questions that wait for it or that it would settle, those that wait for these or that these would
        settle, and so on; by text. Empty for a settled question. Made at each call."""
        return self.leading.ids

    @property
    def reach(self) -> int:
        """How many these are: on how much an answer would tell."""
        return self.leading.count

    @property
    def is_review_due(self) -> bool:
        """True when there is a reason to look at it again."""
        return bool(self.why_due)


def question_facts(graph: Graph) -> Mapping[str, QuestionFacts]:
    """The facts of every question, by id, in the order of `graph.questions`; made in one go, so keep them."""
    links = _links(graph)
    questions = graph.questions
    unsettled = [question.id for question in questions.values() if question.state in UNSETTLED]
    ahead = {id: (*_of(links, "depends_on", id), *_of(links, "has_part", id)) for id in unsettled}
    behind = {
        id: (*_of(links, "holds_up", id), *_of(links, "part_of", id), *_of(links, "would_settle", id))
        for id in unsettled
    }
    waiting, leading = reached(ahead), reached(behind)
    found = {}
    for id, question in questions.items():
        depends_on, parts = _of(links, "depends_on", id), _of(links, "has_part", id)
        settled_by = _of(links, "settled_by", id)
        settled = (other for other in (*depends_on, *parts) if questions[other].state not in UNSETTLED)
        found[id] = QuestionFacts(
            parts=parts, whole=_of(links, "part_of", id), depends_on=depends_on,
            holds_up=_of(links, "holds_up", id), would_settle=_of(links, "would_settle", id), settled_by=settled_by,
            unblocked_by=tuple(dict.fromkeys(settled)) if question.state in UNSETTLED else (),
            why_due=_why_due(questions, question, settled_by, depends_on, parts),
            topic=graph.entries[question.entry or question.holder].topic, changed=changed(question),
            waiting=waiting.get(id, Reached()), leading=leading.get(id, Reached()),
        )  # fmt: skip
    return found


def most_depended_on(
    graph: Graph, limit: int | None = None, *, facts: Mapping[str, QuestionFacts] | None = None
) -> tuple[str, ...]:
    """Ids of unsettled questions that others wait for or would be settled by; greatest reach first, then by text.

    `facts` are those of `question_facts`, where the caller has them already.
    """
    facts = question_facts(graph) if facts is None else facts
    found = [id for id, fact in facts.items() if fact.reach]
    return tuple(sorted(found, key=lambda asked: -facts[asked].reach)[:limit])


def changed(question: Question) -> date | None:
    """The newest of the dates of its state, review and resolution; None when it has none."""
    answered = question.resolution.date if question.resolution else None
    return _newest(question.state_date, question.review_date, answered)


def _links(graph: Graph) -> dict[str, dict[str, list[str]]]:
    """Key of a direction → id → ids at the other end: as its own file writes them, then by text."""
    place = {id: number for number, id in enumerate(graph.questions)}
    rows: dict[str, dict[str, list[tuple[bool, int, str]]]] = {}
    for link in graph.question_links:
        for key, here, there in _both_ways(link):
            own = graph.questions[here].entry == link.author
            order = link.span.start if own else place[there]
            rows.setdefault(key, {}).setdefault(here, []).append((not own, order, there))
    return {key: {id: [row[2] for row in sorted(found)] for id, found in by_id.items()} for key, by_id in rows.items()}


def _both_ways(link: Relation) -> Iterable[tuple[str, str, str]]:
    yield link.type.key, link.source, link.target
    yield (link.type.key if link.type.symmetric else link.type.inverse), link.target, link.source


def _of(links: Mapping[str, Mapping[str, list[str]]], key: str, id: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links.get(key, {}).get(id, ())))


def _why_due(
    questions: Mapping[str, Question],
    question: Question,
    settled_by: Iterable[str],
    depends_on: Iterable[str],
    parts: Iterable[str],
) -> tuple[Due, ...]:
    """Why the question is due for review."""
    found = [Due("stale", since=question.review_date)] if question.review == "stale" else []
    if question.state not in UNSETTLED:
        return tuple(found)
    found += [
        Due("settled-by", by=id, since=_settled(questions[id]))
        for id in settled_by
        if questions[id].state == "answered"
    ]
    seen = _newest(question.review_date, question.state_date)
    causes: tuple[tuple[Cause, Iterable[str]], ...] = (("depends-on", depends_on), ("part", parts))
    for cause, ids in causes:
        for id in ids:
            since = _settled(questions[id])
            if questions[id].state not in UNSETTLED and (seen is None or (since is not None and seen < since)):
                found.append(Due(cause, by=id, since=since))
    return tuple(found)


def _settled(question: Question) -> date | None:
    """The day on which a settled question was settled, where it is known."""
    answered = question.resolution.date if question.resolution and question.state == "answered" else None
    return answered or question.state_date


def _newest(*dates: date | None) -> date | None:
    return max((date for date in dates if date), default=None)
