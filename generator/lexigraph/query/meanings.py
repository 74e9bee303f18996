"""What a disambiguation offers."""

from lexigraph.graph import Graph

__all__ = ["meanings"]


def meanings(graph: Graph, id: str) -> tuple[str, ...]:
    """Ids of the entries that a disambiguation offers: those it is related to, then those it links to."""
    related = [view.other for view in graph.relations_at.get(id, ()) if not view.derived]
    places = graph.resolved.get(graph.entries[id].path, ())
    linked = [place.entry for place in places if place is not None and place.entry]
    return tuple(dict.fromkeys(other for other in (*related, *linked) if other != id))
