"""Questions that others' changes concern: that gain a subject, may be worked on now, or fall due for a look."""

from collections.abc import Iterator, Mapping

from lexigraph.graph import Graph
from lexigraph.model import RelationItem
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect
from lexigraph.query.questions import QuestionFacts, question_facts

__all__ = ["questions"]

_NONE = QuestionFacts()


def questions(sides: Sides) -> Iterator[Effect]:
    """Of questions in both graphs: `question gains its subjects`, `question loses a subject`, `question unblocked`,
    `question blocked`, `question due for review`."""
    before, after = _facts(sides.old), _facts(sides.new)
    lacked, lacks = _without_subject(sides.old), _without_subject(sides.new)
    for id, question in sides.new.questions.items():
        known = sides.pairs.old_of.get(id, id) if question.entry else id
        if known not in sides.old.questions:
            continue
        for kind, others in _told(before.get(known, _NONE), after.get(id, _NONE)):
            yield Effect(kind=kind, subject=id, title=question.text, others=others)
        if (known in lacked) != (id in lacks):
            kind = "question gains its subjects" if known in lacked else "question loses a subject"
            yield Effect(kind=kind, subject=id, title=question.text)


def _facts(graph: Graph) -> Mapping[str, QuestionFacts]:
    """The facts of each question; none where no question has to do with another, and nothing follows."""
    return question_facts(graph) if graph.question_links else {}


def _told(before: QuestionFacts, after: QuestionFacts) -> Iterator[tuple[str, tuple[str, ...]]]:
    if before.is_blocked and not after.is_blocked and after.unblocked_by:
        yield "question unblocked", after.unblocked_by
    if after.is_blocked and not before.is_blocked:
        yield "question blocked", ()
    because = tuple(dict.fromkeys(due.by for due in after.why_due if due.by))
    if because and not any(due.by for due in before.why_due):  # that its review went stale is a change of its own
        yield "question due for review", because


def _without_subject(graph: Graph) -> frozenset[str]:
    """Ids of questions of which a subject is no entry yet."""
    return frozenset(
        item.source
        for item in graph.unresolved
        if isinstance(item.written, RelationItem) and item.written.key == "about"
    )
