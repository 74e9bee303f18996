"""What to read before an entry and after it; a lesson's place among the lessons."""

from collections.abc import Iterable

from markupsafe import Markup

from lexigraph.page.markup import element
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.query.reading_order import in_reading_order, prerequisites

__all__ = [
    "pager_above", "pager_below", "place_among_lessons", "read_first", "reading_order", "timed", "understand_first",
]  # fmt: skip

_FEW = 4
"""Entries to understand first that stand under the definition."""
_MOST = 12
"""Entries to read first that a page lists; of more, it lists those that the entry itself requires."""


def reading_order(sheet: Sheet) -> Part | None:
    """What to read first, in order, with reading time; what the entry leads on to."""
    after = sheet.others("required_for")
    before = _before(sheet)
    if not before and not after:
        return None
    html = fill(
        "reading_order.html", before=timed(sheet, before), more=_has_more(sheet),
        after=[element(f"<li>{link}</li>") for link in sheet.links(after)],
    )  # fmt: skip
    anchor = sheet.own_anchor("reading-order")
    return Part(title="Reading order", anchor=anchor, css="lx-order", html=html, is_derived=True)


def understand_first(sheet: Sheet) -> Markup:
    """The entries that this one requires, as links in one line that leads to the whole reading order; may be empty."""
    direct = sheet.others("requires")
    if not direct:
        return Markup("")
    at = sheet.own_anchor("reading-order")
    links = Markup(", ").join(
        Markup('<a data-lx="{}" href="{}">{}</a>').format(card.id, card.href, card.title)
        for card in sheet.cards(direct[:_FEW])
    )
    more = len(direct) - _FEW
    rest = Markup(' and <a href="#{}">{} more</a>').format(at, more) if more > 0 else ""
    return Markup('<a href="#{}">Understand first</a>: {}{}').format(at, links, rest)


def read_first(sheet: Sheet) -> Part | None:
    """What to read before a lesson, with definitions; before its text, and not repeated after it."""
    before = _before(sheet)
    if not before:
        return None
    html = fill("read_first.html", before=timed(sheet, before, with_definitions=True), more=_has_more(sheet))
    return Part(
        title="Read first", anchor=sheet.anchors.claim("read-first"), css="lx-order", html=html, is_derived=True
    )  # fmt: skip


def place_among_lessons(sheet: Sheet) -> Markup:
    """The lesson's number among all, and how long it takes to read."""
    lessons = sheet.site.listings.lessons
    minutes = sheet.site.listings.minutes(sheet.id)
    return Markup('<a href="{}">Lesson {} of {}</a> · {} to read').format(
        sheet.special("reading-order"), lessons.index(sheet.id) + 1, len(lessons),
        "1 minute" if minutes == 1 else f"{minutes} minutes",
    )  # fmt: skip


def pager_above(sheet: Sheet) -> Part | None:
    """The lessons before and after this one, at the top."""
    return _pager(sheet, "Lessons")


def pager_below(sheet: Sheet) -> Part | None:
    """The lessons before and after this one, at the end."""
    return _pager(sheet, "Where to go next")


def _pager(sheet: Sheet, label: str) -> Part | None:
    lessons = sheet.site.listings.lessons
    at = lessons.index(sheet.id)
    if len(lessons) < 2:
        return None
    before = sheet.card(lessons[at - 1]) if at else None
    after = sheet.card(lessons[at + 1]) if at + 1 < len(lessons) else None
    return Part(html=fill("pager.html", before=before, after=after, label=label))


def _before(sheet: Sheet) -> tuple[str, ...]:
    direct = sheet.others("requires")
    if not direct:
        return ()
    every = prerequisites(sheet.graph, sheet.id, limit=_MOST)
    return in_reading_order(sheet.graph, direct if every is None else every)


def _has_more(sheet: Sheet) -> bool:
    """Whether what is listed presupposes more than is listed."""
    return bool(sheet.others("requires")) and prerequisites(sheet.graph, sheet.id, limit=_MOST) is None


def timed(sheet: Sheet, ids: Iterable[str], *, with_definitions: bool = False) -> list[Markup]:
    """The entries as list items with the time it takes to read each."""
    entries, minutes = sheet.graph.entries, sheet.site.listings.minutes
    return [
        fill(
            "timed.html", link=sheet.link(id), minutes=minutes(id),
            definition=entries[id].definition if with_definitions else "",
        )
        for id in ids
    ]  # fmt: skip
