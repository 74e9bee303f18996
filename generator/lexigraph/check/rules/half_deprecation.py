"""Deprecated, and nobody is told why or what to use; or a reason or successor on an entry that is in use.

A page that says "do not use this" and no more leaves its reader alone. The other way round, a successor without the
status is not shown as one, and the entry goes on being recommended.

```
status: deprecated      # superseded by what, or why?
```

Add `superseded_by` or `deprecation_reason`, or set `status: deprecated`.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E504", "half-deprecation", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each deprecated entry without reason and successor, and each live one with either."""
    superseded = {relation.source: relation for relation in graph.relations if relation.type.key == "superseded_by"}
    for entry in graph.entries.values():
        parsed = entry.parsed
        reason = parsed.fields.deprecation_reason
        is_written = any(item.key == "superseded_by" for item in parsed.relation_items)
        if parsed.fields.status == "deprecated":
            if not (reason or is_written or entry.id in superseded):
                yield RULE.at(
                    entry.path,
                    parsed.places.get("status", parsed.title_span),
                    "deprecated without 'superseded_by' or 'deprecation_reason'",
                    help="name the entry to use instead, or say why nobody should use this one",
                    entry=entry.id,
                )
        elif reason or is_written:
            key = "superseded_by" if is_written else "deprecation_reason"
            yield RULE.at(
                entry.path,
                parsed.places.get(f"key:{key}", parsed.title_span),
                f"'{key}' on an entry that is not deprecated",
                help="write 'status: deprecated', or delete the key; "
                "what is built on it and does not replace it is 'extended_by'",
                entry=entry.id,
                subject=key,
            )
        elif relation := superseded.get(entry.id):
            yield RULE.at(
                relation.path,
                relation.span,
                f"{entry.id} is superseded here, but is not deprecated",
                help=f"write 'status: deprecated' in {entry.path}, or say 'extends' if both are in use",
                entry=entry.id,
                subject="supersedes",
            )
