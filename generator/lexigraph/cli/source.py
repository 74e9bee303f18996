"""What the verbs that ask a graph have in common: where it comes from, and the options for it and for the answer."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lexigraph.cli.answer import STYLES
from lexigraph.cli.folder import content_folder, site_address
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import WrongUse, mention_problems

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph
    from lexigraph.graph import Graph
    from lexigraph.loading import Progress

__all__ = ["graph_of", "graph_option", "loaded_from", "published_graph", "query_options"]

Function = TypeVar("Function", bound=Callable[..., Any])

graph_option = click.option(
    "--graph", "source", metavar="SOURCE",
    help="A folder of Markdown, a concepts.json, or the address of a site; by default the project here.",
)  # fmt: skip
"""Gives a verb `--graph`, as `source`."""

_OPTIONS = (
    graph_option,
    click.option(
        "--format", "style", type=click.Choice(STYLES), default="text", show_default=True,
        help="json, jsonl and csv are for programs, markdown is for an issue.",
    ),
    click.option("--json", "style", flag_value="json", help="The same as --format json."),
)  # fmt: skip


def query_options(function: Function) -> Function:
    """Give a verb `--graph`, as `source`, and `--format`, as `style`: one of `STYLES`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def graph_of(source: str | None, *, way_out: str = "name a folder or a site with --graph") -> "ConceptGraph":
    """The graph of a folder, of a `concepts.json` or of a published site; by default that of the project.

    `way_out` is what to do where none is named and none is here. Problems while it was loaded are counted in one line
    on stderr: they may be why there is no answer.

    Raises:
        WrongUse: there is no such thing, or no graph in it.
    """
    from lexigraph.concept_graph import ConceptGraph

    with Watch() as watch:
        graph = loaded_from(source, watch, way_out=way_out)
    mention_problems(graph)
    return ConceptGraph(graph)


def loaded_from(source: str | None, watch: "Progress", *, way_out: str = "") -> "Graph":
    """The graph of that source, without a word about its problems."""
    from lexigraph.loading import load_graph

    if source is not None and (published := published_graph(source, watch)) is not None:
        return published
    folder = content_folder(Path(source) if source is not None else None, way_out=way_out)
    return load_graph(
        folder, cached_as=folder, workers=os.cpu_count() or 1, progress=watch, base_iri=site_address(folder)
    )  # fmt: skip


def published_graph(source: str, watch: "Progress") -> "Graph | None":
    """The graph of an address, of a file, or of the folder of a site; None for what may be a folder of Markdown.

    Raises:
        WrongUse: it is none of these, and no folder either.
    """
    from lexigraph.loading.sources import document_in, is_address, load_address, load_file
    from lexigraph.model import CannotLoad, UnsupportedSchema

    if not source.strip():
        raise WrongUse("the name of the graph is empty", "name a folder, a concepts.json, or the address of a site")
    path = Path(source)
    try:
        if is_address(source):
            watch("fetch", 0, 0)
            return load_address(source)
        document = path if path.is_file() and path.suffix.lower() != ".md" else document_in(path)
        if document is not None:
            return load_file(document)
    except CannotLoad as error:
        reason, _, help = error.reason.partition("; ")
        raise WrongUse(f"cannot read {error.source}: {reason}", help) from error
    except UnsupportedSchema as error:
        reason, _, help = str(error).partition("; ")
        raise WrongUse(reason, help) from error
    if not path.exists() and "." in source.partition("/")[0].strip("."):
        raise WrongUse(f"there is no folder {source}", f"an address begins with https://, as https://{source}")
    return None
