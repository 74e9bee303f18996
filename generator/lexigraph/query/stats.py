"""Every count of a graph, under the names that `lexigraph stats --format json` prints."""

from collections import Counter
from collections.abc import Iterable

from lexigraph.graph import Graph, Relation
from lexigraph.model import RelationItem

__all__ = ["Stats", "clusters", "orphans", "other_end", "stats", "tallies"]

Stats = dict[str, int | dict[str, int]]


def stats(graph: Graph) -> Stats:
    """Counts, and mappings of counts, in a fixed order of keys.

    `relation_items` and `body_links` count what was written; `relations` and `links` distinct resolved
    ones, each in the direction in which it was written, without those of an entry to itself; `no_inbound` and
    `no_outbound` look at both. Mentions and mirrored relations do not count there.
    """
    entries = graph.entries.values()
    joined = _joined(graph)
    sources, targets = {source for source, _ in joined}, {target for _, target in joined}
    items = [item for node in entries for item in node.parsed.relation_items if item.origin == "field"]
    return {
        "entries": len(graph.entries),
        "redirects": len(graph.redirect_files),
        "relation_items": len(items),
        "unresolved_relations": sum(
            isinstance(item.written, RelationItem) and item.written.origin == "field" for item in graph.unresolved
        ),
        "self_relations": len(graph.self_relations),
        "relations": len(graph.relations),
        "body_links": sum(
            reference.form != "image" and (place is None or not place.address)
            for node in entries
            for reference, place in zip(node.parsed.references, graph.resolved[node.path], strict=True)
        ),
        "unresolved_links": sum(
            not isinstance(item.written, RelationItem) and item.written.form != "image" and item.source != ""
            for item in graph.unresolved
        ),
        "links": len(_linked(graph)),
        "no_inbound": sum(id not in targets for id in graph.entries),
        "no_outbound": sum(id not in sources for id in graph.entries),
        "empty_bodies": sum(
            parsed.is_empty for parsed in (*(node.parsed for node in entries), *graph.redirecting.values())
        ),
        "mentions": len(graph.mentions),
        "questions": len(graph.questions),
        "wanted": len(graph.wanted),
        "orphans": len(orphans(graph)),
        "clusters": len(_components(graph.entries, joined)),
        **tallies(graph),
    }


def tallies(graph: Graph) -> dict[str, dict[str, int]]:
    """The mappings of counts among them, which cost one look at each entry, relation and question."""
    entries = graph.entries.values()
    relations = Counter(relation.type.key for relation in graph.relations)
    return {
        "by_kind": _counted(node.kind for node in entries),
        "by_topic": _counted(node.topic for node in entries if node.topic),
        "by_status": _counted(node.parsed.fields.status for node in entries if node.parsed.fields.status),
        "relations_by_kind": {
            type.key: relations[type.key] for type in graph.vocabulary.relations if relations[type.key]
        },
        "questions_by_state": _counted(question.state for question in graph.questions.values()),
    }


def orphans(graph: Graph) -> tuple[str, ...]:
    """Ids of entries without a relation or link in either direction, by title."""
    ends = {end for pair in _joined(graph) for end in pair}
    return tuple(id for id in graph.entries if id not in ends)


def _joined(graph: Graph) -> set[tuple[str, str]]:
    """Pairs of entries joined by a relation or a body link, in the direction in which it was written."""
    return {(relation.author, other_end(relation)) for relation in graph.relations} | _linked(graph)


def _linked(graph: Graph) -> set[tuple[str, str]]:
    """Pairs of different entries joined by a body link."""
    return {(source, target) for source, targets in graph.linked.items() for target in targets}


def other_end(relation: Relation) -> str:
    """The id of the entry on whose side the relation was not written."""
    return relation.target if relation.author == relation.source else relation.source


def clusters(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Ids of the entries that relations and body links join, whichever way they lead; an entry alone is a cluster too.

    The largest first, then by the first title; in each by title.
    """
    order = {id: place for place, id in enumerate(graph.entries)}
    found = [sorted(cluster, key=order.__getitem__) for cluster in _components(graph.entries, _joined(graph))]
    return tuple(tuple(ids) for ids in sorted(found, key=lambda ids: (-len(ids), order[ids[0]])))


def _components(ids: Iterable[str], joined: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Connected components of the undirected graph with these nodes and edges, in no order.

    Disjoint sets, paths halved: a quarter of the time that networkx takes to be told of the edges, and nothing to load.

    Source: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", 1984.
    """
    above = {id: id for id in ids}

    def root(id: str) -> str:
        while above[id] != id:
            above[id] = id = above[above[id]]
        return id

    for first, second in joined:
        above[root(first)] = root(second)
    found: dict[str, set[str]] = {}
    for id in above:
        found.setdefault(root(id), set()).add(id)
    return list(found.values())


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
