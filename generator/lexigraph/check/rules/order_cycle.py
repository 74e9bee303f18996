"""A circle in one relation outside the hierarchy that puts things in order.

`requires`, `extends`, `superseded_by` and `depends_on` say what comes first, and so do a scheme's own acyclic
relations. A circle has no first: nobody could read, or answer, what is in it.

```
requires: [transformer]    # in attention.md
requires: [attention]      # in transformer.md
```

Delete the relation that is least true. Of circles that are knotted together the shortest is printed.
"""

from collections.abc import Iterator

from lexigraph.check.facts.circles import circle_finding, circles
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E304", "order-cycle", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each knot of circles in each ordering relation."""
    for type in graph.vocabulary.relations:
        if type.acyclic and not type.hierarchical:
            same = (item for item in (*graph.relations, *graph.question_links) if item.type.key == type.key)
            for circle in circles(graph, same):
                yield circle_finding(
                    RULE,
                    circle,
                    f"'{type.key}' runs",
                    "delete the one that is least true; what is only connected belongs under 'related'",
                )
