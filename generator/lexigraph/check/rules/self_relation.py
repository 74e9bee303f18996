"""An entry related to itself.

Nothing is a kind of itself, uses itself or comes before itself; the item is a slip, or the file was copied from
the entry it names.

```
related: [embedding]       # in embedding.md
```

Delete the item, which `check --fix` does, or write the entry that was meant.
"""

from collections.abc import Iterator

from lexigraph.check.words.relations import key_as_written
from lexigraph.edit.front_matter import without_item
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E302", "self-relation", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each item that leads back to its own entry."""
    for relation in graph.self_relations:
        key = key_as_written(relation)
        edits = without_item(graph.entries[relation.source].parsed, relation.span)
        yield RULE.at(
            relation.path,
            relation.span,
            f"'{key}' leads from {relation.source} to itself",
            help="delete the item, or write the entry that was meant",
            entry=relation.source,
            subject=key,
            edits=edits,
            safe=True,
        )
