"""Every name in `reviewed_by` is also in `authors`.

A review is worth something because somebody else looked.

```
authors: [ada]
reviewed_by: [ada]
```

Ask another person, and add their name.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule
from lexigraph.names import fold

__all__ = ["RULE", "findings"]

RULE = Rule("W506", "self-review", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry that only its authors reviewed."""
    for entry in graph.entries.values():
        fields, places = entry.parsed.fields, entry.parsed.places
        reviewers = {fold(name) for name in fields.reviewed_by}
        if reviewers and reviewers <= {fold(name) for name in fields.authors}:
            yield RULE.at(
                entry.path,
                places.get("reviewed_by/0", places.get("reviewed_by", entry.parsed.title_span)),
                "nobody but its authors has reviewed this entry",
                help="ask somebody else to look it over, and add their name",
                entry=entry.id,
            )
