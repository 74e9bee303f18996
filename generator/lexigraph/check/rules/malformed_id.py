"""A file stem that is not lower-case words joined by hyphens.

The stem is the id: the address of the page and the name in every reference. Capitals and spaces make addresses
that differ between computers and are hard to type; the entry loads under the slug of its stem.

```
retrieval/Vector_Database.md      # the id is 'vector-database'
```

Rename the file. Letters and digits of any script are fine.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule
from lexigraph.names import slug

__all__ = ["RULE", "findings"]

RULE = Rule("E101", "malformed-id", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry whose file is not named like an id."""
    for entry in graph.entries.values():
        stem = entry.parsed.stem
        if stem != slug(stem):
            better = slug(stem) or "its-title"
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                f"the file name '{stem}' is not lower-case words joined by hyphens",
                help=f"rename the file to '{better}.md'",
                entry=entry.id,
                subject=stem,
            )
