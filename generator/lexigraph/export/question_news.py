"""What happened to each question, and when: raised, settled or opened again, reviewed, changed.

The dates in its own file say it, and git where it is known.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import NamedTuple

from lexigraph.export.artifact import Export
from lexigraph.graph import Question
from lexigraph.history import Change

__all__ = ["Event", "question_events", "seconds_of"]

_STATES: Mapping[str, str] = MappingProxyType({
    "answered": "answered", "partially answered": "partially answered", "dissolved": "dissolved",
    "reopened": "opened again",
})  # fmt: skip
"""What `query.news` says of a state → what happened."""


class Event(NamedTuple):
    """Something that happened to a question."""

    seconds: int
    """Since 1970; the first of the day, in UTC, where only a day is known."""
    what: str
    """`raised`, `answered`, `partially answered`, `dissolved`, `opened again`, `reviewed`, `changed`."""
    author: str = ""
    """Who did it; empty where git does not say."""


def question_events(export: Export) -> Mapping[str, tuple[Event, ...]]:
    """Id of a question → what happened to it, newest first; those of which nothing is known are left out."""
    raised = {
        (item.change.path, id): Event(item.change.seconds, "raised", item.change.author)
        for item in reversed(export.news)
        for id in item.raised
    }
    found = {}
    for question in export.graph.questions.values():
        events = [*_dated(question), *(_of_file if question.entry else _of_bullet)(export, question, raised)]
        if events:
            found[question.id] = tuple(sorted(events, key=lambda event: (-event.seconds, event.what)))
    return found


def seconds_of(day: date) -> int:
    """The first second of the day in UTC, since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _dated(question: Question) -> Iterator[Event]:
    """What its own dates say."""
    answer = question.resolution.date if question.resolution and question.state == "answered" else None
    since = answer or question.state_date
    if since is not None:
        yield Event(seconds_of(since), "raised" if question.state == "open" else question.state.replace("-", " "))
    if question.review_date is not None:
        yield Event(seconds_of(question.review_date), "reviewed")


def _of_file(export: Export, question: Question, raised: Mapping[tuple[str, str], Event]) -> Iterator[Event]:
    """What happened to its file."""
    changes = export.history.of(question.path)
    for change in changes:
        yield Event(change.seconds, _what(export, change), change.author)
    created = export.graph.entries[question.entry].parsed.fields.created
    if not changes and created is not None:
        yield Event(seconds_of(created), "raised")


def _what(export: Export, change: Change) -> str:
    if change.what == "added":
        return "raised"
    news = export.news_of.get((change.path, change.commit))
    said = news.said if news is not None else ()
    return next((_STATES[words] for words in said if words in _STATES), "changed")


def _of_bullet(export: Export, question: Question, raised: Mapping[tuple[str, str], Event]) -> Iterator[Event]:
    """The change that raised it; before those that were looked into, its file's first."""
    changes = export.history.of(question.path)
    id = question.bullet.id if question.bullet is not None else question.id
    event = next((raised[change.path, id] for change in changes if (change.path, id) in raised), None)
    if event is None and changes and changes[-1].what == "added":
        event = Event(changes[-1].seconds, "raised", changes[-1].author)
    created = export.graph.entries[question.holder].parsed.fields.created
    if event is None and not changes and created is not None:
        event = Event(seconds_of(created), "raised")
    if event is not None:
        yield event
