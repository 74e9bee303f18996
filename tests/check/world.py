"""Knowledge bases in one line, without a disk."""

from collections.abc import Mapping
from pathlib import Path

from lexigraph.graph import Graph
from lexigraph.link import link
from lexigraph.model import SourceFile
from lexigraph.parse.entry import parse_entry
from lexigraph.parse.scheme import parse_scheme


def graph(files: Mapping[str, str], scheme: str | None = "") -> Graph:
    """The graph of Markdown files by path; `scheme` is the text of `scheme.yml`, None for none."""
    source = None if scheme is None else SourceFile(path="scheme.yml", data=scheme.encode())
    parsed_scheme, diagnostics = parse_scheme(source)
    entries = [parse_entry(SourceFile(path=path, data=text.encode()), parsed_scheme) for path, text in files.items()]
    published = [entry for entry in entries if entry is not None]
    return link(Path("content"), parsed_scheme, published, frozenset(), diagnostics)


def entry(title: str, *lines: str, body: str = "") -> str:
    """The text of an entry with a title, a definition and further lines of front matter."""
    return "\n".join(["---", f"title: {title}", f"definition: What {title} is.", *lines, "---", "", body])
