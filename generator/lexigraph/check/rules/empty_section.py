"""A heading or a frequently asked question with nothing under it, or a stable entry without a body.

A heading promises text. On the page and in the contents it leads to nothing, and search engines take an answer
that is none.

```
## How it works

## Limits

It needs labelled data.
```

Write the section, or delete its heading. An entry that says no more than its definition is a draft.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W206", "empty-section", __doc__)

_NEED_NO_BODY = frozenset({"comparison", "question", "disambiguation"})
"""Kinds that can say all they have to say in front matter."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each heading without text, one for each stable entry without a body."""
    for entry in graph.entries.values():
        parsed = entry.parsed
        for title, span in parsed.empty_sections:
            yield RULE.at(
                entry.path,
                span,
                f"nothing stands under '{title}'",
                help="write what belongs under it, or delete it",
                entry=entry.id,
                subject=title,
            )
        if parsed.is_empty and parsed.fields.status == "stable" and entry.kind not in _NEED_NO_BODY:
            yield RULE.at(
                entry.path,
                parsed.places.get("status", parsed.title_span),
                "a stable entry without a body",
                help="write why it matters and how it works, or set the status to 'draft'",
                entry=entry.id,
                subject="body",
            )
