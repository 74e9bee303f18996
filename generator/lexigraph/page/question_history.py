"""What happened to a question: as its fields say, and as git knows the changes of its file."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.history import Change
from lexigraph.page.head import day
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["history"]

_MOST_CHANGES = 12
"""Changes of the file that are told, the newest; with more, how many were before."""
_WORDS = {
    "added": "Added to this collection", "raised": "Added to this collection", "changed": "Changed",
    "renamed": "Renamed", "removed": "Removed", "answered": "Answered",
}  # fmt: skip


class _Event(NamedTuple):
    order: tuple[int, int]
    """Day as a number, then place among those of one day."""
    date: Markup
    what: Markup
    said: str = ""


def history(sheet: Sheet) -> Part | None:
    """When it was raised, answered, reviewed and changed, the oldest first."""
    events = sorted((*_from_fields(sheet), *_from_git(sheet)), key=lambda event: event.order)
    if not events:
        return None
    html = fill("question_history.html", events=events)
    return Part(title="History", anchor=sheet.anchors.claim("history"), css="lx-history", html=html, is_derived=True)


def _from_fields(sheet: Sheet) -> Iterator[_Event]:
    """What the file says itself."""
    question, created = sheet.graph.questions[sheet.id], sheet.entry.parsed.fields.created
    raised = question.raised
    if raised is not None and raised.year:
        words = f"Raised by {raised.by}" if raised.by else "Raised"
        first = datetime.date(min(max(raised.year, datetime.MINYEAR), datetime.MAXYEAR), 1, 1)
        yield _Event((first.toordinal(), 0), escape(raised.year), escape(words))
    if created is not None and not sheet.site.history.of(sheet.entry.path):
        yield _on(created, 1, Markup("Written down here"))
    answer = question.resolution
    answered = answer.date if answer is not None and question.state == "answered" else None
    if question.state_date is not None and question.state_date != answered:
        state = question.state.replace("-", " ")
        yield _on(question.state_date, 2, Markup("State: {}").format(state))
    if question.review_date is not None and question.review:
        yield _on(question.review_date, 3, Markup("Review: {}").format(question.review))
    if answered is not None:
        yield _on(answered, 4, Markup("Answered"))


def _from_git(sheet: Sheet) -> Iterator[_Event]:
    """What git knows: every change of the file, with what it was about where that was looked into."""
    changes = sheet.site.history.of(sheet.entry.path)
    news = {(item.change.path, item.change.commit): item for item in sheet.site.news}
    if rest := changes[_MOST_CHANGES:]:
        number = "1 change" if len(rest) == 1 else f"{len(rest)} changes"
        yield _on(rest[0].date, 5, Markup("{} before, the first on {}").format(number, day(rest[-1].date)))
    for change in reversed(changes[:_MOST_CHANGES]):
        told = news.get((change.path, change.commit))
        words = _WORDS.get(told.kind if told else change.what, "Changed")
        yield _on(change.date, 5, _by(words, change), "; ".join(told.said) if told else "")


def _by(words: str, change: Change) -> Markup:
    return Markup("{} by {}").format(words, change.author) if change.author else escape(words)


def _on(date: datetime.date, place: int, what: Markup, said: str = "") -> _Event:
    return _Event((date.toordinal(), place), day(date), what, said)
