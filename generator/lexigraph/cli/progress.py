"""Progress of a long command on a terminal; nothing for a quick one, nothing elsewhere."""

import sys
import threading
import time
from typing import TYPE_CHECKING, Self

import click

from lexigraph.cli.shared import is_quiet

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Watch"]

_PATIENCE = 1.0
"""Seconds before anything is shown."""

_WORDS = {"fetch": "fetching", "parse": "reading", "pages": "writing pages"}


class Watch:
    """A stop watch that shows how far the command is, once it has taken a second.

    Used as a context manager, and called with the stage, what is done of it, and how much there is.
    """

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._is_shown = not is_quiet() and sys.stderr.isatty()
        context = click.get_current_context(silent=True)
        self._is_plain = True if context is None or context.color is False else None
        self._timer: threading.Timer | None = None
        self._progress: Progress | None = None
        self._stages: dict[str, tuple[int, int]] = {}
        self._tasks: dict[str, TaskID] = {}
        self._lock = threading.Lock()

    @property
    def seconds(self) -> float:
        """Since the watch was made."""
        return time.monotonic() - self._start

    def __enter__(self) -> Self:
        if self._is_shown:
            self._timer = threading.Timer(_PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._progress is not None:
            self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of how far the command is; 0 in all is an amount that nobody knows."""
        if not self._is_shown:
            return
        with self._lock:
            self._stages[stage] = (done, total)
            self._update(stage)

    def _show(self) -> None:
        """Begin to show it: only for who waits is the library loaded that does."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        progress = Progress(*columns, console=Console(stderr=True, no_color=self._is_plain), transient=True)
        with self._lock:
            self._progress = progress
            for stage in self._stages:
                self._update(stage)
            progress.start()

    def _update(self, stage: str) -> None:
        if self._progress is None:
            return
        done, total = self._stages[stage]
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(_WORDS.get(stage, stage), total=total or None)
        self._progress.update(self._tasks[stage], completed=done)
