"""What follows from the links and dates of questions, in words."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.page.head import day
from lexigraph.page.questions_about import address
from lexigraph.page.sheet import Sheet
from lexigraph.query.questions import Due, QuestionFacts
from lexigraph.vocabulary import UNSETTLED
from lexigraph.wording import counted

__all__ = ["consequences", "depended_on", "links_to", "reviews_due"]

_MOST_NAMED = 5
"""Questions that a sentence names; of more, it names some and says how many there are."""


def depended_on(facts: QuestionFacts) -> str:
    """How much hangs on a question, as one sentence; empty when nothing does."""
    direct = [
        (facts.holds_up, "question depends on it", "questions depend on it"),
        (facts.whole, "question has it as a part", "questions have it as a part"),
        (facts.would_settle, "other would be settled by it", "others would be settled by it"),
    ]
    said = _joined(counted(len(ids), one, many) for ids, one, many in direct if ids)
    if facts.reach > len({*facts.holds_up, *facts.whole, *facts.would_settle}):
        said += f"; in all, {counted(facts.reach, 'open question hangs', 'open questions hang')} on its answer"
    return f"{said}." if said else ""


def consequences(sheet: Sheet, question: Question) -> Iterator[Markup]:
    """What follows for the question, one sentence each: what it waits for, what is due, what hangs on it."""
    facts = sheet.site.listings.questions.facts[question.id]
    if facts.is_blocked:
        yield from _waiting(sheet, facts)
    elif facts.unblocked_by:
        yield Markup("Nothing holds it up any more: {}.").format(_settled(sheet, facts.unblocked_by))
    for reason in reviews_due(sheet, question):
        yield Markup("Review due: {}").format(reason)
    if question.state in UNSETTLED and (said := depended_on(facts)):
        yield escape(said)


def reviews_due(sheet: Sheet, question: Question) -> Iterator[Markup]:
    """Why the question is due for review, one sentence for each reason."""
    for due in sheet.site.listings.questions.facts[question.id].why_due:
        yield Markup("{}.").format(_why_due(sheet, due))


def links_to(sheet: Sheet, ids: Sequence[str]) -> Markup:
    """The questions as links: A, B and C; of many, the first and the number of the others."""
    shown = [_link(sheet, id) for id in ids[:_MOST_NAMED]]
    rest = len(ids) - len(shown)
    return _joined([*shown, f"{rest} more"] if rest else shown)


def _waiting(sheet: Sheet, facts: QuestionFacts) -> Iterator[Markup]:
    """What has to be settled first."""
    questions = sheet.graph.questions
    waiting = facts.waiting_for
    number = "1 open question" if len(waiting) == 1 else f"{len(waiting)} open questions"
    yield _ended(Markup("Waits for {}: {}").format(number, links_to(sheet, waiting)))
    parts = [id for id in facts.parts if questions[id].state in UNSETTLED]
    if parts:
        one = Markup("Its part {} is still open, so it cannot be answered yet.")
        many = Markup("Its parts {} are still open, so it cannot be answered yet.")
        yield (one if len(parts) == 1 else many).format(links_to(sheet, parts))


def _settled(sheet: Sheet, ids: Sequence[str]) -> Markup:
    """Which questions were settled, and how: A? was answered and B? was dissolved."""
    questions = sheet.graph.questions
    return _joined([Markup("{} was {}").format(_link(sheet, id), questions[id].state) for id in ids[:_MOST_NAMED]])


def _why_due(sheet: Sheet, due: Due) -> Markup:
    since = Markup(" on {}").format(day(due.since)) if due.since else Markup("")
    if due.cause == "stale":
        return Markup("its last review{} found it out of date").format(since)
    other, state = _link(sheet, due.by), sheet.graph.questions[due.by].state
    if due.cause == "settled-by":
        return Markup("{}, which would settle it, was {}{}").format(other, state, since)
    if due.cause == "depends-on":
        words = Markup("it depends on {}, which was {}{}, and nobody has looked at it since")
    else:
        words = Markup("its part {} was {}{}, and nobody has looked at it since")
    return words.format(other, state, since)


def _link(sheet: Sheet, id: str) -> Markup:
    question = sheet.graph.questions[id]
    return Markup('<a href="{}">{}</a>').format(address(sheet, question), question.text)


def _ended(sentence: Markup) -> Markup:
    """The sentence with a full stop, unless a question ends it."""
    return sentence if sentence.striptags().endswith(("?", "!", ".")) else sentence + "."


def _joined(parts: Iterable[Markup | str]) -> Markup:
    """A, B and C."""
    *first, last = [*parts] or [""]
    return Markup("{} and {}").format(Markup(", ").join(first), last) if first else escape(last)
