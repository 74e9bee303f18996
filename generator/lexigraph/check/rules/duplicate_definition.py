"""Two entries with the same definition.

Either they are one thing under two titles, or one of them was copied and never finished: a reader who knows only
the definitions cannot tell them apart.

```
definition: A store for vectors.      # in vector-database.md, and in vector-index.md
```

Say what sets each apart, or merge the two.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, Rule
from lexigraph.names import fold

__all__ = ["RULE", "findings"]

RULE = Rule("E204", "duplicate-definition", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry but the first, in order of path, that shares its definition with one of another title."""
    same: dict[str, list[EntryNode]] = {}
    for entry in graph.entries.values():
        if entry.definition:
            same.setdefault(entry.definition.casefold().rstrip(" .。"), []).append(entry)
    for entries in same.values():
        if len(entries) < 2:
            continue
        first, *others = sorted(entries, key=lambda entry: entry.path)
        for entry in others:
            if fold(entry.title) == fold(first.title):  # duplicate-title speaks of the pair already
                continue
            yield RULE.at(
                entry.path,
                entry.parsed.definition_span,
                f"{first.id} has the same definition",
                help="say what sets each apart; if both mean one thing, "
                f"merge the entries: lexigraph merge {entry.id} {first.id}",
                related=[Related(path=first.path, span=first.parsed.definition_span, message="the other definition")],
                entry=entry.id,
                subject=first.id,
            )
