"""When an entry is to be looked over again."""

from datetime import date, timedelta

from lexigraph.graph import EntryNode, Graph

__all__ = ["overdue", "review_due"]


def review_due(node: EntryNode) -> date | None:
    """`last_reviewed` and `review_every` days; None without either, and when no calendar has that day."""
    fields = node.parsed.fields
    if fields.last_reviewed is None or fields.review_every is None:
        return None
    try:
        return fields.last_reviewed + timedelta(days=fields.review_every)
    except OverflowError:
        return None


def overdue(graph: Graph, on: date) -> dict[str, date]:
    """Ids of the entries that were to be reviewed before that day → when; most overdue first, then by title.

    Deprecated entries need no review.
    """
    found = {
        id: due
        for id, node in graph.entries.items()
        if node.parsed.fields.status != "deprecated" and (due := review_due(node)) is not None and due < on
    }
    return dict(sorted(found.items(), key=lambda item: item[1]))
