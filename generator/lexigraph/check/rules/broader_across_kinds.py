"""`broader` from a single thing (a model, tool, dataset, benchmark, organization, person) to a concept or technique.

A single thing is an example of a concept, not a kind of it: GPT-2 is an example of a language model, and an
autoregressive language model is a kind of it. The page says so in words, and SKOS has a property for each.

```
kind: tool
broader: [vector-database]
```

Write `instance_of`, unless the entry is about a kind of such things; then its kind is `concept`.
"""

from collections.abc import Iterator

from lexigraph.check.words.relations import key_as_written
from lexigraph.edit.front_matter import moved
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I313", "broader-across-kinds", __doc__)

_SINGLE = frozenset({"model", "tool", "dataset", "benchmark", "organization", "person"})
_GENERAL = frozenset({"concept", "technique"})


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each such relation."""
    for relation in graph.relations:
        if relation.type.key != "broader":
            continue
        low, high = graph.entries[relation.source], graph.entries[relation.target]
        if low.kind not in _SINGLE or high.kind not in _GENERAL:
            continue
        right = "instance_of" if relation.author == relation.source else "instances"
        edits = moved(graph.entries[relation.author].parsed, relation.span, right)
        yield RULE.at(
            relation.path,
            relation.span,
            f"'{key_as_written(relation)}' makes {low.id}, a single {low.kind}, a kind of {high.id}",
            help=f"write '{right}', unless {low.id} is about a kind of such things",
            related=[
                Related(
                    path=low.path,
                    span=low.parsed.places.get("kind", low.parsed.title_span),
                    message=f"the kind of {low.id}",
                )
            ],
            entry=relation.author,
            subject=f"{relation.source} {relation.target}",
            edits=edits,
        )
