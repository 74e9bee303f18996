"""`lexigraph stats`: every count of a knowledge base."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from lexigraph.cli.answer import Answer, Rows, Table, print_answer, tabled
from lexigraph.cli.screen import aligned, block
from lexigraph.cli.shared import WrongUse, shared_options
from lexigraph.cli.source import graph_of, query_options

__all__ = ["stats"]

_COLUMNS = ("count", "of", "number")


@click.command()
@click.argument("content", required=False)
@query_options
@shared_options
def stats(content: str | None, source: str | None, style: str) -> None:
    """Print counts: entries, relations, links, what does not resolve, questions.

    CONTENT is the same as the SOURCE of --graph.

    \b
    Example: lexigraph stats https://example.org/glossary/
    """
    if content is not None and source is not None:
        raise WrongUse("CONTENT and --graph mean the same", "give one of them")
    graph = graph_of(content if content is not None else source)
    counts = graph.counts
    answer = Answer(
        text=lambda: _text(counts),
        rows=lambda: Rows(columns=_COLUMNS, rows=[dict(zip(_COLUMNS, row, strict=True)) for row in _rows(counts)]),
        table=lambda: tabled(Table(headings=_COLUMNS, rows=list(_rows(counts)))),
        document=lambda: dict(counts),
    )
    print_answer(answer, style)


def _text(counts: Mapping[str, Any]) -> str:
    """One row a count, numbers right-aligned; below them a block for each mapping that holds anything."""
    numbers = [(_words(key), value) for key, value in counts.items() if isinstance(value, int)]
    blocks = [aligned(numbers)]
    for key, value in counts.items():
        if not isinstance(value, int) and value:
            rows = aligned([(_words(of), number) for of, number in value.items()])
            blocks.append(block(_words(key), [f"  {row}" for row in rows.split("\n")]))
    return "\n\n".join(blocks)


def _rows(counts: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Each count; those of a mapping with what is counted."""
    for key, value in counts.items():
        if isinstance(value, int):
            yield key, "", value
        else:
            yield from ((key, of, number) for of, number in value.items())


def _words(key: str) -> str:
    return key.replace("_", " ")
