"""Worlds in one line: a graph from a mapping of paths to texts, without a disk."""

from collections.abc import Mapping
from pathlib import Path

from lexigraph import graph as linked
from lexigraph.concept_graph import ConceptGraph
from lexigraph.link import link
from lexigraph.model import ParsedEntry, Scheme, SourceFile
from lexigraph.parse.entry import parse_entry
from lexigraph.parse.scheme import parse_scheme

__all__ = ["concepts", "graph", "parsed", "write"]


def parsed(text: str | bytes, path: str = "a.md", scheme: Scheme | None = None) -> ParsedEntry:
    """One file, parsed."""
    data = text.encode() if isinstance(text, str) else text
    entry = parse_entry(SourceFile(path=path, data=data), scheme or Scheme(is_declared=True))
    assert entry is not None
    return entry


def graph(
    files: Mapping[str, str | bytes], *, scheme: str = "title: World", attachments: tuple[str, ...] = ()
) -> linked.Graph:
    """The graph of these files; `scheme` is the text of `scheme.yml`."""
    made, diagnostics = parse_scheme(SourceFile(path="scheme.yml", data=scheme.encode()))
    entries = []
    for path, text in files.items():
        data = text.encode() if isinstance(text, str) else text
        entry = parse_entry(SourceFile(path=path, data=data), made)
        if entry is not None:
            entries.append(entry)
    return link(Path("content"), made, entries, frozenset(attachments), diagnostics)


def concepts(files: Mapping[str, str | bytes], *, scheme: str = "title: World") -> ConceptGraph:
    """The same, through the public face."""
    return ConceptGraph(graph(files, scheme=scheme))


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below the folder and return it."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder
