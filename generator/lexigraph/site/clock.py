"""The time a build takes for now: a build never reads the clock, so two of them give equal bytes."""

import os
import subprocess  # git is asked for one date; its arguments are constants
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from lexigraph.graph import Graph

__all__ = ["build_time", "epoch_set_to"]

_EPOCH = "SOURCE_DATE_EPOCH"


def build_time(graph: Graph) -> int | None:
    """Seconds since 1970, UTC: `SOURCE_DATE_EPOCH`, else the last commit that touched the content folder, else the
    newest date in the content; None when nothing has a date.

    Raises:
        ValueError: `SOURCE_DATE_EPOCH` is not a whole number that is a date.

    Source: reproducible-builds.org/specs/source-date-epoch.
    """
    given = os.environ.get(_EPOCH)
    if given:
        datetime.fromtimestamp(int(given), UTC)
        return int(given)
    committed = _last_commit(graph.root)
    if committed is not None:
        return committed
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


def _last_commit(folder: Path) -> int | None:
    """Committer's date of the last commit that touched the folder; None without git, commits or a work tree.

    The folder may be anybody's: settings of its repository that start programs are switched off.
    """
    command = [
        "git", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
        "log", "-1", "--no-ext-diff", "--no-textconv", "--format=%ct", "--", ".",
    ]  # fmt: skip
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        run = subprocess.run(  # noqa: S603  constant arguments, no shell
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    answer = run.stdout.strip()
    return int(answer) if run.returncode == 0 and answer.isdigit() else None


def _dates(graph: Graph) -> Iterator[date]:
    for node in graph.entries.values():
        fields = node.parsed.fields
        yield from (day for day in (fields.created, fields.last_reviewed) if day is not None)
    for question in graph.questions.values():
        yield from (day for day in (question.state_date, question.review_date) if day is not None)
