"""A relation from or to a kind that it does not allow.

Some relations join only certain kinds: `implements` starts at a tool or model, `evaluated_by` leads to a metric
or benchmark, `compares` belongs to a comparison. Pages and questions rely on it: a tool that "is measured by" a
person makes no sense to a reader.

```
kind: concept
implements: [attention]    # only a tool or a model implements something
```

Use another relation, or mend the kind of the entry.
"""

from collections.abc import Iterator

from lexigraph.check.words.relations import key_as_written
from lexigraph.graph import EntryNode, Graph, Relation
from lexigraph.model import Diagnostic, Related, Rule
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("E306", "wrong-kind", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each end of a relation that has a kind it may not have."""
    for relation in graph.relations:
        for id, kinds in ((relation.source, relation.type.from_kinds), (relation.target, relation.type.to_kinds)):
            entry = graph.entries[id]
            if kinds and entry.kind not in kinds:
                yield _finding(relation, entry, kinds)


def _finding(relation: Relation, entry: EntryNode, kinds: tuple[str, ...]) -> Diagnostic:
    verb = "is for" if entry.id == relation.author else "leads to"
    allowed = listed([_one(kind) for kind in kinds], last="or")
    place = entry.parsed.places.get("kind", entry.parsed.title_span)
    return RULE.at(
        relation.path,
        relation.span,
        f"'{key_as_written(relation)}' {verb} {allowed}; {entry.id} is {_one(entry.kind)}",
        help=f"use another relation, or mend the kind of {entry.id}",
        related=[Related(path=entry.path, span=place, message=f"{entry.id} is {_one(entry.kind)}")],
        entry=relation.author,
        subject=f"{relation.type.key} {relation.source} {relation.target}",
    )


def _one(kind: str) -> str:
    """`a tool`, `an organization`."""
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
