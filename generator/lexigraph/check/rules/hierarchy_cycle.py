"""A circle in `broader`, `part_of` and `instance_of` taken together.

Following what a thing is a kind, a part or an example of leads to something wider each time; it cannot lead
back. A page in a circle has no place in the breadcrumbs, and every export to SKOS would be wrong.

```
broader: [grounding]       # in rag.md
part_of: [rag]             # in grounding.md
```

Delete the relation that is least true; what is only connected belongs under `uses` or `requires`. Of circles
that are knotted together the shortest is printed, and the next one when it is cut.
"""

from collections.abc import Iterator

from lexigraph.check.facts.circles import circle_finding, circles
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E303", "hierarchy-cycle", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each knot of circles in the hierarchy."""
    hierarchy = (item for item in (*graph.relations, *graph.question_links) if item.type.hierarchical)
    for circle in circles(graph, hierarchy):
        yield circle_finding(
            RULE,
            circle,
            "the hierarchy runs",
            "delete the one that is least true; what is only connected belongs under 'uses' or 'requires'",
        )
