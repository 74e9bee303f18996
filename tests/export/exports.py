"""Exports in one line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lexigraph.export import Export, published
from lexigraph.history import NO_HISTORY, History
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of
from tests.worlds import graph

__all__ = ["ADDRESS", "CONTENT", "exported", "files_of", "flagship", "text_of"]

ADDRESS = "https://example.org/kb/"
CONTENT = Path(__file__).parents[2] / "content"


@cache
def flagship() -> Export:
    """What exporters see of the repository's own knowledge base; made once."""
    return site_of(load_graph(CONTENT, cached_as=CONTENT), Addresses(), url=ADDRESS).export


def exported(
    files: Mapping[str, str], *, url: str = ADDRESS, scheme: str = "title: World", attachments: tuple[str, ...] = (),
    history: History = NO_HISTORY, directory_urls: bool = True,
) -> Export:  # fmt: skip
    """What exporters see of these files; with an address it is the base of the IRIs too."""
    base = f"\nbase_iri: {url}" if url and "base_iri" not in scheme else ""
    made = graph(files, scheme=f"{scheme.rstrip()}{base}\n", attachments=attachments)
    return site_of(made, Addresses(directory_urls=directory_urls), url=url, history=history).export


def files_of(export: Export) -> dict[str, bytes]:
    """The published files by path."""
    return {artifact.path: artifact.data for artifact in published(export)}


def text_of(files: Mapping[str, str], path: str, **settings: object) -> str:
    """One published file as text."""
    return files_of(exported(files, **settings))[path].decode()
