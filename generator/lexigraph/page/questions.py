"""The index of all open questions: by state, by topic, in one table."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.names import sort_key
from lexigraph.page.anchors import heading
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble
from lexigraph.page.questions_about import address, item, row
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.topic import index_head

__all__ = ["pages", "render"]


class _Row(NamedTuple):
    text: str
    href: str
    anchor: str
    """Of the first row of a state and topic; empty for the others."""
    about: list[Markup]
    topic: str
    review: str
    holds_up: int
    help_wanted: str


class _Cell(NamedTuple):
    number: int
    href: str


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
    by_state = {state: found for state, found in site.listings.questions_by_state.items() if found}
    anchors = {state: sheet.anchors.claim(state) for state in by_state}
    counts = [(state, anchors[state], len(found)) for state, found in by_state.items()]
    tables = [_table(sheet, state, found, anchors[state]) for state, found in by_state.items()]
    head = index_head(sheet, page.title) + fill("question_counts.html", counts=counts, total=len(site.graph.questions))
    parts = [_matrix(sheet, by_state), *tables, _help_wanted(sheet), _contested(sheet)]
    return assemble(head, [part for part in parts if part is not None])


def _topic_order(sheet: Sheet, topic: str) -> tuple[object, ...]:
    return not topic, sort_key(sheet.site.listings.folder_title(topic)) if topic else ""


def _place(state: str, topic: str) -> str:
    """Fragment of the first question of that state and topic."""
    return f"{state}/{topic}"


def _matrix(sheet: Sheet, by_state: dict[str, tuple[Question, ...]]) -> Part | None:
    """Topics by states; every question is counted once, so that rows and columns add up."""
    listings = sheet.site.listings
    topics = sorted(listings.questions_by_topic, key=lambda topic: _topic_order(sheet, topic))
    if topics == [""]:
        return None
    rows = []
    for topic in topics:
        found = Counter(question.state for question in listings.questions_by_topic[topic])
        numbers = [found[state] for state in by_state]
        cells = [
            _Cell(number, f"#{_place(state, topic)}" if number else "")
            for state, number in zip(by_state, numbers, strict=True)
        ]
        title = listings.folder_title(topic) if topic else "No topic"
        rows.append((title, sheet.topic(topic) if topic else "", cells, sum(numbers)))
    totals = [len(found) for found in by_state.values()]
    html = fill("question_matrix.html", states=list(by_state), rows=rows, totals=totals, total=sum(totals))
    return Part(title="By topic", anchor=sheet.anchors.claim("by-topic"), html=html, is_derived=True)


def _table(sheet: Sheet, state: str, found: tuple[Question, ...], anchor: str) -> Part:
    """The questions of one state by topic, those that hold up most others first."""
    listings = sheet.site.listings
    rows: list[_Row] = []
    places: set[str] = set()
    for question in sorted(found, key=lambda item: _topic_order(sheet, listings.question_topic(item))):
        topic = listings.question_topic(question)
        place = _place(state, topic)
        rows.append(
            _Row(
                question.text, address(sheet, question), "" if place in places else place, sheet.links(question.about),
                listings.folder_title(topic) if topic else "", question.review, listings.holds_up(question),
                ", ".join(question.help_wanted),
            )
        )  # fmt: skip
        places.add(place)
    words = state.replace("-", " ")
    html = fill("question_table.html", rows=rows, words=words)
    return Part(title=words[:1].upper() + words[1:], anchor=anchor, html=html, is_derived=True)


def _help_wanted(sheet: Sheet) -> Part | None:
    """Questions that ask for help, under each kind of help."""
    kinds: dict[str, list[Question]] = {}
    for found in sheet.site.listings.questions_by_state.values():
        for question in found:
            for kind in question.help_wanted if question.state in ("open", "partially-answered") else ():
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
