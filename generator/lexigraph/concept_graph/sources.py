"""From a folder, a file or an address to a concept graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.concept_graph.arguments import text_of
from lexigraph.concept_graph.errors import CannotLoad
from lexigraph.concept_graph.graph import ConceptGraph
from lexigraph.wording import nearest

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["load"]


def load(
    source: str | Path, *, fields: Mapping[str, str] | None = None, cache: bool = True, workers: int = 1
) -> ConceptGraph:
    """The concept graph of a folder of Markdown, of a `concepts.json`, or of a published site.

    A site is named by its address, whose `concepts.json` is then read (an address that ends in `.json` is taken as it
    is), or by the folder that it was built into. Such a graph is `read_only`. Afterwards there is no network.

    `fields` maps foreign front-matter names (ours → theirs, whatever the case), over those of `scheme.yml`. With
    `workers` above 1 large folders are parsed in processes of their own; a script then needs `if __name__ ==
    "__main__":`. What was parsed or fetched is kept in the user's cache folder (`LEXIGRAPH_CACHE`), unless `cache` is
    False. Bad files and records are `diagnostics`.

    Raises:
        CannotLoad: there is no such folder, file or address, or no graph in it.
        UnsupportedSchema: the site was built by a version whose file means something else.
        ValueError: `fields` names no field of ours.

    >>> lexigraph.load("content").read_only
    False
    """
    return ConceptGraph(_linked(source, fields, workers, cache=cache))


def _linked(source: str | Path, fields: Mapping[str, str] | None, workers: int, *, cache: bool) -> Graph:
    from lexigraph.loading import load_graph
    from lexigraph.loading.sources import document_in, is_address, load_address, load_file

    if source == "":
        raise CannotLoad("", "the source is empty; '.' is the folder that one is in")
    if isinstance(source, str) and is_address(source):
        return load_address(source, cache=cache)
    theirs = {ours.lower(): text_of(name, "a name in fields is a str").lower() for ours, name in (fields or {}).items()}
    try:
        path = Path(source).expanduser()
        if path.is_file():
            return load_file(path)
        document = document_in(path)
        if document is not None:
            return load_file(document)
        graph = load_graph(path, fields=theirs, cached_as=path if cache else None, workers=workers)
    except (NotADirectoryError, ValueError, RuntimeError):  # no file can have such a path; nobody has such a home
        raise CannotLoad(str(source), _nothing(str(source))) from None
    if theirs:
        _require_fields(theirs, graph)
    return graph


def _require_fields(ours: Iterable[str], graph: Graph) -> None:
    """Refuse names that mean nothing in the front matter of an entry.

    Raises:
        ValueError: there is such a name; the message says which are nearest.
    """
    from lexigraph.parse.foreign_fields import own_names

    known = own_names(graph.vocabulary)
    for name in ours:
        if name not in known:
            near = nearest(name, known)
            raise ValueError(f"no field {name!r}{'; nearest: ' if near else ''}{', '.join(near)}")


def _nothing(source: str) -> str:
    looks_like_host = "." in source.partition("/")[0].strip(".")
    return f"there is no such folder or file{'; an address begins with https://' if looks_like_host else ''}"
