"""`lexigraph search`: entries and questions for a query, ranked as the site's search box ranks them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, Table, print_found, rows_of, tabled
from lexigraph.cli.named import titled
from lexigraph.cli.screen import dim, filled, head, said
from lexigraph.cli.shared import Refused, WrongUse, shared_options, tell
from lexigraph.cli.source import graph_of, query_options
from lexigraph.cli.usage import word_meant, words_there_are

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph, Hit

__all__ = ["search"]

_BY_TEXT = ("definition", "text")
"""Reasons that name the words found, not a name of the entry."""


@click.command()
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many at most.")
@click.option("--kind", metavar="KIND", help="Only entries of that kind.")
@click.option("--topic", metavar="TOPIC", help="Only entries in that topic.")
@query_options
@shared_options
def search(
    words: tuple[str, ...], source: str | None, limit: int, kind: str | None, topic: str | None, style: str
) -> None:
    """Print the entries and questions that QUERY may mean, best first, and why each was found.

    QUERY may hold filters: kind:technique, topic:retrieval, is:question.

    \b
    Example: lexigraph search vectr database kind:technique
    """
    query = " ".join(words)
    if not query.strip():
        raise WrongUse("the query is empty", "lexigraph list prints every entry")
    graph = graph_of(source)
    kind = word_meant("kind", kind, graph.kinds) if kind is not None else None
    topic = word_meant("topic", topic, graph.topics) if topic is not None else None
    hits = graph.search(query, limit=limit, kind=kind, topic=topic)
    print_found(_answer(hits), style, hits)
    notes = _unknown_filters(graph, query)
    if not hits:
        near = titled(graph, _near(graph, query))
        raise Refused(f"nothing found for '{query}'", "; ".join([*notes, *([f"nearest: {near}"] if near else [])]))
    for note in notes:
        tell(note)


def _answer(hits: "Sequence[Hit]") -> Answer:
    return Answer(
        text=lambda: "\n".join(map(_block, hits)),
        rows=lambda: rows_of("Hit", hits),
        table=lambda: tabled(
            Table(
                headings=("", "found", "kind", "because of", "definition"),
                rows=[
                    (hit.rank, hit.title, _kind(hit), _because(hit), hit.entry.definition if hit.entry else "")
                    for hit in hits
                ],
            )
        ),
    )


def _block(hit: "Hit") -> str:
    """Three lines: its title with the name that matched; its kind, id and reason; its definition."""
    found = hit.entry or hit.question
    by_name = hit.match not in _BY_TEXT and hit.matched not in ("", hit.title)
    reason = f"{hit.match}: {hit.matched}" if hit.match in _BY_TEXT else hit.match
    also = f" ({said(hit.matched)})" if by_name else ""
    lines = [f"{head(hit.title)}{also}", f"  {dim(_kind(hit), found.id if found else '', reason)}"]
    if hit.entry is not None and hit.entry.definition:
        lines.append(filled(hit.entry.definition, "  "))
    return "\n".join(lines)


def _kind(hit: "Hit") -> str:
    return hit.entry.kind if hit.entry is not None else "question"


def _because(hit: "Hit") -> str:
    return f"{hit.match}: {hit.matched}" if hit.matched else hit.match


def _near(graph: "ConceptGraph", query: str) -> tuple[str, ...]:
    from lexigraph.query.suggest import suggestions

    return suggestions(graph.linked, query)


def _unknown_filters(graph: "ConceptGraph", query: str) -> list[str]:
    """What is wrong with filters in the query that nothing can pass, each with what there is."""
    from lexigraph.query.search.filters import unknown_filters

    return [
        f"{item.name}:{item.value} fits no {item.what}; {words_there_are(item.what, item.value, item.known)}"
        for item in unknown_filters(graph.linked, query)
    ]
