"""An entry to which nothing leads, from which nothing leads on, or a cluster apart from the rest.

Readers come to an entry from others and go on from it to others. What they reach only by its name, and where they
end, is easily missed; entries that lead only to each other are a glossary of their own.

```
---
title: Perplexity
related: [cross-entropy]      # and no other entry names perplexity
---
```

Name the entry where others speak of it, or relate it to more of what is near. An entry that nothing joins at all
is an orphan-entry.
"""

from collections.abc import Iterable, Iterator

from lexigraph.check.facts.linked import linked_from, linked_pairs
from lexigraph.check.facts.unread import unread
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I314", "loosely-connected-entry", __doc__)

_SHOWN = 5
"""Entries of a cluster whose places are shown at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry that lacks a way in or a way out, and for each cluster but the largest, at its first entry."""
    no_way_in, no_way_out = _without_way(graph)
    hidden = unread(graph)
    pages = {kind.key for kind in graph.vocabulary.kinds if not kind.is_concept}  # those they speak of lead to them
    for id in no_way_in ^ no_way_out:  # what has neither is an orphan
        entry = graph.entries[id]
        if entry.path in hidden:
            continue
        if id in no_way_out:
            help = "relate it to another, or link to one from its text"
            yield _finding(entry, "this entry names no other", help, "out")
        elif entry.kind not in pages:
            yield _finding(entry, "no other entry names this one", "name it where another entry speaks of it", "in")
    for members in _clusters(graph)[1:]:
        yield _cluster(graph, members)


def _without_way(graph: Graph) -> tuple[set[str], set[str]]:
    """Ids of the entries that no other names, and of those that name no other."""
    no_way_in, no_way_out = set(graph.entries), set(graph.entries)
    no_way_out.difference_update([relation.author for relation in graph.relations])
    no_way_out.difference_update([item.source for item in graph.unresolved])
    for relation in graph.relations:
        no_way_in.discard(relation.target if relation.author == relation.source else relation.source)
    if no_way_in or no_way_out:
        for entry in graph.entries.values():
            if others := linked_from(graph, entry):
                no_way_in -= others
                no_way_out.discard(entry.id)
    return no_way_in, no_way_out


def _clusters(graph: Graph) -> list[list[str]]:
    """The ids of entries that are joined, cluster by cluster; the largest first, then by path."""
    cluster: dict[str, list[str]] = {}
    _join(((each.source, each.target) for each in graph.relations), cluster)
    if len(cluster) < len(graph.entries) or len(next(iter(cluster.values()), ())) < len(cluster):
        _join(linked_pairs(graph), cluster)
    distinct = {id(members): members for members in cluster.values()}.values()
    paths = {name: graph.entries[name].path for members in distinct for name in members}
    ordered = [sorted(members, key=paths.__getitem__) for members in distinct]
    return sorted(ordered, key=lambda members: (-len(members), paths[members[0]]))


def _join(pairs: Iterable[tuple[str, str]], cluster: dict[str, list[str]]) -> None:
    """Put both ends of each pair into one cluster; each member has the list of all."""
    for one, other in pairs:
        first, second = cluster.get(one), cluster.get(other)
        if first is not None and first is second:
            continue
        larger, smaller = first or [one], second or [other]
        if len(larger) < len(smaller):
            larger, smaller = smaller, larger
        larger += smaller
        cluster.update(dict.fromkeys(larger if len(larger) < 4 else smaller, larger))


def _cluster(graph: Graph, members: list[str]) -> Diagnostic:
    first, *others = (graph.entries[id] for id in members)
    return RULE.at(
        first.path,
        first.parsed.title_span,
        f"{len(members)} entries lead only to each other",
        help="relate one of them to an entry outside",
        related=[
            Related(path=entry.path, span=entry.parsed.title_span, message=entry.title) for entry in others[:_SHOWN]
        ],
        entry=first.id,
        subject=" ".join(members),
    )


def _finding(entry: EntryNode, message: str, help: str, subject: str) -> Diagnostic:
    span = entry.parsed.title_span
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=subject)
