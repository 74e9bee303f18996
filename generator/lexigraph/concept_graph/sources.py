"""From a folder, a file or an address to a concept graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.concept_graph.errors import CannotLoad
from lexigraph.concept_graph.graph import ConceptGraph

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["load"]


def load(
    source: str | Path, *, fields: Mapping[str, str] | None = None, cache: bool = True, workers: int = 1
) -> ConceptGraph:
    """The concept graph of a folder of Markdown, of a `concepts.json`, or of a published site.

    A site is named by its address, whose `concepts.json` is then read (an address that ends in `.json` is taken as it
    is), or by the folder that it was built into. Such a graph is `read_only`. Afterwards there is no network.

    `fields` maps foreign front-matter names (ours → theirs), over those of `scheme.yml`. With `workers` above 1 large
    folders are parsed in processes of their own. What was parsed or fetched is kept in the user's cache folder
    (`LEXIGRAPH_CACHE`), unless `cache` is False. Bad files and records are `diagnostics`.

    Raises:
        CannotLoad: there is no such folder, file or address, or no graph in it.
        UnsupportedSchema: the site was built by a version whose file means something else.

    >>> lexigraph.load("content").read_only
    False
    """
    return ConceptGraph(_linked(source, fields, workers, cache=cache))


def _linked(source: str | Path, fields: Mapping[str, str] | None, workers: int, *, cache: bool) -> Graph:
    from lexigraph.loading import load_graph
    from lexigraph.loading.sources import document_in, is_address, load_address, load_file

    if isinstance(source, str) and is_address(source):
        return load_address(source, cache=cache)
    path = Path(source)
    try:
        if path.is_file():
            return load_file(path)
        document = document_in(path)
        if document is not None:
            return load_file(document)
        return load_graph(path, fields=fields, cached_as=path if cache else None, workers=workers)
    except (NotADirectoryError, ValueError):  # a path that no file can have is a ValueError
        raise CannotLoad(str(source), "there is no such folder or file") from None
