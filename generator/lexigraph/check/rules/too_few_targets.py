"""A comparison with fewer than two `compares`, or a disambiguation with fewer than two entries.

A comparison puts things side by side, and a disambiguation lets a reader choose: with one thing there is nothing
to compare and nothing to choose.

```
kind: comparison
compares: [fine-tuning]
```

Name the others. A disambiguation that has one entry left can go; its title becomes an alias of that entry.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, RelationItem, Rule
from lexigraph.query.meanings import meanings

__all__ = ["RULE", "findings"]

RULE = Rule("E307", "too-few-targets", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each such entry; a name that no entry has counts, because unknown-entry speaks of it."""
    judged = [entry for entry in graph.entries.values() if entry.kind in ("comparison", "disambiguation")]
    if not judged:
        return
    loose: dict[str, list[str]] = {}
    for item in graph.unresolved:
        key = item.written.key if isinstance(item.written, RelationItem) else ""
        loose.setdefault(item.source, []).append(key)
    for entry in judged:
        waiting = loose.get(entry.id, [])
        if entry.kind == "comparison":
            count = len({view.other for view in graph.views(entry.id, "compares")}) + waiting.count("compares")
            if count < 2:
                yield _finding(
                    entry, "compares", f"a comparison of {_said(count)}", "name two or more under 'compares'"
                )
        elif (count := len(meanings(graph, entry.id)) + len(waiting)) < 2:
            help = "relate or link it to each entry that the name may mean"
            yield _finding(entry, "related", f"a disambiguation that offers {_said(count)}", help)


def _said(count: int) -> str:
    return "one entry" if count else "no entries"


def _finding(entry: EntryNode, key: str, message: str, help: str) -> Diagnostic:
    places = entry.parsed.places
    place = places.get(f"key:{key}", places.get("kind", entry.parsed.title_span))
    return RULE.at(entry.path, place, message, help=help, entry=entry.id, subject=key)
