"""The index of all open questions: counts, the matrix of topics and states, one table, lists drawn from it."""

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.names import sort_key
from lexigraph.page.anchors import heading
from lexigraph.page.filters import Choice, filter_id, fragment, value
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble
from lexigraph.page.questions_about import address, item, row
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.topic import index_head
from lexigraph.vocabulary import UNSETTLED

__all__ = ["pages", "render"]

_FEW = 10
"""Questions in the list of those recently answered."""
_MOST_CHOICES = 200
"""Entries that the filter offers; with more it has no choice of entries, only what the address names."""


class _Row(NamedTuple):
    question: Question
    href: str
    anchors: tuple[str, ...]
    """Where filters lead of which this is the first row."""
    about: list[Markup]
    topic: str
    """Title; empty for none."""
    topic_value: str
    """As the value of a filter; empty for none."""
    holds_up: int
    changed: datetime.date | None


class _Count(NamedTuple):
    words: str
    fragment: str
    number: int


class _Cell(NamedTuple):
    number: int
    fragment: str


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when there are questions."""
    if listings.graph.questions:
        yield Page(
            path="questions.md", kind="questions", title="Open questions", is_listing=True,
            description="What nobody knows yet, by state and topic.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Counts, the matrix of topics and states, the table by state, and lists drawn from it."""
    sheet = Sheet(page, site)
    head = index_head(sheet, page.title) + fill("question_counts.html", counts=_counts(site))
    parts = [_matrix(sheet), _table(sheet), _help_wanted(sheet), _recently_answered(sheet), _contested(sheet)]
    return assemble(head, [part for part in parts if part is not None])


def _counts(site: Site) -> list[_Count]:
    """All, those of each state, those of each review."""
    by_state = site.listings.questions_by_state
    reviews = Counter(question.review for question in site.graph.questions.values() if question.review)
    total = len(site.graph.questions)
    return [
        _Count("question" if total == 1 else "questions", "all", total),
        *(
            _Count(state.replace("-", " "), fragment(state=state), len(found))
            for state, found in by_state.items()
            if found
        ),
        *(_Count(review, fragment(review=value(review)), reviews[review]) for review in sorted(reviews)),
    ]


def _topic_order(sheet: Sheet, topic: str) -> tuple[object, ...]:
    return not topic, sort_key(sheet.site.listings.folder_title(topic)) if topic else ""


def _matrix(sheet: Sheet) -> Part | None:
    """Topics by states; every question is counted once, so that rows and columns add up."""
    listings = sheet.site.listings
    by_state = {state: found for state, found in listings.questions_by_state.items() if found}
    topics = sorted(listings.questions_by_topic, key=lambda topic: _topic_order(sheet, topic))
    if topics == [""]:
        return None
    rows = []
    for topic in topics:
        found = Counter(question.state for question in listings.questions_by_topic[topic])
        cells = [_Cell(found[state], _filter(state, topic)) for state in by_state]
        title = listings.folder_title(topic) if topic else "No topic"
        rows.append((title, sheet.topic(topic) if topic else "", cells, sum(cell.number for cell in cells)))
    totals = [len(found) for found in by_state.values()]
    html = fill("question_matrix.html", states=list(by_state), rows=rows, totals=totals, total=sum(totals))
    return Part(title="By topic", anchor=sheet.anchors.claim("by-topic"), html=html, is_derived=True)


def _filter(state: str, topic: str) -> str:
    return fragment(state=state, topic=value(topic)) if topic else fragment(state=state, topic="none")


def _table(sheet: Sheet) -> Part:
    """All questions by state, then topic; those that hold up most others first."""
    listings = sheet.site.listings
    rows: list[_Row] = []
    places: set[str] = set()
    for found in listings.questions_by_state.values():
        for question in sorted(found, key=lambda item: _topic_order(sheet, listings.question_topic(item))):
            topic = listings.question_topic(question)
            key = value(topic) if topic else "none"
            filters = {
                filter_id(state=question.state),
                filter_id(state=question.state, topic=key),
                filter_id(topic=key),
            }
            filters |= {filter_id(review=value(question.review))} if question.review else set()
            rows.append(
                _Row(
                    question, address(sheet, question), tuple(sorted(filters - places)), sheet.links(question.about),
                    listings.folder_title(topic) if topic else "", key, listings.holds_up(question),
                    changed(question),
                )
            )  # fmt: skip
            places |= filters
    html = fill("question_table.html", rows=rows, choices=_choices(sheet, rows))
    return Part(title="All questions", anchor=sheet.anchors.claim("all"), html=html, is_derived=True)


def _choices(sheet: Sheet, rows: list[_Row]) -> list[Choice]:
    """What the rows have of each column that can be filtered, where there are several values."""
    entries = sheet.graph.entries
    about = sorted({id for row in rows for id in row.question.about}, key=lambda other: sort_key(entries[other].title))
    helps = sorted({kind for row in rows for kind in row.question.help_wanted})
    found = [
        Choice("State", "state", "All states", [
            (state, state.replace("-", " ")) for state, some in sheet.site.listings.questions_by_state.items() if some
        ]),
        Choice("Review", "review", "All reviews", [
            (value(review), review) for review in sorted({row.question.review for row in rows if row.question.review})
        ]),
        Choice("Topic", "topic", "All topics", [
            (key, title or "No topic") for key, title in dict.fromkeys((row.topic_value, row.topic) for row in rows)
        ]),
        Choice("About", "about", "All entries", [
            (id, entries[id].title) for id in (about if len(about) <= _MOST_CHOICES else ())
        ]),
        Choice("Help wanted", "help", "All", [("any", "any help"), *((value(kind), kind) for kind in helps)]),
    ]  # fmt: skip
    return [choice for choice in found if len(choice.options) > 1]


def changed(question: Question) -> datetime.date | None:
    """The newest date that the question has."""
    answered = question.resolution.date if question.resolution else None
    dates = (question.state_date, question.review_date, answered)
    return max((date for date in dates if date), default=None)


def _help_wanted(sheet: Sheet) -> Part | None:
    """Questions that ask for help, under each kind of help."""
    kinds: dict[str, list[Question]] = {}
    for state in UNSETTLED:
        for question in sheet.site.listings.questions_by_state[state]:
            for kind in question.help_wanted:
                kinds.setdefault(kind, []).append(question)
    if not kinds:
        return None
    html = Markup("")
    for kind in sorted(kinds):
        anchor = sheet.anchors.claim(f"help-{kind}")
        name = kind[:1].upper() + kind[1:]
        html += heading(3, anchor, escape(name), is_derived=True)
        html += fill("questions_about.html", rows=[item(row(sheet, question)) for question in kinds[kind]])
    return Part(title="Help wanted", anchor=sheet.anchors.claim("help-wanted"), html=html, is_derived=True)


def _recently_answered(sheet: Sheet) -> Part | None:
    """The questions that were answered last, the newest first."""
    dated = [
        (date, question)
        for question in sheet.site.listings.questions_by_state["answered"]
        if (date := changed(question))
    ]
    if not dated:
        return None
    newest = sorted(dated, key=lambda pair: -pair[0].toordinal())[:_FEW]
    html = fill("questions_about.html", rows=[item(row(sheet, question)) for _, question in newest])
    anchor = sheet.anchors.claim("recently-answered")
    return Part(title="Recently answered", anchor=anchor, html=html, is_derived=True)


def _contested(sheet: Sheet) -> Part | None:
    """Entries whose meaning the field does not agree on."""
    found = [node.id for node in sheet.graph.entries.values() if node.parsed.fields.contested]
    if not found:
        return None
    html = fill("cards.html", items=sheet.stencils("card", found))
    return Part(title="Contested terms", anchor=sheet.anchors.claim("contested-terms"), html=html, is_derived=True)
