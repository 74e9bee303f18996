"""`lexigraph search`: entries and questions for a query, ranked as the site's search box ranks them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexigraph.cli.shared import Refused, mention_problems, shared_options
from lexigraph.cli.source import graph_of, query_options
from lexigraph.cli.usage import unknown_word

if TYPE_CHECKING:
    from lexigraph.concept_graph import Hit

__all__ = ["search"]


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many at most.")
@click.option("--kind", metavar="KIND", help="Only entries of that kind.")
@click.option("--topic", metavar="TOPIC", help="Only entries in that topic.")
@query_options
@shared_options
def search(query: str, source: Path | None, limit: int, kind: str | None, topic: str | None, style: str) -> None:
    """Print the entries and questions that QUERY may mean, best first, and why each was found.

    QUERY may hold filters: kind:technique, topic:retrieval, is:question.
    """
    from lexigraph.query.suggest import suggestions

    graph = graph_of(source)
    if kind is not None and graph.vocabulary.kind(kind) is None:
        raise unknown_word("kind", kind, tuple(known.key for known in graph.vocabulary.kinds))
    if topic is not None and topic not in graph.linked.topics:
        raise unknown_word("topic", topic, graph.linked.topics)
    hits = graph.search(query, limit=limit, kind=kind, topic=topic)
    if hits or style == "json":
        records = [_record(hit) for hit in hits]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2) if style == "json" else _text(records))
    mention_problems(graph.linked)
    if not hits:
        nearest = ", ".join(f"{id} ({graph.entry(id).title})" for id in suggestions(graph.linked, query))
        raise Refused(f"nothing found for '{query}'", f"nearest: {nearest}" if nearest else "")


def _record(hit: "Hit") -> dict[str, Any]:
    entry, question = hit.entry, hit.question
    shown = entry or (question.about[0] if question is not None and question.about else None)
    return {
        "id": entry.id if entry is not None else question.id if question is not None else "",
        "title": hit.title,
        "kind": entry.kind if entry is not None else "question",
        "match": hit.match,
        "matched": hit.matched,
        "rank": hit.rank,
        "topic": shown.topic if shown is not None else "",
        "status": question.status if question is not None else entry.status if entry is not None else "",
        "definition": entry.definition if entry is not None else "",
        "path": str(entry.path if entry is not None else question.place.path if question is not None else ""),
    }


def _text(records: list[dict[str, Any]]) -> str:
    """Three lines a hit: its title with the name that matched; its kind, id and reason; its definition."""
    blocks = []
    for record in records:
        also = f" ({record['matched']})" if record["match"] != "filter" and record["matched"] != record["title"] else ""
        lines = [f"{record['title']}{also}", f"  {record['kind']} · {record['id']} · {record['match']}"]
        blocks.append("\n".join([*lines, *([f"  {record['definition']}"] if record["definition"] else [])]))
    return "\n".join(blocks)
