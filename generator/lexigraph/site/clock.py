"""The time a build takes for now: a build never reads the clock, so two of them give equal bytes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from lexigraph.graph import Graph
from lexigraph.history import History

__all__ = ["build_time", "epoch_set_to"]

_EPOCH = "SOURCE_DATE_EPOCH"


def build_time(graph: Graph, history: History) -> int | None:
    """Seconds since 1970, UTC: `SOURCE_DATE_EPOCH`, else the last commit that touched the content folder, else the
    newest date in the content; None when nothing has a date.

    Raises:
        ValueError: `SOURCE_DATE_EPOCH` is not a whole number that is a date.

    Source: reproducible-builds.org/specs/source-date-epoch.
    """
    given = os.environ.get(_EPOCH)
    if given:
        try:
            datetime.fromtimestamp(int(given), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise ValueError(f"{_EPOCH} is not a date in seconds since 1970: {given!r}") from error
        return int(given)
    if history.seconds is not None:
        return history.seconds
    newest = max(_dates(graph), default=None)
    return None if newest is None else int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


@contextmanager
def epoch_set_to(seconds: int) -> Iterator[None]:
    """Let everything in the process that asks for the time of the build (MkDocs, Material) get this one."""
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before


def _dates(graph: Graph) -> Iterator[date]:
    for node in graph.entries.values():
        fields = node.parsed.fields
        yield from (day for day in (fields.created, fields.last_reviewed) if day is not None)
    for question in graph.questions.values():
        yield from (day for day in (question.state_date, question.review_date) if day is not None)
