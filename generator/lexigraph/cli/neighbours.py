"""`lexigraph neighbours`: the entries around one, by the relations that lead to them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, Rows, print_answer, rows_of, tabled
from lexigraph.cli.named import entry_named, name_argument, relation_keys
from lexigraph.cli.parts import relation_blocks, relation_lines, relation_table
from lexigraph.cli.screen import block
from lexigraph.cli.shared import shared_options, tell
from lexigraph.cli.source import graph_of, query_options

if TYPE_CHECKING:
    from lexigraph.concept_graph import Entry, Relation

__all__ = ["neighbours"]


@click.command()
@name_argument
@click.option("--depth", type=click.IntRange(1), default=1, show_default=True, help="How many relations away at most.")
@click.option("--relations", metavar="KEYS", default="", help="Follow only these, with commas between: uses,requires.")
@query_options
@shared_options
def neighbours(name: str, depth: int, relations: str, source: str | None, style: str) -> None:
    """Print the entries around the entry with that name, by the relations that lead to them.

    Relations are followed in either direction.

    \b
    Example: lexigraph neighbours rag --depth 2 --relations uses,requires
    """
    graph = graph_of(source)
    entry = entry_named(graph, name)
    rings = _rings(entry, depth, relation_keys(graph, relations))
    answer = Answer(
        text=lambda: _text(rings),
        rows=lambda: _rows(rings),
        table=lambda: tabled(relation_table([relation for ring in rings for relation in ring])),
    )
    print_answer(answer, style)
    if not rings:
        links = "; lexigraph show prints who mentions it" if entry.backlinks() and not relations else ""
        tell(f"'{entry}' has no relation of these" if relations else f"'{entry}' has no relation{links}")


def _rings(entry: "Entry", depth: int, keys: Sequence[str] | None) -> list[list["Relation"]]:
    """The relations that lead one step further each, seen from the nearer entry; in the order of the nearer ones."""
    from lexigraph.query.neighbourhood import distances

    graph = entry.graph
    steps = distances(graph.linked, [entry.id], depth=depth, keys=keys)
    types = None if keys is None else {graph.vocabulary.directions[key].type.key for key in keys}
    rings: dict[int, list[Relation]] = {}
    for id, step in steps.items():
        for relation in graph.entry(id).relations():
            is_walked = types is None or graph.vocabulary.directions[relation.kind].type.key in types
            if is_walked and steps.get(relation.target.id) == step + 1:
                rings.setdefault(step, []).append(relation)
    return list(rings.values())


def _text(rings: list[list["Relation"]]) -> str:
    """The nearest below the heading of each relation; those further away as sentences."""
    blocks = [relation_blocks(rings[0])] if rings else []
    blocks += [block(f"{step} steps away", relation_lines(ring)) for step, ring in enumerate(rings[1:], 2)]
    return "\n\n".join(blocks)


def _rows(rings: list[list["Relation"]]) -> Rows:
    """Rows of relations, with the sentence, and how many relations away the target is."""
    steps = {relation: step for step, ring in enumerate(rings, 1) for relation in ring}
    return rows_of(
        "Relation", steps, sentence=lambda relation: relation.sentence, step=lambda relation: steps[relation]
    )
