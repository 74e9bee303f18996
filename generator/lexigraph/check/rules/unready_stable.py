"""`status: stable` without `reviewed_by`, `last_reviewed` or a source.

"Stable" tells a reader that somebody looked the entry over, when, and on what grounds; without them it is only
a claim.

```
status: stable
reviewed_by: [someone]     # when, and on which sources?
```

Add what lacks, or take the status away.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Fields, Rule
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("E501", "unready-stable", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each stable entry that lacks something."""
    for entry in graph.entries.values():
        parsed = entry.parsed
        lacking = _lacking(parsed.fields) if parsed.fields.status == "stable" else []
        if "a source" in lacking and parsed.prose.reading:
            lacking.remove("a source")
        if lacking:
            yield RULE.at(
                entry.path,
                parsed.places.get("status", parsed.title_span),
                f"a stable entry without {listed(lacking, last='or')}",
                help=f"add {listed(lacking)}; until then it is 'draft'",
                entry=entry.id,
            )


def _lacking(fields: Fields) -> list[str]:
    has = {
        "'reviewed_by'": bool(fields.reviewed_by),
        "'last_reviewed'": fields.last_reviewed is not None,
        "a source": bool(fields.sources),
    }
    return [name for name, is_there in has.items() if not is_there]
