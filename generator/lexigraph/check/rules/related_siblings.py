"""`related` without a note between entries that share a parent.

Entries with one parent are shown together already. That they are related says nothing more, unless a note says
how.

```
broader: [language-model]
related: [masked-language-model]      # a kind of language model too
```

Add a note, use a relation that says more (`contrasts_with`, `alternative_to`), or delete the item.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I312", "related-siblings", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each such relation: it names the parent that both have."""
    parents: dict[str, set[tuple[str, str]]] = {}
    for relation in graph.relations:
        if relation.type.hierarchical:
            parents.setdefault(relation.source, set()).add((relation.type.key, relation.target))
    for relation in graph.relations:
        if relation.type.key != "related" or relation.note:
            continue
        shared = parents.get(relation.source, set()) & parents.get(relation.target, set())
        if shared:
            _, parent = min(shared)
            other = relation.target if relation.author == relation.source else relation.source
            node = graph.entries[parent]
            yield RULE.at(
                relation.path,
                relation.span,
                f"'related' to {other}, which has the parent {parent} too",
                help="add a note that says how, or use 'contrasts_with' or 'alternative_to'",
                related=[Related(path=node.path, span=node.parsed.title_span, message="the parent of both")],
                entry=relation.author,
                subject=other,
            )
