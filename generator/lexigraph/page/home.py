"""The home page: what this knowledge base is, what it holds, where to start."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.page.body import body, body_with_lead
from lexigraph.page.head import day
from lexigraph.page.lifted import Slot
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.questions_about import item, row
from lexigraph.page.reading import timed
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.terms import terms
from lexigraph.page.topic import index_head
from lexigraph.query.news import News

__all__ = ["pages", "render", "title_of"]

_FEW = 5
"""Items of the short lists."""
_MANY = 12
"""Entries shown when there are no topics to lead to them."""


_FILES = (
    ("concepts.json", "the whole graph as JSON"), ("questions.json", "the open questions as JSON"),
    ("llms.txt", "llms.txt"), ("llms-full.txt", "all entries as one text"), ("objects.inv", "inventory for Sphinx"),
)  # fmt: skip
"""Files that every site with entries holds beside its pages, and what they are."""


class _Count(NamedTuple):
    number: int
    one: str
    many: str
    href: str


class _Topic(NamedTuple):
    title: str
    href: str
    line: str
    size: str
    """`12 entries`; empty when it holds none yet."""


def title_of(listings: Listings) -> str:
    """The title of the scheme, else of `index.md`, else the folder's name."""
    graph = listings.graph
    written = graph.pages.get("index.md")
    if graph.scheme.title:
        return graph.scheme.title
    if written is not None and written.title and written.title != written.stem:
        return written.title
    name = graph.root.name.replace("-", " ").replace("_", " ").strip()
    return f"{name[:1].upper()}{name[1:]}" or "Glossary"


def pages(listings: Listings) -> Iterator[Page]:
    """The one home page."""
    written = listings.graph.pages.get("index.md")
    yield Page(
        path="index.md", kind="home", title=title_of(listings),
        description=listings.graph.scheme.description or (written.definition if written else ""),
        source_path="index.md" if written else "",
    )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Head, then the parts that have something to show."""
    sheet = Sheet(page, site, site.graph.pages.get("index.md"))
    head = index_head(sheet, page.title, site.graph.scheme.description)
    return assemble(head, parts_of(sheet, _SLOTS), with_contents=False)


def text(sheet: Sheet) -> Part | None:
    """The text of `index.md`; its first paragraph is in the head when the scheme has no description."""
    return body_with_lead(sheet) if sheet.graph.scheme.description else body(sheet)


def find(sheet: Sheet) -> Part | None:
    """A button that opens the search; without JavaScript it leads to A–Z."""
    number = len(sheet.graph.entries)
    if not number:
        return None
    ways = [("Explore the map", sheet.special("explore")), ("See how two are related", sheet.special("path"))]
    html = fill("find.html", href=sheet.special("a-z"), number=number, ways=[way for way in ways if way[1]])
    return Part(html=html)


def counts(sheet: Sheet) -> Part | None:
    """How much there is of everything, each number a link to its list."""
    listings = sheet.site.listings
    found = [
        _Count(len(sheet.graph.entries), "entry", "entries", sheet.special("a-z")),
        _Count(len(listings.topics), "topic", "topics", f"#{sheet.own_anchor('topics')}"),
        _Count(len(listings.lessons), "lesson", "lessons", sheet.special("reading-order")),
        _Count(len(sheet.graph.questions), "question", "questions", sheet.special("questions")),
        _Count(len(listings.by_tag), "tag", "tags", sheet.special("tags")),
        _Count(len(sheet.graph.wanted), "wanted entry", "wanted entries", sheet.special("wanted")),
    ]
    shown = [(count.number, count.one if count.number == 1 else count.many, count.href) for count in found]
    shown = [count for count in shown if count[0]]
    html = fill("counts.html", counts=shown) + _link(sheet.special("statistics"), "All numbers")
    return Part(html=html) if shown else None


def topics(sheet: Sheet) -> Part | None:
    """Topics with one line each and the number of their entries."""
    listings = sheet.site.listings
    found = []
    for topic in listings.topics:
        number = len(listings.folders.get(topic, ()))
        written = sheet.graph.pages.get(f"{topic}/index.md")
        count = f"{number} {'entry' if number == 1 else 'entries'}" if number else ""
        line = written.definition if written else ""
        found.append(_Topic(listings.folder_title(topic), sheet.topic(topic), line, count))
    if not found:
        return None
    return Part(
        title="Topics", anchor=sheet.own_anchor("topics"), html=fill("topics.html", topics=found), is_derived=True
    )


def most_referred_to(sheet: Sheet) -> Part | None:
    """The entries that most refers to, where no topics lead to them."""
    listings = sheet.site.listings
    if listings.topics or not sheet.graph.entries:
        return None
    html = fill("cards.html", items=sheet.stencils("card", listings.by_importance[:_MANY]))
    return Part(title="Most referred to", anchor=sheet.anchors.claim("most-referred-to"), html=html, is_derived=True)


def where_to_start(sheet: Sheet) -> Part | None:
    """The lessons in order."""
    lessons = sheet.site.listings.lessons
    if not lessons:
        return None
    html = fill("read_first.html", before=timed(sheet, lessons, with_definitions=True), more=False)
    html += _link(sheet.special("reading-order"), "The whole reading order")
    return Part(title="Where to start", anchor=sheet.anchors.claim("where-to-start"), html=html, is_derived=True)


def open_questions(sheet: Sheet) -> Part | None:
    """The open questions on which most others hang; where none do, those with a page, which say more."""
    lists = sheet.site.listings.questions
    found = lists.unsettled
    if not found:
        return None
    with_page_first = sorted(found, key=lambda question: not question.entry)
    shown = {question.id: question for question in (*lists.most_depended_on, *with_page_first)}
    html = fill("questions_about.html", rows=[item(row(sheet, question)) for question in list(shown.values())[:_FEW]])
    html += _all(sheet, "questions", len(sheet.graph.questions), "questions")
    return Part(title="Open questions", anchor=sheet.anchors.claim("open-questions"), html=html, is_derived=True)


def most_wanted(sheet: Sheet) -> Part | None:
    """The names that most references ask for and that have no entry yet."""
    names = sheet.graph.wanted
    if not names:
        return None
    rows = [(name.name, sheet.special("wanted", name.anchor), len(name.references)) for name in names[:_FEW]]
    html = fill("most_wanted.html", names=rows) + _all(sheet, "wanted", len(names), "wanted entries")
    return Part(title="Most wanted", anchor=sheet.anchors.claim("most-wanted"), html=html, is_derived=True)


def recently_changed(sheet: Sheet) -> Part | None:
    """The entries that changed last, with what the change was about."""
    newest: dict[str, News] = {}
    for told in sheet.site.news:
        if told.entry and len(newest) < _FEW:
            newest.setdefault(told.entry, told)
    if not newest:
        return None
    rows = [(sheet.link(id), told.kind, told.said, day(told.date)) for id, told in newest.items()]
    html = fill("recently_changed.html", rows=rows) + _link(sheet.special("recent"), "All recent changes")
    anchor = sheet.anchors.claim("recently-changed")
    return Part(title="Recently changed", anchor=anchor, html=html, is_derived=True)


def recently_reviewed(sheet: Sheet) -> Part | None:
    """The entries that were reviewed last, where nothing tells what changed."""
    found = sheet.site.listings.reviewed[:_FEW]
    if not found or sheet.site.news:
        return None
    rows = [
        (sheet.link(node.id), day(node.parsed.fields.last_reviewed))
        for node in found
        if node.parsed.fields.last_reviewed
    ]
    html = fill("recently_reviewed.html", rows=rows)
    return Part(title="Recently reviewed", anchor=sheet.anchors.claim("recently-reviewed"), html=html, is_derived=True)


def take_part(sheet: Sheet) -> Part | None:
    """How to contribute, when the repository is known, and how to read the same from Python."""
    if not sheet.graph.entries:
        return None
    best = sheet.site.listings.by_importance[0]
    html = fill(
        "take_part.html", repo=sheet.site.repo_url, folder=sheet.graph.root.name or "content", example=best,
        files=[(sheet.site.addresses.file_href(sheet.page.path, path), words) for path, words in _files(sheet)],
    )  # fmt: skip
    return Part(title="Take part", anchor=sheet.anchors.claim("take-part"), html=html, is_derived=True)


def _files(sheet: Sheet) -> list[tuple[str, str]]:
    """Path and name of what a program reads instead of the pages."""
    return [*_FILES, *sheet.site.feeds]


def _link(href: str, words: str) -> Markup:
    """A link to more, where the site has the page."""
    return Markup('<p class="lx-more"><a href="{}">{}</a></p>\n').format(href, words) if href else Markup("")


def _all(sheet: Sheet, kind: str, number: int, words: str) -> Markup:
    """The link to the whole list, where the short one leaves something out."""
    if number <= _FEW:
        return Markup("")
    return _link(sheet.special(kind), f"All {number} {words}")


_SLOTS: tuple[Slot, ...] = (
    find, text, counts, topics, most_referred_to, where_to_start, open_questions, recently_changed, recently_reviewed,
    most_wanted, take_part, terms,
)  # fmt: skip
