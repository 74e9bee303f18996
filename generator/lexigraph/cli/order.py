"""`lexigraph order`: what to read before an entry."""

import click

from lexigraph.cli.answer import Answer, Table, print_answer, rows_of, tabled
from lexigraph.cli.named import entry_named, name_argument
from lexigraph.cli.screen import said
from lexigraph.cli.shared import shared_options, tell
from lexigraph.cli.source import graph_of, query_options

__all__ = ["order"]


@click.command()
@name_argument
@query_options
@shared_options
def order(name: str, source: str | None, style: str) -> None:
    """Print what to read before the entry with that name, first things first.

    \b
    Example: lexigraph order rag
    """
    graph = graph_of(source)
    entry = entry_named(graph, name)
    before = graph.reading_order(entry)
    answer = Answer(
        text=lambda: "\n".join(f"{number}. {said(item.title)}" for number, item in enumerate(before, 1)),
        rows=lambda: rows_of("Entry", before),
        table=lambda: tabled(
            Table(
                headings=("", "read", "definition"),
                rows=[(number, item.title, item.definition) for number, item in enumerate(before, 1)],
            )
        ),
    )
    print_answer(answer, style)
    if not before:
        tell(f"'{entry}' presupposes no other entry")
