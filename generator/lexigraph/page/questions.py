"""The index of all open questions: counts, what most hangs on, topics by states, one table, lists drawn from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.page.anchors import heading
from lexigraph.page.filters import fragment, value
from lexigraph.page.head import day
from lexigraph.page.listings import Listings
from lexigraph.page.markup import inline
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble
from lexigraph.page.question_table import question_table, topic_order, topic_value
from lexigraph.page.question_words import depended_on, reviews_due
from lexigraph.page.questions_about import item, row
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.topic import index_head

__all__ = ["pages", "render"]

_FEW = 10
"""Questions in the lists of those most depended on and of those recently answered."""


class _Count(NamedTuple):
    words: str
    fragment: str
    number: int


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when there are questions."""
    if listings.graph.questions:
        yield Page(
            path="questions.md", kind="questions", title="Open questions", is_listing=True,
            description="What nobody knows yet, by state and topic.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Counts, the questions most depended on, the matrix of topics and states, the table by state, other lists."""
    sheet = Sheet(page, site)
    head = index_head(sheet, page.title)
    head += fill("question_counts.html", counts=_counts(site), statistics=sheet.special("statistics"))
    made = (
        _most_depended_on(sheet), _due(sheet), _recently_answered(sheet), _matrix(sheet), question_table(sheet),
        _help_wanted(sheet), _contested(sheet),
    )  # fmt: skip
    return assemble(head, [part for part in made if part is not None])


def _counts(site: Site) -> list[_Count]:
    """All, those of each state, those of each review, those that ask for help, those that are due."""
    lists, questions = site.listings.questions, site.graph.questions.values()
    reviews = Counter(question.review for question in questions if question.review)
    found = [_Count("question" if len(questions) == 1 else "questions", fragment(state=""), len(questions))]
    found += [
        _Count(state.replace("-", " "), fragment(state=state), len(some)) for state, some in lists.by_state.items()
    ]
    found += [_Count(review, fragment(review=value(review)), reviews[review]) for review in sorted(reviews)]
    found.append(_Count("ask for help", fragment(help="any"), sum(bool(item.help_wanted) for item in questions)))
    found.append(_Count("due for review", fragment(standing="due"), len(lists.due)))
    return [count for count in found if count.number]


def _most_depended_on(sheet: Sheet) -> Part | None:
    """The questions whose answers would tell on most others, with how many these are."""
    lists = sheet.site.listings.questions
    found = [(question, (escape(depended_on(lists.facts[question.id])),)) for question in lists.most_depended_on[:_FEW]]
    return _list(sheet, "Most depended on", "most-depended-on", found)


def _due(sheet: Sheet) -> Part | None:
    """The questions that somebody should look at again, with the reasons."""
    found = [
        (question, tuple(reason[:1].upper() + reason[1:] for reason in reviews_due(sheet, question)))
        for question in sheet.site.listings.questions.due
    ]
    return _list(sheet, "Review due", "review-due", found)


def _recently_answered(sheet: Sheet) -> Part | None:
    """The questions that were answered last, the newest first, with their answers."""
    found = [
        (question, tuple(_answer(sheet, question)))
        for question in sheet.site.listings.questions.recently_answered[:_FEW]
    ]
    return _list(sheet, "Recently answered", "recently-answered", found)


def _answer(sheet: Sheet, question: Question) -> Iterator[Markup]:
    if question.resolution and question.resolution.answer:
        yield inline(question.resolution.answer)
    if changed := sheet.site.listings.questions.facts[question.id].changed:
        yield Markup("Answered {}.").format(day(changed))


def _list(
    sheet: Sheet, title: str, anchor: str, found: Iterable[tuple[Question, tuple[Markup, ...]]]
) -> Part | None:  # fmt: skip
    """Questions, each with what is said of it."""
    rows = [
        item(row(sheet, question)._replace(said=said, holds_up=0, waits_for=0, is_due=False))
        for question, said in found
    ]  # fmt: skip
    if not rows:
        return None
    html = fill("questions_about.html", rows=rows)
    return Part(title=title, anchor=sheet.anchors.claim(anchor), html=html, is_derived=True)


def _matrix(sheet: Sheet) -> Part | None:
    """Topics by states; every question is counted once, so that rows and columns add up."""
    lists, listings = sheet.site.listings.questions, sheet.site.listings
    by_state = {state: found for state, found in lists.by_state.items() if found}
    topics = sorted(lists.by_topic, key=lambda topic: topic_order(sheet, topic))
    if topics == [""]:
        return None
    rows = []
    for topic in topics:
        found = Counter(question.state for question in lists.by_topic[topic])
        key = topic_value(topic)
        cells = [(found[state], fragment(state=state, topic=key)) for state in by_state]
        title = listings.folder_title(topic) if topic else "No topic"
        rows.append((title, sheet.topic(topic) if topic else "", cells, (found.total(), fragment(topic=key))))
    totals = [(len(found), fragment(state=state)) for state, found in by_state.items()]
    html = fill(
        "question_matrix.html", states=list(by_state), rows=rows, totals=totals, total=len(sheet.graph.questions)
    )  # fmt: skip
    return Part(title="By topic", anchor=sheet.anchors.claim("by-topic"), html=html, is_derived=True)


def _help_wanted(sheet: Sheet) -> Part | None:
    """Unsettled questions that ask for help, under each kind of help."""
    kinds: dict[str, list[Question]] = {}
    for question in sheet.site.listings.questions.unsettled:
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


def _contested(sheet: Sheet) -> Part | None:
    """Entries whose meaning the field does not agree on."""
    found = [node.id for node in sheet.graph.entries.values() if node.parsed.fields.contested]
    if not found:
        return None
    html = fill("cards.html", items=sheet.stencils("card", found))
    return Part(title="Contested terms", anchor=sheet.anchors.claim("contested-terms"), html=html, is_derived=True)
