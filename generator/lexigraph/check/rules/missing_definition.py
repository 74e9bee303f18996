"""Neither `definition` nor a first paragraph that could serve as one.

The definition is what a reader sees in a preview, a search result and every list: an entry without one is
only a name.

```
---
title: Embedding
---

## How it works
```

Write one or two sentences that say what the thing is, as `definition` or as the first paragraph. Questions and
disambiguations need none.
"""

from collections.abc import Iterator

from lexigraph.check.facts.unread import unread
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E201", "missing-definition", __doc__)

_NEED_NONE = frozenset({"question", "disambiguation"})


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry without a definition."""
    hidden = unread(graph)
    for entry in graph.entries.values():
        if not entry.definition and entry.kind not in _NEED_NONE and entry.path not in hidden:
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                f"'{entry.title}' has no definition",
                help="write 'definition', one or two sentences of at most 300 characters, or begin the text with them",
                entry=entry.id,
            )
