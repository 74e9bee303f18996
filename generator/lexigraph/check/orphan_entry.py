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

from lexigraph.check.unread import unread
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W309", "orphan-entry", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry on its own; none in a knowledge base of one entry."""
    joined = {id for relation in graph.relations for id in (relation.source, relation.target)}
    joined.update(id for link in graph.links for id in (link.source, link.target))
    joined.update(item.source for item in graph.unresolved)
    hidden = unread(graph)
    for entry in graph.entries.values():
        if entry.id not in joined and entry.path not in hidden and len(graph.entries) > 1:
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                "no entry leads here, and this one leads to none",
                help="relate it to another ('broader', 'part_of', 'related' …), or link to it from another's text",
                entry=entry.id,
            )
