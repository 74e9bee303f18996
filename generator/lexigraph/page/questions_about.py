"""Open questions about an entry, and rows of questions as every page shows them."""

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.page.body import join
from lexigraph.page.lifted import lifted
from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.parse.inline import inline_html
from lexigraph.query.questions import narrower_entries, narrower_questions

__all__ = ["QuestionRow", "address", "item", "questions_about", "row"]


_BLOCK = re.compile(r"<(?:p|ul|ol|dl|pre|div|table|blockquote|figure|h[1-6]|hr|math display)\b")


class QuestionRow(NamedTuple):
    """A question as a list shows it."""

    text: Markup
    """The question, as a link unless this is its own place."""
    state: str
    """Key of the state; empty in a list whose heading names it."""
    review: str
    """disputed or stale; empty otherwise."""
    anchor: str
    """Fragment, where this row is the bullet's own place; empty elsewhere."""
    about: tuple[Markup, ...]
    """Titles of the entries as links."""
    is_due: bool
    """Whether its review is due."""
    holds_up: int
    """How many unsettled questions depend on it."""
    waits_for: int
    """How many unsettled questions it waits for."""
    settle: Markup
    """What would settle it, on the pages of what it is about; empty elsewhere."""
    said: tuple[Markup, ...] = ()
    """Sentences about it."""
    links: tuple[tuple[str, Markup], ...] = ()
    """At a bullet's own place: heading of a link to other questions, and these as links."""

    @property
    def has_facts(self) -> bool:
        """Whether there is a line about it below its text."""
        return bool(self.state or self.review or self.is_due or self.about or self.waits_for or self.holds_up)

    @property
    def is_long(self) -> bool:
        """Whether it is more than one paragraph of text."""
        return _BLOCK.search(self.text) is not None


def address(sheet: Sheet, question: Question) -> str:
    """The link to the question: its page, or its place on the entry that holds it."""
    entries = sheet.graph.entries
    if question.entry:
        return sheet.href(entries[question.entry].path)
    anchor = question.bullet.anchor if question.bullet else ""
    return sheet.href(entries[question.holder].path, anchor)


def row(sheet: Sheet, question: Question, *, without_about: str = "") -> QuestionRow:
    """The question as a row; `without_about` names an entry that need not be repeated."""
    facts = sheet.site.listings.questions.facts[question.id]
    return QuestionRow(
        text=element(f'<a href="{quoted(address(sheet, question))}">{escaped(question.text)}</a>'),
        state=question.state,
        review=question.review if question.review in ("disputed", "stale") else "",
        anchor="",
        about=tuple(sheet.links(id for id in question.about if id != without_about)),
        is_due=facts.is_review_due,
        holds_up=sheet.site.listings.questions.held_up(question),
        waits_for=facts.waiting.count,
        settle=Markup(""),
    )


def item(shown: QuestionRow) -> Markup:
    """The row as a list item."""
    return fill("question_row.html", item=shown)


def questions_about(sheet: Sheet) -> Part | None:
    """The questions about the entry, with those that stand in it at their own place."""
    graph = sheet.graph
    known = [graph.questions[id] for id in graph.questions_about.get(sheet.id, ())]
    rows = [item(_row_here(sheet, question)) for question in known]
    html = fill("questions_about.html", rows=rows) if rows else Markup("")
    html += _in_narrower(sheet)
    anchors = tuple(item.anchor for item in sheet.entry.parsed.questions)
    return lifted(sheet, "questions", "Open questions", "", html, anchors=anchors)


def _row_here(sheet: Sheet, question: Question) -> QuestionRow:
    """The row on the entry's own page: a bullet that stands in it is shown as it was written there."""
    needed = element(" ".join(_sentence(inline_html(text)) for text in question.evidence_needed))
    shown = row(sheet, question, without_about=sheet.id)._replace(settle=needed)
    if question.holder != sheet.id or question.bullet is None:
        return shown
    bullet = question.bullet
    if question.entry:
        return shown._replace(anchor=bullet.anchor)
    number = sheet.entry.parsed.questions.index(bullet)
    text = join(sheet, f"question/{number}", sheet.entry.parsed.prose.questions[number]) or escape(question.text)
    return shown._replace(anchor=bullet.anchor, text=text, links=_links(sheet, question))


def _links(sheet: Sheet, question: Question) -> tuple[tuple[str, Markup], ...]:
    """The bullet's links to other questions, by heading of their direction."""
    found: dict[str, list[Markup]] = {}
    for link in sheet.site.listings.questions.links(question.id):
        other = sheet.graph.questions[link.other]
        shown = element(f'<a href="{quoted(address(sheet, other))}">{escaped(other.text)}</a>')
        found.setdefault(link.direction.heading, []).append(shown)
    return tuple((heading, Markup(" ").join(links)) for heading, links in found.items())


def _sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a sign."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _in_narrower(sheet: Sheet) -> Markup:
    """How many more questions are about what stands below this entry, and where they are asked."""
    graph = sheet.graph
    more = frozenset(narrower_questions(graph, sheet.id))
    if not more:
        return Markup("")
    asked = [
        other
        for other in narrower_entries(graph, sheet.id)
        if not more.isdisjoint(graph.questions_about.get(other, ()))
    ]
    return fill("questions_below.html", number=len(more), links=sheet.links(asked))
