"""The table of all questions: grouped by state, and with a script filtered and sorted."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import Question
from lexigraph.names import sort_key
from lexigraph.page.filters import Choice, filter_id, value
from lexigraph.page.part import Part
from lexigraph.page.questions_about import address
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.query.questions import QuestionFacts
from lexigraph.vocabulary import STATES

__all__ = ["question_table", "topic_order", "topic_value"]

_MOST_CHOICES = 400
"""Entries that the filter offers; with more it has no choice of entries."""
_STANDINGS = {"waiting": "waits for others", "holding": "holds up others", "due": "review due"}
"""What follows from a question's links: values of the filter, in words."""


class _Row(NamedTuple):
    question: Question
    href: str
    anchors: tuple[str, ...]
    """Where filters lead of which this is the first row."""
    about: list[Markup]
    topic: str
    """Title; empty for none."""
    topic_href: str
    topic_value: str
    standing: tuple[str, ...]
    """Keys of `_STANDINGS`."""
    holds_up: int
    changed: datetime.date | None

    @property
    def filters(self) -> Iterator[str]:
        """Ids of the filters that links on the site lead to and that show the row."""
        question, topic = self.question, self.topic_value
        yield filter_id(state="")
        yield filter_id(state=question.state)
        yield filter_id(state=question.state, topic=topic)
        yield filter_id(topic=topic)
        if question.review:
            yield filter_id(review=value(question.review))
        yield from (filter_id(standing=standing) for standing in self.standing)
        yield from (filter_id(help=kind) for kind in (("any", *question.help_wanted) if question.help_wanted else ()))


class _Group(NamedTuple):
    state: str
    """In words."""
    key: str
    rows: list[_Row]


def question_table(sheet: Sheet) -> Part:
    """All questions by state, then topic; those that hold up most others first."""
    groups: list[_Group] = []
    places: set[str] = set()
    for state, found in sheet.site.listings.questions.by_state.items():
        rows: list[_Row] = []
        for question in sorted(found, key=lambda item: topic_order(sheet, _facts(sheet, item).topic)):
            row = _row(sheet, question)
            anchors = [id for id in dict.fromkeys(row.filters) if id not in places]
            places.update(anchors)
            rows.append(row._replace(anchors=tuple(sorted(anchors))))
        if rows:
            groups.append(_Group(state.replace("-", " "), state, rows))
    rows = [row for group in groups for row in group.rows]
    html = fill("question_table.html", groups=groups, rows=rows, choices=_choices(sheet, rows), states=list(STATES))
    return Part(title="All questions", anchor=sheet.anchors.claim("all"), html=html, is_derived=True)


def topic_order(sheet: Sheet, topic: str) -> tuple[object, ...]:
    """By title, questions without a topic last."""
    return not topic, sort_key(sheet.site.listings.folder_title(topic)) if topic else ""


def topic_value(topic: str) -> str:
    """The topic as the value of a filter."""
    return value(topic) if topic else "none"


def _facts(sheet: Sheet, question: Question) -> QuestionFacts:
    return sheet.site.listings.questions.facts[question.id]


def _row(sheet: Sheet, question: Question) -> _Row:
    facts = _facts(sheet, question)
    topic, holds_up = facts.topic, sheet.site.listings.questions.held_up(question)
    standing = {"waiting": facts.is_blocked, "holding": bool(holds_up), "due": facts.is_review_due}
    return _Row(
        question=question, href=address(sheet, question), anchors=(), about=sheet.links(question.about),
        topic=sheet.site.listings.folder_title(topic) if topic else "", topic_value=topic_value(topic),
        topic_href=sheet.topic(topic) if topic else "", standing=tuple(key for key, holds in standing.items() if holds),
        holds_up=holds_up, changed=facts.changed,
    )  # fmt: skip


def _choices(sheet: Sheet, rows: list[_Row]) -> list[Choice]:
    """What the rows have of each column that can be filtered, where there are several values."""
    entries = sheet.graph.entries
    about = sorted({id for row in rows for id in row.question.about}, key=lambda other: sort_key(entries[other].title))
    helps = sorted({kind for row in rows for kind in row.question.help_wanted})
    states = dict.fromkeys(row.question.state for row in rows)
    standings = {key for row in rows for key in row.standing}
    found = [
        Choice("State", "state", "All states", [(state, state.replace("-", " ")) for state in states]),
        Choice("Review", "review", "All reviews", [
            (value(review), review) for review in sorted({row.question.review for row in rows if row.question.review})
        ]),
        Choice("Topic", "topic", "All topics", sorted(
            {(row.topic_value, row.topic or "No topic") for row in rows},
            key=lambda option: (option[0] == "none", sort_key(option[1]), option[0]),
        )),
        Choice("About", "about", "All entries", [
            (id, entries[id].title) for id in (about if len(about) <= _MOST_CHOICES else ())
        ]),
        Choice("Help wanted", "help", "All", [("any", "any help"), *((value(kind), kind) for kind in helps)]),
    ]  # fmt: skip
    shown = [choice for choice in found if len(choice.options) > 1]
    if standings:
        options = [(key, words) for key, words in _STANDINGS.items() if key in standings]
        shown.append(Choice("Standing", "standing", "All", options))
    return shown
