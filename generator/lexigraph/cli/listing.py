"""`lexigraph list`: the entries that match."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, Table, print_found, rows_of, tabled
from lexigraph.cli.screen import aligned
from lexigraph.cli.shared import Refused, shared_options
from lexigraph.cli.source import graph_of, query_options
from lexigraph.cli.usage import word_meant
from lexigraph.vocabulary import LEVELS, STATUSES

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph, Entry

__all__ = ["listing"]


@click.command("list")
@click.option("--kind", metavar="KIND", help="Only those of that kind.")
@click.option("--topic", metavar="TOPIC", help="Only those in that topic.")
@click.option("--tag", metavar="TAG", help="Only those with that tag.")
@click.option("--status", metavar="STATUS", help="Only those of that status: draft, stable, deprecated.")
@click.option("--level", metavar="LEVEL", help="Only those of that level.")
@click.option("--orphans", is_flag=True, help="Only those without a relation or link in either direction.")
@query_options
@shared_options
def listing(
    kind: str | None, topic: str | None, tag: str | None, status: str | None, level: str | None,
    orphans: bool, source: str | None, style: str,  # noqa: FBT001  click's
) -> None:  # fmt: skip
    """Print the entries that match all options, by title: id, title, kind, topic.

    \b
    Example: lexigraph list --kind technique --topic retrieval
    """
    graph = graph_of(source)
    asked = {"kind": kind, "topic": topic, "tag": tag, "status": status, "level": level}
    found = graph.entries(
        **{what: word_meant(what, word, _known(graph, what)) for what, word in asked.items() if word is not None}
    )
    if orphans:
        alone = set(graph.orphans())
        found = type(found)(entry for entry in found if entry in alone)
    print_found(_answer(found), style, found)
    if not found:
        raise Refused("no entry matches", f"there {'is' if len(graph) == 1 else 'are'} {len(graph)} in all")


def _answer(found: "Iterable[Entry]") -> Answer:
    found = list(found)
    return Answer(
        text=lambda: aligned([(entry.id, entry.title, entry.kind, entry.topic) for entry in found]),
        rows=lambda: rows_of("Entry", found),
        table=lambda: tabled(
            Table(
                headings=("entry", "kind", "topic", "definition"),
                rows=[(entry.title, entry.kind, entry.topic, entry.definition) for entry in found],
            )
        ),
    )


def _known(graph: "ConceptGraph", what: str) -> tuple[str, ...]:
    """The words that an option may have: those of the scheme or the format, and those that entries use."""
    declared = {
        "kind": graph.kinds, "topic": graph.topics, "tag": tuple(graph.scheme.tags), "status": STATUSES,
        "level": LEVELS,
    }[what]  # fmt: skip
    used: set[str] = set()
    for entry in graph:
        used.update(entry.tags if what == "tag" else [getattr(entry, what)])
    return (*declared, *sorted(used - {"", *declared}))
