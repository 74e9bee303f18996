"""The page of an open question that has a file of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import Question
from lexigraph.page.anchors import heading
from lexigraph.page.body import before_headings, under_headings
from lexigraph.page.colophon import cite, review, tagged
from lexigraph.page.contribute import contribute
from lexigraph.page.entry import page_of
from lexigraph.page.filters import filter_id, value
from lexigraph.page.head import day, definition
from lexigraph.page.lifted import Slot, exercises, faq, takeaways
from lexigraph.page.listings import Listings
from lexigraph.page.markup import element, inline
from lexigraph.page.mentioned_in import mentioned_in
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.question_history import history
from lexigraph.page.question_links import dependencies
from lexigraph.page.question_words import consequences
from lexigraph.page.questions_about import questions_about
from lexigraph.page.relations import compare, connections
from lexigraph.page.sheet import Sheet
from lexigraph.page.sources import sources
from lexigraph.page.template import fill
from lexigraph.page.terms import terms

__all__ = ["pages", "render"]

_DIRECTIONS = {"supports": "Supports", "opposes": "Opposes", "mixed": "Mixed"}
"""Directions of evidence, in words, in order of display."""


class _Evidence(NamedTuple):
    direction: str
    label: str
    note: Markup
    citation: Markup


class _Position(NamedTuple):
    head: Markup
    holders: str
    reasoning: Markup
    evidence: tuple[_Evidence, ...]


def pages(listings: Listings) -> Iterator[Page]:
    """One page per question that is a file."""
    return (page_of(node, "question") for node in listings.graph.entries.values() if node.kind == "question")


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    node = site.graph.entries[page.subject]
    sheet = Sheet(page, site, node.parsed, node.id)
    return assemble(_head(sheet), parts_of(sheet, _SLOTS))


def _question(sheet: Sheet) -> Question:
    return sheet.graph.questions[sheet.id]


def _head(sheet: Sheet) -> Markup:
    question = _question(sheet)
    topic = sheet.topic(sheet.entry.topic)
    crumbs = [(sheet.site.listings.folder_title(sheet.entry.topic), topic)] if topic else []
    if href := sheet.special("questions"):
        crumbs.append(("Questions", href))
    facts = sheet.site.listings.questions.facts[question.id]
    filters = {
        "state": sheet.special("questions", filter_id(state=question.state)),
        "review": sheet.special("questions", filter_id(review=value(question.review))),
    }
    return fill(
        "question_head.html", entry=sheet.entry, question=question, crumbs=crumbs, day=day, raised=_raised(sheet),
        definition=definition(sheet), is_due=facts.is_review_due, filters=filters,
        consequences=list(consequences(sheet, question)),
    )  # fmt: skip


def _raised(sheet: Sheet) -> Markup:
    raised = _question(sheet).raised
    if raised is None or not (raised.by or raised.year):
        return Markup("")
    words = "Raised" + (f" by {raised.by}" if raised.by else "") + (f" in {raised.year}" if raised.year else "")
    return Markup("{}{}.").format(words, sheet.citations.cite(raised.source))


def about(sheet: Sheet) -> Part | None:
    """What the question is about, as cards, each with the note that says how."""
    ids = _question(sheet).about
    if not ids:
        return None
    notes = {view.other: view.relation.note for view in sheet.graph.views(sheet.id, "about")}
    html = fill("cards.html", items=[_noted(sheet.stencil("card", id), notes.get(id, "")) for id in ids])
    return Part(title="About", anchor=sheet.anchors.claim("about"), html=html, is_derived=True)


def _noted(card: Markup, note: str) -> Markup:
    """The card, a list item, with the note at its end."""
    if not note:
        return card
    return element(card.strip().removesuffix("</li>")) + Markup('<p class="lx-note">{}</p></li>').format(inline(note))


def why_open(sheet: Sheet) -> Part | None:
    """Why nobody has answered it."""
    text = _question(sheet).why_open
    if not text:
        return None
    html = Markup("<p>{}</p>\n").format(inline(text))
    return Part(title="Why it is open", anchor=sheet.anchors.claim("why-it-is-open"), html=html)


def resolution(sheet: Sheet) -> Part | None:
    """The answer, when there is one."""
    question = _question(sheet)
    if question.resolution is None or question.state != "answered" or not question.resolution.answer:
        return None
    answer = question.resolution
    html = Markup("<p>{}{}</p>\n").format(inline(answer.answer), sheet.citations.cite(answer.source))
    if answer.date:
        html += Markup('<p class="lx-note">Answered {}.</p>\n').format(day(answer.date))
    return Part(title="Answer", anchor=sheet.anchors.claim("answer"), html=html)


def positions(sheet: Sheet) -> Part | None:
    """Answers that somebody holds, side by side, each with its evidence."""
    found = _question(sheet).positions
    if not found:
        return None
    rows: list[_Position] = []
    toc: list[TocItem] = []
    for position in found:
        claim = inline(position.claim or position.id)
        plain = claim.striptags()
        anchor = sheet.anchors.claim(position.id or plain[:60])
        toc.append(TocItem(plain, anchor, 3))
        evidence = [
            _Evidence(
                item.direction, _DIRECTIONS.get(item.direction, item.direction or "Evidence"), inline(item.note),
                sheet.citations.cite(item.source),
            )
            for item in position.evidence
        ]  # fmt: skip
        order = list(_DIRECTIONS)
        evidence.sort(key=lambda item: order.index(item.direction) if item.direction in order else len(order))
        between = "; " if any("," in holder for holder in position.held_by) else ", "
        holders = between.join(position.held_by)
        rows.append(_Position(heading(3, anchor, claim), holders, inline(position.reasoning), tuple(evidence)))
    html = fill("positions.html", positions=rows)
    return Part(title="Positions", anchor=sheet.anchors.claim("positions"), html=html, toc=tuple(toc))


def settle(sheet: Sheet) -> Part | None:
    """What evidence would settle it, and which kind of help is wanted."""
    question = _question(sheet)
    if not question.evidence_needed and not question.help_wanted:
        return None
    wanted = [(kind, sheet.special("questions", filter_id(help=value(kind)))) for kind in question.help_wanted]
    html = fill("settle.html", needed=[inline(text) for text in question.evidence_needed], wanted=wanted)
    return Part(title="What would settle it", anchor=sheet.anchors.claim("what-would-settle-it"), html=html)


def _connections(sheet: Sheet) -> Part | None:
    """Relations that are shown nowhere else, without a picture: the question has one of its own."""
    links = sheet.site.listings.questions.links(sheet.id)
    shown = {(link.direction.key, link.other) for link in links}
    about = {(view.direction.key, view.other) for view in sheet.graph.views(sheet.id, "about")}
    return connections(sheet, shown | about, has_picture=False)


_SLOTS: tuple[Slot, ...] = (
    resolution, before_headings, about, under_headings, why_open, positions, settle, dependencies, takeaways, compare,
    faq, _connections, questions_about, exercises, mentioned_in, history, contribute, sources, terms, tagged, cite,
    review,
)  # fmt: skip
