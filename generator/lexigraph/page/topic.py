"""The page of a topic: what was written about it, and what it holds."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.page.actions import Action, edit, suggest_entry
from lexigraph.page.anchors import heading
from lexigraph.page.body import body, join
from lexigraph.page.lifted import Slot
from lexigraph.page.listings import Listings
from lexigraph.page.markup import element
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.questions_about import item, row
from lexigraph.page.sheet import Sheet
from lexigraph.page.sources import sources
from lexigraph.page.template import fill
from lexigraph.page.terms import terms

__all__ = ["index_head", "pages", "render"]

_APART = ("comparison", "lesson", "question", "disambiguation")
"""Kinds that are not listed among the entries: they are about entries."""


def pages(listings: Listings) -> Iterator[Page]:
    """One page per topic, and one per deeper folder that has a text of its own."""
    graph = listings.graph
    deeper = [path.removesuffix("/index.md") for path in graph.pages if path.count("/") > 1]
    for folder in (*listings.topics, *sorted(deeper)):
        path = f"{folder}/index.md"
        written = graph.pages.get(path)
        yield Page(
            path=path, kind="topic", title=listings.folder_title(folder), subject=folder,
            description=written.definition if written else "", source_path=path if written else "",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    sheet = Sheet(page, site, site.graph.pages.get(f"{page.subject}/index.md"))
    return assemble(
        index_head(sheet, page.title, actions=(*edit(sheet), *suggest_entry(sheet, topic=page.subject))),
        parts_of(sheet, _SLOTS),
    )


def index_head(sheet: Sheet, title: str, description: str = "", actions: tuple[Action, ...] = ()) -> Markup:
    """The head of a page about no entry: its title, and its description, else the first paragraph of its file."""
    document = sheet.document
    lead = join(sheet, "lead", document.lead) if document and document.lead and not description else description
    return fill("index_head.html", title=title, lead=lead, actions=actions)


def _members(sheet: Sheet) -> tuple[str, ...]:
    return sheet.site.listings.folders.get(sheet.page.subject, ())


def start_with(sheet: Sheet) -> Part | None:
    """Entries that require nothing else in the topic and that others in it require, in order of title."""
    members = frozenset(_members(sheet))
    graph = sheet.graph
    first = [
        id for id in _members(sheet)
        if any(view.other in members for view in graph.views(id, "required_for"))
        and not any(view.other in members for view in graph.views(id, "requires"))
    ]  # fmt: skip
    if not first:
        return None
    html = fill("cards.html", items=sheet.stencils("card", first))
    return Part(title="Start with", anchor=sheet.anchors.claim("start-with"), html=html, is_derived=True)


class _KindGroup(NamedTuple):
    head: Markup
    rows: list[Markup]


def entries(sheet: Sheet) -> Part | None:
    """The topic's entries by kind, with definitions."""
    by_kind = sheet.site.listings.grouped_by_kind(_members(sheet))
    return _by_kind(sheet, "Entries", "entries", [kind for kind in by_kind if kind not in _APART])


def comparisons_and_lessons(sheet: Sheet) -> Part | None:
    """Comparisons, lessons and disambiguations of the topic."""
    by_kind = sheet.site.listings.grouped_by_kind(_members(sheet))
    kinds = [kind for kind in ("comparison", "lesson", "disambiguation") if kind in by_kind]
    names = [_plural(sheet, kind) for kind in kinds]
    title = " and ".join([", ".join(names[:-1]), names[-1].lower()]) if len(names) > 1 else "".join(names)
    return _by_kind(sheet, title, "comparisons-and-lessons", kinds)


def _by_kind(sheet: Sheet, title: str, anchor: str, kinds: Sequence[str]) -> Part | None:
    if not kinds:
        return None
    by_kind = sheet.site.listings.grouped_by_kind(_members(sheet))
    groups: list[_KindGroup] = []
    toc: list[TocItem] = []
    for kind in kinds:
        plural = _plural(sheet, kind)
        at = sheet.anchors.claim(plural)
        head = heading(3, at, escape(plural), is_derived=True) if len(kinds) > 1 else Markup("")
        groups.append(_KindGroup(head, [element(f"<li>{row}</li>") for row in sheet.stencils("member", by_kind[kind])]))
        toc.append(TocItem(plural, at, 3))
    html = fill("entries.html", groups=groups)
    return Part(
        title=title, anchor=sheet.anchors.claim(anchor), html=html, toc=tuple(toc) if len(kinds) > 1 else (),
        is_derived=True,
    )  # fmt: skip


def questions(sheet: Sheet) -> Part | None:
    """The questions of the topic by state."""
    known = sheet.site.listings.questions_by_topic.get(sheet.page.subject, ())
    found = [item(row(sheet, question)) for question in known]
    if not found:
        return None
    html = fill("questions_about.html", rows=found)
    return Part(title="Open questions", anchor=sheet.anchors.claim("open-questions"), html=html, is_derived=True)


def neighbours(sheet: Sheet) -> Part | None:
    """Other topics, with the number of relations to them."""
    listings = sheet.site.listings
    found = [
        (listings.folder_title(topic), sheet.topic(topic), count)
        for topic, count in listings.neighbouring_topics.get(sheet.page.subject, ())
    ]
    if not found:
        return None
    html = fill("neighbours.html", topics=found)
    return Part(title="Neighbouring topics", anchor=sheet.anchors.claim("neighbours"), html=html, is_derived=True)


def _plural(sheet: Sheet, kind: str) -> str:
    known = sheet.graph.vocabulary.kind(kind)
    return known.plural if known else kind


_SLOTS: tuple[Slot, ...] = (
    body, start_with, entries, comparisons_and_lessons, questions, neighbours, sources, terms,
)  # fmt: skip
