"""An entry with no relation and no link, in or out.

Readers find it only by its name, and it tells them nothing about what is next to it. What it could not be
linked to is counted: a reference to a name that no entry has yet is a link in the making.

```
---
title: Perplexity
definition: How surprised a model is by a text.
---
```

Relate it to another entry (`broader`, `part_of`, `related` …), or link to it from a text that speaks of it.
"""

from collections.abc import Iterator

from lexigraph.check.facts.linked import linked_from
from lexigraph.check.facts.unread import unread
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W309", "orphan-entry", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry on its own; none in a knowledge base of one entry."""
    alone = set(graph.entries)
    alone.difference_update([relation.source for relation in graph.relations])
    alone.difference_update([relation.target for relation in graph.relations])
    alone.difference_update([item.source for item in graph.unresolved])
    if alone:
        for entry in graph.entries.values():
            if others := linked_from(graph, entry):
                alone -= {entry.id, *others}
    hidden = unread(graph) if alone else frozenset()
    for entry in (graph.entries[id] for id in alone if len(graph.entries) > 1):
        if entry.path not in hidden:
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                "no entry leads here, and this one leads to none",
                help="relate it to another ('broader', 'part_of', 'related' …), or link to it from another's text",
                entry=entry.id,
            )
