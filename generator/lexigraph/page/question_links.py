"""What a question is part of, consists of, depends on, what hangs on it: a picture, and the same in words."""

from itertools import groupby

from markupsafe import Markup, escape

from lexigraph.graph import Question
from lexigraph.page.anchors import heading
from lexigraph.page.markup import element, escaped, inline, quoted
from lexigraph.page.page import TocItem
from lexigraph.page.part import Part
from lexigraph.page.question_graph import question_graph
from lexigraph.page.question_lists import QuestionLink
from lexigraph.page.questions_about import address
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["dependencies"]


def dependencies(sheet: Sheet) -> Part | None:
    """The links to other questions, files and bullets, grouped by direction."""
    links = sheet.site.listings.questions.links(sheet.id)
    if not links:
        return None
    anchor = sheet.anchors.claim("dependencies")
    groups: list[tuple[Markup, list[Markup]]] = []
    toc: list[TocItem] = []
    for direction, found in groupby(links, key=lambda link: link.direction):
        at = sheet.anchors.claim(f"dependencies-{direction.key}")
        head = heading(3, at, escape(direction.heading), is_derived=True)
        groups.append((head, [_line(sheet, link) for link in found]))
        toc.append(TocItem(direction.heading, at, 3))
    html = question_graph(sheet, links, anchor) + fill("relations.html", groups=groups)
    return Part(
        title="Parts and dependencies", anchor=anchor, css="lx-connections", html=html, toc=tuple(toc), is_derived=True
    )  # fmt: skip


def _line(sheet: Sheet, link: QuestionLink) -> Markup:
    """The link as a sentence, with the state of the other question, the note, and what the other is about."""
    relation, other = link.relation, sheet.graph.questions[link.other]
    author = sheet.graph.entries[relation.author]
    elsewhere = {source.id: source for source in author.parsed.fields.sources} if author.id != sheet.id else None
    subject, words = escaped(sheet.entry.title), escaped(link.direction.words)
    target = f'<a href="{quoted(address(sheet, other))}">{escaped(other.text)}</a>'
    state = f'<span class="lx-state" data-state="{quoted(other.state)}">{escaped(other.status)}</span>'
    citation = sheet.citations.cite(relation.citation, elsewhere)
    note = f'<p class="lx-note">{inline(relation.note)}</p>' if relation.note else ""
    return element(
        f'<li><p class="lx-sentence"><span><b>{subject}</b> {words} </span>{target}{citation} {state}</p>'
        f"{note}{_about(sheet, other)}</li>"
    )


def _about(sheet: Sheet, question: Question) -> Markup:
    """What the question is about, as links."""
    links = Markup(", ").join(sheet.links(question.about))
    return Markup('<p class="lx-def">about {}</p>').format(links) if links else Markup("")
