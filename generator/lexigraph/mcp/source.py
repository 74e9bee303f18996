"""Where a server's graph comes from: loaded once, and again when its files have changed."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

from lexigraph.concept_graph import CannotLoad, ConceptGraph

__all__ = ["Source"]

_PAUSE = 2.0
"""Seconds after a look at the files in which nobody looks again."""


class Source:
    """A graph that follows its folder. That of a site is as it was when the server began.

    Safe for threads: one of them loads, and all others are given what was there before.
    """

    def __init__(self, graph: ConceptGraph, again: Callable[[], ConceptGraph]) -> None:
        """`again` loads the graph anew when the files it was read from have changed; while that is a `CannotLoad`,
        the last graph stays."""
        self._graph = graph
        self._again = again
        self._lock = Lock()
        self._state = self._seen()
        self._looked = time.monotonic()

    @property
    def graph(self) -> ConceptGraph:
        """The graph as its files are now, or were two seconds ago."""
        if time.monotonic() - self._looked > _PAUSE and self._lock.acquire(blocking=False):
            try:
                state = self._seen()
                if state != self._state:
                    self._graph, self._state = self._again(), state
            except CannotLoad:
                pass  # the folder is away while a branch is changed; what was known stays true
            finally:
                self._looked = time.monotonic()
                self._lock.release()
        return self._graph

    def _seen(self) -> tuple[tuple[str, int, int], ...]:
        source = self._graph.source
        return tuple(sorted(_files(Path(source)))) if isinstance(source, Path) else ()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of each file; links are not followed, hidden folders not looked into."""
    if folder.is_file():
        found = folder.stat()
        yield str(folder), found.st_size, found.st_mtime_ns
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(top, name)
            try:
                found = path.lstat()
            except OSError:  # gone since the folder was listed
                continue
            yield str(path), found.st_size, found.st_mtime_ns
