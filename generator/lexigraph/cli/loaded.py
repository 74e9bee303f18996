"""The graph that a verb works on, with its progress shown."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.cli.folder import site_address
from lexigraph.cli.progress import Watch

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["loaded"]


def loaded(content: Path, overlay: Mapping[str, bytes | None] | None = None) -> "Graph":
    """The graph of the folder; or, unseen, that with these texts in place of those on disk."""
    from lexigraph.loading import load_graph

    workers, address = os.cpu_count() or 1, site_address(content)
    if overlay is not None:
        return load_graph(content, cached_as=content, workers=workers, overlay=overlay, base_iri=address)
    with Watch() as watch:
        return load_graph(content, cached_as=content, workers=workers, progress=watch, base_iri=address)
