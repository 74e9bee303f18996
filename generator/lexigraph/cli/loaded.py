"""The graph that a verb works on, with its progress shown."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.cli.progress import Watch

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["loaded"]


def loaded(content: Path, overlay: Mapping[str, bytes | None] | None = None) -> "Graph":
    """The graph of the folder; or, unseen, that with these texts in place of those on disk."""
    from lexigraph.loading import load_graph

    workers = os.cpu_count() or 1
    if overlay is not None:
        return load_graph(content, cached_as=content, workers=workers, overlay=overlay)
    with Watch() as watch:
        return load_graph(content, cached_as=content, workers=workers, progress=watch)
