"""Writing a graph in another format, and which formats there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.concept_graph.errors import UnknownFormat

if TYPE_CHECKING:
    from lexigraph.export import Export
    from lexigraph.graph import Graph

__all__ = ["Artifact", "Format", "export_of", "formats", "write_export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file that was written."""

    path: Path
    size: int
    """Bytes."""
    lossless: bool
    """Whether the same graph can be loaded from it."""
    left_out: tuple[str, ...]
    """What of the graph it does not hold, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that a graph can be written in."""

    name: str
    is_folder: bool
    """Whether it is written as a folder of files."""
    lossless: bool
    extra: str
    """The optional dependency it needs; empty: none."""


def formats() -> tuple[Format, ...]:
    """The formats that `ConceptGraph.export` knows."""
    from lexigraph.export import EXPORTERS

    return tuple(
        Format(name=name, is_folder=item.IS_FOLDER, lossless=not item.LEFT_OUT, extra=item.EXTRA)
        for name, item in EXPORTERS.items()
    )


def export_of(graph: Graph, *, url: str = "") -> Export:
    """What exporters look at; `url` is the address of the site that the graph is published at."""
    from lexigraph.history import read_history
    from lexigraph.page import Addresses, site_of

    return site_of(graph, Addresses(), url=url, history=read_history(graph.root)).export


def write_export(graph: Graph, name: str, path: Path, *, url: str = "") -> tuple[Artifact, ...]:
    """Write the graph in the format of that name.

    Raises:
        UnknownFormat: there is no such format.
    """
    from lexigraph.export import EXPORTERS
    from lexigraph.export.written import write

    exporter = EXPORTERS.get(name)
    if exporter is None:
        raise UnknownFormat(name, tuple(EXPORTERS))
    left_out = exporter.LEFT_OUT
    return tuple(
        Artifact(path=made, size=size, lossless=not left_out, left_out=left_out)
        for made, size in write(exporter, export_of(graph, url=url), path)
    )
