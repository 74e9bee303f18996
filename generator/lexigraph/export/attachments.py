"""The files beside the entries that some page refers to, as files of an export."""

from collections.abc import Iterator

from lexigraph.export.artifact import Artifact
from lexigraph.graph import Graph
from lexigraph.read import read_attachment

__all__ = ["attachments"]


def attachments(graph: Graph) -> Iterator[Artifact]:
    """Those that can be read, under their own paths; none of a graph that was read from no folder."""
    if graph.published is not None:
        return
    for path in sorted(graph.attachments_used):
        if (data := read_attachment(graph.root, path)) is not None:
            yield Artifact(path, data)
