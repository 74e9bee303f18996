"""A stable entry that rests on a draft: what it is a kind or part of, or what it presupposes.

"Stable" promises that the text has been looked over; a reader who has to understand a draft first does not get that.

```
status: stable
requires: [tokenization]     # whose status is draft
```

Review the draft, or leave the entry a draft until then.
"""

from collections.abc import Iterator

from lexigraph.check.words.relations import said
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I409", "draft-target", __doc__)

_FOUNDATIONS = frozenset({"broader", "part_of", "requires"})


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each such relation, wherever it is written."""
    for relation in graph.relations:
        if relation.type.key not in _FOUNDATIONS:
            continue
        source, target = graph.entries[relation.source], graph.entries[relation.target]
        if source.parsed.fields.status == "stable" and target.parsed.fields.status == "draft":
            place = target.parsed.places.get("status", target.parsed.title_span)
            yield RULE.at(
                relation.path,
                relation.span,
                f"{said(relation)}, which is a draft; {source.id} is stable",
                help=f"review {target.id}, or leave {source.id} a draft until then",
                related=[Related(path=target.path, span=place, message=f"{target.id} is a draft")],
                entry=source.id,
                subject=f"{relation.type.key} {target.id}",
            )
