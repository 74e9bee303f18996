"""A stable entry whose definition or place in the hierarchy changed, and `last_reviewed` did not.

The date says that somebody looked over what stands there. It belongs to the old text now.

```
definition: …               # changed
last_reviewed: 2026-02-10   # not changed
```

Have the entry looked over and set the date, or take `status: stable` away until that is done.
"""

from collections.abc import Iterator

from lexigraph.check.facts.since import Since
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Rule, Span
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("W703", "unreviewed-change", __doc__)

_Parents = dict[str, set[tuple[str, str]]]


def findings(graph: Graph, base: Graph) -> Iterator[Diagnostic]:
    """One for each such entry."""
    since = Since(graph, base)
    after, before = _parents(graph, since), _parents(base, since)
    for old in base.entries.values():
        entry = graph.entries.get(since.now(old.id))
        if entry is None or entry.parsed.fields.status != "stable":
            continue
        if entry.parsed.fields.last_reviewed != old.parsed.fields.last_reviewed:
            continue
        changed = {}
        if " ".join(entry.definition.split()) != " ".join(old.definition.split()):
            changed["the definition"] = entry.parsed.definition_span
        if (parents := after.get(entry.id, set())) != before.get(entry.id, set()):
            changed["the hierarchy"] = _place(graph, entry, parents - before.get(entry.id, set()))
        if changed:
            yield RULE.at(
                entry.path,
                next(iter(changed.values())),
                f"{listed(list(changed))} changed, and 'last_reviewed' did not",
                help="have the entry looked over and set the date, or take 'status: stable' away",
                entry=entry.id,
                subject=" ".join(changed),
            )


def _parents(graph: Graph, since: Since) -> _Parents:
    """Id of today of each stable entry → its hierarchical relations: key, and id of today of what stands above it."""
    found: _Parents = {}
    for relation in graph.relations:
        if relation.type.hierarchical:
            source = since.now(relation.source)
            entry = since.graph.entries.get(source)
            target = since.now(relation.target)
            if target not in since.graph.entries:  # its removal is said already
                continue
            if entry is not None and entry.parsed.fields.status == "stable":
                found.setdefault(source, set()).add((relation.type.key, target))
    return found


def _place(graph: Graph, entry: EntryNode, new: set[tuple[str, str]]) -> Span:
    """The first of the new relations that stands in the entry's own file; its title when there is none."""
    views = graph.relations_at.get(entry.id, ())
    spans = [
        view.relation.span
        for view in views
        if view.relation.path == entry.path and (view.relation.type.key, view.other) in new
    ]
    return min(spans, default=entry.parsed.title_span)
