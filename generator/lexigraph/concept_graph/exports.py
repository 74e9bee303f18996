"""Writing a graph in another format, and which formats there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.concept_graph.errors import UnknownFormat

if TYPE_CHECKING:
    from lexigraph.export import Export
    from lexigraph.graph import Graph
    from lexigraph.history import History

__all__ = ["Artifact", "Format", "export_of", "formats", "write_export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file that was written.

    >>> made = graph.export("json", "concepts.json")[0]
    >>> made.path.name, made.lossless
    ('concepts.json', True)
    """

    path: Path
    """Where it was written."""
    size: int
    """Bytes."""
    lossless: bool
    """Whether the same graph can be loaded from it."""
    left_out: tuple[str, ...]
    """What of the graph it does not hold, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that a graph can be written in.

    >>> next(format.suffix for format in lexigraph.formats() if format.name == "json")
    '.json'
    """

    name: str
    """As `export` takes it."""
    suffix: str
    """What the name of its file ends with: `.ttl`; empty for a folder."""
    lossless: bool
    """Whether the same graph can be loaded from it."""
    extra: str
    """The optional dependency it needs; empty: none."""
    is_folder: bool
    """Whether it is written as a folder of files."""


def formats() -> tuple[Format, ...]:
    """The formats that `ConceptGraph.export` knows, in order of the manual.

    >>> "json" in [format.name for format in lexigraph.formats()]
    True
    """
    from lexigraph.export import EXPORTERS

    return tuple(
        Format(name=name, suffix=item.SUFFIX, lossless=not item.LEFT_OUT, extra=item.EXTRA, is_folder=item.IS_FOLDER)
        for name, item in EXPORTERS.items()
    )


_UNNAMED = ("backlinks",)
"""Pages that no export speaks of, planned after all others; which there are takes finding every mention."""


def export_of(graph: Graph, *, url: str = "", history: History | None = None) -> Export:
    """What exporters look at; `url` is the address of the site, where the graph does not know it.

    Without a history that of the folder is read.

    Of a graph that was read from a site that address is known, and of its history nothing but the last commit.
    """
    from lexigraph.history import History, read_history
    from lexigraph.page import Addresses, site_of

    published = graph.published
    if published is None:
        found = read_history(graph.root) if history is None else history
        return site_of(graph, Addresses(), url=url or graph.site_url, history=found, without=_UNNAMED).export
    addresses = Addresses(directory_urls=published.directory_urls)
    known = History(commit=published.built_from)
    return site_of(graph, addresses, url=url or graph.site_url, history=known, without=_UNNAMED).export


def write_export(graph: Graph, name: str, path: Path, *, url: str = "") -> tuple[Artifact, ...]:
    """Write the graph in the format of that name.

    Raises:
        UnknownFormat: there is no such format.
        MissingExtra: it needs a package that is not installed.
        OSError: something cannot be written (see `export.written`).
    """
    from lexigraph.export import EXPORTERS
    from lexigraph.export.written import write

    exporter = EXPORTERS.get(name)
    if exporter is None:
        raise UnknownFormat(name, tuple(EXPORTERS))
    left_out = exporter.LEFT_OUT
    export = replace(export_of(graph, url=url), suffix=path.suffix.lower())
    return tuple(
        Artifact(path=made, size=size, lossless=not left_out, left_out=left_out)
        for made, size in write(name, exporter, export, path)
    )
