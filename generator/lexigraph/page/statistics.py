"""How much there is of everything, and how the questions fared over the years. All numbers come from `query`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.page.filters import filter_id, value
from lexigraph.page.listings import Listings
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import Part, assemble, parts_of
from lexigraph.page.sheet import Sheet
from lexigraph.page.state_chart import SHOWN, state_chart
from lexigraph.page.template import fill
from lexigraph.page.topic import index_head
from lexigraph.query.review_ages import review_ages

__all__ = ["pages", "render"]

_OTHERS = (("not_yet_raised", "Not yet raised"), ("undated", "Date unknown"))
"""Columns of the table over time that the chart leaves out, with their names."""
_AGES = {90: "in the last 90 days", 365: "91 days to a year ago", 730: "one to two years ago"}


class _Row(NamedTuple):
    name: Markup
    number: int
    share: int
    """Of the greatest number in the table, in percent, rounded up."""


def pages(listings: Listings) -> Iterator[Page]:
    """One page, when there are entries."""
    if listings.graph.entries:
        yield Page(
            path="statistics.md", kind="statistics", title="Statistics", is_listing=True,
            description="How much there is of everything, and how the questions fared over the years.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """Counts, questions over time, then entries, relations and reviews in tables that add up."""
    sheet = Sheet(page, site)
    head = index_head(sheet, page.title, page.description) + fill("counts.html", counts=_counts(sheet))
    made = parts_of(sheet, (_over_time, _by_state, _by_kind, _by_topic, _by_status, _relations, _reviews))
    return assemble(head, made)


def _counts(sheet: Sheet) -> list[tuple[int, str, str]]:
    graph = sheet.graph
    found = [
        (len(graph.entries), "entry", "entries", sheet.special("a-z")),
        (len(graph.relations), "relation", "relations", f"#{sheet.own_anchor('relations')}"),
        (len(graph.questions), "question", "questions", sheet.special("questions")),
        (len(graph.wanted), "wanted entry", "wanted entries", sheet.special("wanted")),
    ]
    return [(number, one if number == 1 else many, href) for number, one, many, href in found if number]


def _over_time(sheet: Sheet) -> Part | None:
    """Questions by state at the end of each year; only when some question has a date."""
    counts = sheet.site.listings.questions.over_time
    if len(counts) < 2:
        return None
    columns = [(key, name) for key, name in (*SHOWN, *_OTHERS) if any(getattr(row, key) for row in counts)]
    rows = [(row.year or "Now", [getattr(row, key) for key, _ in columns], row.total) for row in counts]
    html = state_chart(counts) + fill("state_counts.html", columns=[name for _, name in columns], rows=rows)
    anchor = sheet.anchors.claim("questions-over-time")
    return Part(title="Questions over time", anchor=anchor, html=html, is_derived=True)


def _by_state(sheet: Sheet) -> Part | None:
    names = {
        state: _link(sheet.special("questions", filter_id(state=state)), state.replace("-", " ").capitalize())
        for state in sheet.site.listings.questions.by_state
    }
    return _table(sheet, "Questions by state", "State", "questions_by_state", names)


def _by_kind(sheet: Sheet) -> Part | None:
    labels = {kind.key: kind.label for kind in sheet.graph.vocabulary.kinds}
    names = {
        kind: _link(sheet.special("a-z", filter_id(kind=value(kind))), labels.get(kind, kind))
        for kind in sheet.site.listings.by_kind
    }
    return _table(sheet, "Entries by kind", "Kind", "by_kind", names, whole=len(sheet.graph.entries))


def _by_topic(sheet: Sheet) -> Part | None:
    listings = sheet.site.listings
    names = {topic: _link(sheet.topic(topic), listings.folder_title(topic)) for topic in listings.topics}
    return _table(sheet, "Entries by topic", "Topic", "by_topic", names, "No topic", whole=len(sheet.graph.entries))


def _by_status(sheet: Sheet) -> Part | None:
    names = {status: escape(status.capitalize()) for status in sheet.site.listings.tallies["by_status"]}
    return _table(sheet, "Entries by status", "Status", "by_status", names, "Not said", whole=len(sheet.graph.entries))


def _relations(sheet: Sheet) -> Part | None:
    """Relations as written, each counted once, under the words of both directions."""
    directions = sheet.graph.vocabulary.directions
    names = {}
    for type in sheet.graph.vocabulary.relations:
        opposite = directions[directions[type.key].opposite]
        words = type.words if type.symmetric else f"{type.words} · {opposite.words}"
        names[type.key] = escape(words)
    return _table(sheet, "Relations", "Relation", "relations_by_kind", names)


def _reviews(sheet: Sheet) -> Part | None:
    """Entries by the age of their last review on the day of the build."""
    if sheet.site.today is None:
        return None
    ages = review_ages(sheet.graph, sheet.site.today)
    found = [(_AGES[days], number) for days, number in ages.within]
    found += [("longer ago", ages.older), ("never", ages.never)]
    rows = _rows([(escape(words[:1].upper() + words[1:]), number) for words, number in found])
    return _part(sheet, "Last reviewed", "Reviewed", rows)


def _table(
    sheet: Sheet, title: str, column: str, tally: str, names: Mapping[str, Markup], rest: str = "", *, whole: int = 0
) -> Part | None:  # fmt: skip
    """The tally in order of `names`, then what has none of them; `rest` names what it leaves out of `whole`."""
    counts = sheet.site.listings.tallies[tally]
    found = [(name, counts.get(key, 0)) for key, name in names.items()]
    found += [(escape(key), number) for key, number in counts.items() if key not in names]
    if rest:
        found.append((escape(rest), whole - sum(counts.values())))
    return _part(sheet, title, column, _rows(found))


def _rows(found: Iterable[tuple[Markup, int]]) -> list[_Row]:
    counted = [(name, number) for name, number in found if number]
    most = max((number for _, number in counted), default=1)
    return [_Row(name, number, -(-100 * number // most)) for name, number in counted]


def _part(sheet: Sheet, title: str, column: str, rows: list[_Row]) -> Part | None:
    if not rows:
        return None
    html = fill("tally.html", column=column, rows=rows, total=sum(row.number for row in rows))
    anchor = sheet.own_anchor(title.lower().replace(" ", "-"))
    return Part(title=title, anchor=anchor, html=html, is_derived=True)


def _link(href: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, words) if href else escape(words)
