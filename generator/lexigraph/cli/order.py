"""`lexigraph order`: what to read before an entry."""

import json
from pathlib import Path

import click

from lexigraph.cli.named import entry_named
from lexigraph.cli.shared import mention_problems, shared_options, tell
from lexigraph.cli.source import graph_of, query_options

__all__ = ["order"]


@click.command()
@click.argument("name")
@query_options
@shared_options
def order(name: str, source: Path | None, style: str) -> None:
    """Print what to read before the entry with that name, first things first."""
    graph = graph_of(source)
    entry = entry_named(graph, name)
    before = graph.reading_order(entry)
    if style == "json":
        records = [{"id": item.id, "title": item.title, "level": item.level} for item in before]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    elif before:
        click.echo("\n".join(f"{number}. {item.title}" for number, item in enumerate(before, 1)))
    else:
        tell(f"'{entry}' presupposes no other entry")
    mention_problems(graph.linked)
