"""From a folder to its concept graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lexigraph.concept_graph.errors import CannotLoad
from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["load"]


def load(
    source: str | Path, *, fields: Mapping[str, str] | None = None, cache: bool = True, workers: int = 1
) -> ConceptGraph:
    """The concept graph of a folder of Markdown.

    `fields` maps foreign front-matter names (ours → theirs), over those of `scheme.yml`. With `workers`
    above 1 large folders are parsed in processes of their own. Parsed files are kept in the user's cache folder
    (`LEXIGRAPH_CACHE`), unless `cache` is False. Bad files are `diagnostics`.

    Raises:
        CannotLoad: there is no such folder.
    """
    from lexigraph.loading import load_graph

    try:
        folder = Path(source)
        graph = load_graph(folder, fields=fields, cached_as=folder if cache else None, workers=workers)
    except NotADirectoryError:
        raise CannotLoad(str(source), "there is no such folder") from None
    return ConceptGraph(graph)
