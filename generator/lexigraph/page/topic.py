"""The page of a topic: what was written about it, and what it holds."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from markupsafe import Markup, escape

from lexigraph.page.actions import Action, edit, suggest_entry
from lexigraph.page.anchors import heading
from lexigraph.page.body import body, join
from lexigraph.page.filters import filter_id, value
from lexigraph.page.lifted import Slot
from lexigraph.page.listings import Listings
from lexigraph.page.members import by_kind, plural
from lexigraph.page.page import Content, Page, Site, TocItem
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.questions_about import QuestionRow, item, row
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
        index_head(sheet, page.title, actions=(*_map(sheet), *edit(sheet), *suggest_entry(sheet, topic=page.subject))),
        parts_of(sheet, _SLOTS),
    )


def _map(sheet: Sheet) -> tuple[Action, ...]:
    """The map at the entries of the topic."""
    topic = sheet.page.subject
    href = sheet.special("explore") if sheet.site.listings.folders.get(topic) else ""
    return (Action("Show on the map", f"{href}#{urlencode({'topic': topic})}"),) if href else ()


def index_head(sheet: Sheet, title: str, description: str = "", actions: tuple[Action, ...] = ()) -> Markup:
    """The head of a page about no entry: its title, and its description, else the first paragraph of its file."""
    document = sheet.document
    written = document.prose.lead if document and not description else ()
    lead = join(sheet, "lead", written) if written else description
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


def entries(sheet: Sheet) -> Part | None:
    """The topic's entries by kind, with definitions."""
    groups = sheet.site.listings.grouped_by_kind(_members(sheet))
    return by_kind(sheet, "Entries", "entries", {kind: ids for kind, ids in groups.items() if kind not in _APART})


def comparisons_and_lessons(sheet: Sheet) -> Part | None:
    """Comparisons, lessons and disambiguations of the topic."""
    groups = sheet.site.listings.grouped_by_kind(_members(sheet))
    kinds = [kind for kind in ("comparison", "lesson", "disambiguation") if kind in groups]
    found: dict[str, Sequence[str]] = {kind: groups[kind] for kind in kinds}
    names = [plural(sheet, kind) for kind in found]
    title = " and ".join([", ".join(names[:-1]), names[-1].lower()]) if len(names) > 1 else "".join(names)
    return by_kind(sheet, title, "comparisons-and-lessons", found)


def questions(sheet: Sheet) -> Part | None:
    """The questions of the topic by state, each state with the link to all of it."""
    topic = sheet.page.subject
    found: dict[str, list[QuestionRow]] = {}
    for question in sheet.site.listings.questions.by_topic.get(topic, ()):
        found.setdefault(question.state, []).append(row(sheet, question))
    if not found:
        return None
    counts = [
        Markup('<a href="{}">{} {}</a>').format(
            sheet.special("questions", filter_id(state=state, topic=value(topic))), len(rows), state.replace("-", " ")
        )
        for state, rows in found.items()
    ]
    html = Markup('<p class="lx-count">{}</p>\n').format(Markup(", ").join(counts))
    toc: list[TocItem] = []
    for state, rows in found.items():
        words = state.replace("-", " ")
        at = sheet.anchors.claim(f"questions-{state}")
        if len(found) > 1:
            html += heading(3, at, escape(words[:1].upper() + words[1:]), is_derived=True)
            toc.append(TocItem(words[:1].upper() + words[1:], at, 3))
            rows = [shown._replace(state="") for shown in rows]
        html += fill("questions_about.html", rows=[item(shown) for shown in rows])
    number = sum(map(len, found.values()))
    href = sheet.special("questions", filter_id(topic=value(topic)))
    html += Markup('<p class="lx-more"><a href="{}">{} in the table of all questions</a></p>\n').format(
        href, "This one" if number == 1 else f"These {number}"
    )
    anchor = sheet.anchors.claim("open-questions")
    return Part(title="Open questions", anchor=anchor, html=html, toc=tuple(toc), is_derived=True)


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


_SLOTS: tuple[Slot, ...] = (
    body, start_with, entries, comparisons_and_lessons, questions, neighbours, sources, terms,
)  # fmt: skip
