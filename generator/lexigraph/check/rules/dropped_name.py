"""A title or alias that an entry had before the change, and that names nothing now.

Whoever searches for it or links to it by that name finds nothing, though the entry is still there.

```
title: Fine-tuning      # was 'Fine tuning of models', which is no alias either
```

Keep the old name under `aliases`, unless it was never right.
"""

from collections.abc import Iterator

from lexigraph.check.facts.since import Since
from lexigraph.edit.front_matter import with_item
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W702", "dropped-name", __doc__)


def findings(graph: Graph, base: Graph) -> Iterator[Diagnostic]:
    """One for each such name of an entry that can still be reached; questions may be reworded."""
    since = Since(graph, base)
    for before in base.entries.values():
        entry = graph.entries.get(since.now(before.id))
        if entry is None or before.kind == "question":
            continue
        if entry.title == before.title and entry.parsed.front_matter == before.parsed.front_matter:
            continue
        for name in before.names:
            if graph.names.candidates(name):
                continue
            what = "the title" if name == before.title else "an alias"
            edits = with_item(entry.parsed, "aliases", name)
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                f"'{name}' was {what} of this entry and names nothing now",
                help="keep it under 'aliases', unless it was never right",
                entry=entry.id,
                subject=name,
                edits=edits,
            )
