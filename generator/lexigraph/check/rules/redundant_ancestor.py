"""A direct `broader` or `part_of` to an entry that a longer path of the same relation reaches already.

A hierarchy is read step by step. A shortcut past a step puts the entry in two places of the tree, and hides which
of them is the nearer one.

```
broader: [language-model, neural-network]    # a language model is a kind of neural network
```

Delete the shortcut. If the longer path is not true, one of its steps is the mistake.
"""

from collections.abc import Iterator

from lexigraph.check.facts.hierarchy import Patience, above_of, way_up
from lexigraph.check.words.relations import key_as_written, steps
from lexigraph.edit.front_matter import without_item
from lexigraph.graph import Graph, Relation
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W310", "redundant-ancestor", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation that leads where a longer path leads; those in a circle are left to hierarchy-cycle."""
    patience = Patience()
    for type in graph.vocabulary.relations:
        if not (type.hierarchical and type.transitive):
            continue
        above = above_of(relation for relation in graph.relations if relation.type.key == type.key)
        for source, direct in above.items():
            for target, relation in direct.items() if len(direct) > 1 else ():
                path = way_up(above, source, target, not_first=(target,), patience=patience)
                if path and not way_up(above, target, path[0].target, patience=patience):
                    yield _finding(graph, relation, path)


def _finding(graph: Graph, relation: Relation, path: list[Relation]) -> Diagnostic:
    edits = without_item(graph.entries[relation.author].parsed, relation.span)
    other = relation.target if relation.author == relation.source else relation.source
    return RULE.at(
        relation.path,
        relation.span,
        f"'{key_as_written(relation)}' to {other}, where {len(path)} steps lead already",
        help="delete the item; if one of the steps is not true, delete that one",
        related=steps(path),
        entry=relation.author,
        subject=f"{relation.type.key} {relation.source} {relation.target}",
        edits=edits,
    )
