"""`related` between an entry and one above it in the hierarchy.

`related` joins entries of which neither stands above the other (SKOS S27). Between a kind and what it is a kind
of it says less than is known already, and no SKOS tool accepts both. The hierarchy is followed through
`broader`, `part_of` and `instance_of` together; relations that refine `related`, like `uses`, do not count.

```
broader: [grounding]
related: [grounding]
```

Delete the item, or move its note to the relation that says more.
"""

from collections.abc import Iterator

from lexigraph.check.facts.hierarchy import Patience, above_of, way_up
from lexigraph.check.words.relations import steps
from lexigraph.edit.front_matter import without_item
from lexigraph.graph import Graph, Relation
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E305", "related-ancestor", __doc__)

_ALREADY = {
    "broader": "of which {below} is already a kind",
    "part_of": "of which {below} is already a part",
    "instance_of": "of which {below} is already an example",
}


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each `related` whose ends stand one above the other."""
    joined = [relation for relation in graph.relations if relation.type.key == "related"]
    above = above_of(relation for relation in graph.relations if joined and relation.type.hierarchical)
    patience = Patience()
    for relation in joined:
        one, other = relation.source, relation.target
        path = way_up(above, one, other, patience=patience) or way_up(above, other, one, patience=patience)
        if path:
            yield _finding(graph, relation, path)


def _finding(graph: Graph, relation: Relation, path: list[Relation]) -> Diagnostic:
    author = relation.author
    other = relation.target if author == relation.source else relation.source
    low, first = path[0].source, path[0].type
    if author != low:
        words = first.words.removeprefix("is ") if len(path) == 1 and first.words.startswith("is ") else "below"
        already = f"which is already {words} {author}"
    elif len(path) == 1 and first.key in _ALREADY:
        already = _ALREADY[first.key].format(below=author)
    else:
        already = f"which already stands above {author}"
    edits = without_item(graph.entries[author].parsed, relation.span)
    return RULE.at(
        relation.path,
        relation.span,
        f"'related' to {other}, {already}",
        help="'related' is for entries of which neither stands above the other (SKOS S27); "
        f"delete the item, or move its note to '{first.key}'",
        related=steps(path),
        entry=author,
        subject=other,
        edits=edits,
    )
