"""`lexigraph path`: how two entries are connected, as sentences."""

import json
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.named import entry_named
from lexigraph.cli.shared import Refused, WrongUse, mention_problems, shared_options

if TYPE_CHECKING:
    from lexigraph.concept_graph import Path

__all__ = ["path"]


@click.command()
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@click.option("--graph", "folder", metavar="SOURCE", type=click.Path(path_type=FilePath), help="A folder of Markdown.")
@click.option("--relations", metavar="KEYS", default="", help="Follow only these, with commas between: uses,requires.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@shared_options
def path(source: str, target: str, folder: FilePath | None, relations: str, style: str) -> None:
    """Print the shortest path of relations from one entry to another.

    Relations are followed in either direction, never through comparisons, lessons, questions or disambiguations.
    """
    import os

    from lexigraph.concept_graph import UnknownRelation, load

    graph = load(content_folder(folder), workers=os.cpu_count() or 1)
    ends = entry_named(graph, source), entry_named(graph, target)
    keys = [key.strip() for key in relations.split(",") if key.strip()] or None
    try:
        found = graph.path(*ends, relations=keys)
    except UnknownRelation as error:
        raise WrongUse(f"no relation '{error.word}'", f"relations are {', '.join(error.known)}") from error
    if found is None:
        raise Refused(f"nothing connects '{ends[0]}' and '{ends[1]}' yet")
    if style == "json":
        click.echo(json.dumps(_records(found), ensure_ascii=False, indent=2))
    else:
        click.echo(str(found) if found.relations else f"{ends[0]} is both")
    mention_problems(graph.linked)


def _records(found: "Path") -> list[dict[str, str]]:
    return [
        {
            "source": relation.source.id,
            "kind": relation.kind,
            "target": relation.target.id,
            "sentence": relation.sentence,
            "note": relation.note,
        }
        for relation in found
    ]
