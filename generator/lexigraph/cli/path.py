"""`lexigraph path`: how two entries are connected, as sentences."""

import json
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import click

from lexigraph.cli.named import entry_named
from lexigraph.cli.shared import Refused, mention_problems, shared_options
from lexigraph.cli.source import graph_of, query_options
from lexigraph.cli.usage import unknown_word

if TYPE_CHECKING:
    from lexigraph.concept_graph import Path

__all__ = ["path"]


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--relations", metavar="KEYS", default="", help="Follow only these, with commas between: uses,requires.")
@query_options
@shared_options
def path(start: str, end: str, source: FilePath | None, relations: str, style: str) -> None:
    """Print the shortest path of relations from one entry to another.

    Relations are followed in either direction, never through comparisons, lessons, questions or disambiguations.
    """
    from lexigraph.concept_graph import UnknownRelation

    graph = graph_of(source)
    ends = entry_named(graph, start), entry_named(graph, end)
    keys = [key.strip() for key in relations.split(",") if key.strip()] or None
    try:
        found = graph.path(*ends, relations=keys)
    except UnknownRelation as error:
        raise unknown_word("relation", error.word, tuple(error.known)) from error
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
