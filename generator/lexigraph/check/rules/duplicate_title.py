"""Two entries with one title, and no `scope_note` to tell them apart.

Titles are compared without case, spaces and hyphens: "Fine tuning" and "Fine-tuning" are one. A reader who
finds both in the search box cannot choose, and a reference by the title is ambiguous.

```
title: Agent               # in agents/software-agent.md
title: agent               # in training/rl-agent.md
```

Merge the two when they mean the same. When they are homonyms, give each a `scope_note`, or a longer title.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E106", "duplicate-title", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry but the first, in order of path, that shares its title."""
    same_id = {id for collision in graph.collisions if collision.what == "id" for id in collision.entries}
    for collision in graph.collisions:
        if collision.what != "title":
            continue
        entries = [graph.entries[id] for id in collision.entries]
        alike = [each for each in entries if not each.parsed.fields.scope_note and each.kind != "disambiguation"]
        for entry in alike[1:]:
            first = alike[0]
            if {entry.id, first.id} <= same_id:  # duplicate-id speaks of the pair already
                continue
            yield RULE.at(
                entry.path,
                entry.parsed.title_span,
                f"another entry has the title '{first.title}'",
                help="tell them apart with a 'scope_note' in each; "
                f"if both mean one thing, merge the entries: lexigraph merge {entry.id} {first.id}",
                related=[Related(path=first.path, span=first.parsed.title_span, message="the other title")],
                entry=entry.id,
                subject=first.id,
            )
