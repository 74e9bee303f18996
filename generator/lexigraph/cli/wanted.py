"""`lexigraph wanted`: names that entries refer to and nobody has written, with who wants them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, Table, print_found, rows_of, tabled
from lexigraph.cli.screen import filled, head
from lexigraph.cli.shared import Refused, shared_options
from lexigraph.cli.source import graph_of, query_options
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import Reference, Wanted

__all__ = ["wanted"]


@click.command()
@click.option("--limit", type=click.IntRange(1), help="How many names at most; all without it.")
@query_options
@shared_options
def wanted(limit: int | None, source: str | None, style: str) -> None:
    """Print the names that entries refer to and no entry has, most references first, and who wants them.

    \b
    Example: lexigraph wanted --limit 10
    """
    graph = graph_of(source)
    found = graph.wanted()[:limit]
    print_found(_answer(found), style, found)
    if not found:
        raise Refused("nothing is wanted", "every name that is referred to has its entry")


def _answer(found: "Sequence[Wanted]") -> Answer:
    return Answer(
        text=lambda: "\n".join(map(_block, found)),
        rows=lambda: rows_of("Wanted", found),
        table=lambda: tabled(
            Table(
                headings=("wanted", "references", "by", "nearest"),
                rows=[
                    (item.name, len(item.references), ", ".join(_sources(item)), ", ".join(map(str, item.suggestions)))
                    for item in found
                ],
            )
        ),
    )


def _block(item: "Wanted") -> str:
    """The name with how often it is referred to; below it each reference; what it may have meant."""
    near = f", nearest: {', '.join(entry.id for entry in item.suggestions)}" if item.suggestions else ""
    lines = [f"{head(item.name)} ({counted(len(item.references), 'reference', 'references')}{near})"]
    lines += [filled(f"{_place(reference)}: {reference.sentence}", "  ", "  ") for reference in item.references]
    return "\n".join(lines)


def _place(reference: "Reference") -> str:
    return f"{reference.place.path}:{reference.place.line}"


def _sources(item: "Wanted") -> list[str]:
    """Titles of the entries that refer to it, each once; files that are no entries."""
    names = (each.source.title if each.source else str(each.place.path) for each in item.references)
    return list(dict.fromkeys(names))
