"""What the verbs that ask a graph have in common: where it comes from, and how the answer is written."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lexigraph.cli.folder import content_folder

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph

__all__ = ["graph_of", "query_options"]

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--graph", "source", metavar="SOURCE", type=click.Path(path_type=Path), help="A folder of Markdown."),
    click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True),
    click.option("--json", "style", flag_value="json", help="The same as --format json."),
)


def query_options(function: Function) -> Function:
    """Give a verb `--graph`, as `source`, and `--format`, as `style`: `text` or `json`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def graph_of(source: Path | None) -> "ConceptGraph":
    """The graph of the folder, by default that of the project.

    Raises:
        WrongUse: there is no such folder, or no Markdown in it.
    """
    from lexigraph.concept_graph import load

    return load(content_folder(source), workers=os.cpu_count() or 1)
