"""`lexigraph path`: how two entries are connected, as sentences."""

from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, print_answer, rows_of, tabled
from lexigraph.cli.named import completed_name, entry_named, relation_keys
from lexigraph.cli.parts import relation_table
from lexigraph.cli.screen import said
from lexigraph.cli.shared import Refused, shared_options
from lexigraph.cli.source import graph_of, query_options

if TYPE_CHECKING:
    from lexigraph.concept_graph import Path

__all__ = ["path"]


@click.command()
@click.argument("start", metavar="A", shell_complete=completed_name)
@click.argument("end", metavar="B", shell_complete=completed_name)
@click.option("--relations", metavar="KEYS", default="", help="Follow only these, with commas between: uses,requires.")
@query_options
@shared_options
def path(start: str, end: str, source: str | None, relations: str, style: str) -> None:
    """Print the shortest path of relations from one entry to another, as sentences.

    Relations are followed in either direction, never through comparisons, lessons, questions or disambiguations.

    \b
    Example: lexigraph path embeddings "foundation model"
    """
    graph = graph_of(source)
    ends = entry_named(graph, start), entry_named(graph, end)
    found = graph.path(*ends, relations=relation_keys(graph, relations))
    if found is None:
        by = " by these relations" if relations else ""
        raise Refused(f"nothing connects '{ends[0]}' and '{ends[1]}'{by} yet")
    print_answer(_answer(found), style)


def _answer(found: "Path") -> Answer:
    relations = found.relations
    both = f"{said(found.entries[0].title)} is both"
    return Answer(
        text=lambda: "\n".join(said(relation.sentence) for relation in relations) or both,
        rows=lambda: rows_of("Relation", relations, sentence=lambda relation: relation.sentence),
        table=lambda: tabled(relation_table(relations)),
    )
