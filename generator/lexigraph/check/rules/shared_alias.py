"""One alias or acronym on several entries, and no disambiguation that offers them all.

A reference by that name is ambiguous, and a reader who searches for it cannot know that there is a second
meaning.

```
aliases: [agent]           # in software-agent.md
aliases: [agent]           # in reinforcement-learning-agent.md
```

Keep the alias on the entry that most readers mean, or add an entry of kind `disambiguation` that is related to
all of them.
"""

from collections.abc import Iterator

from lexigraph.check.facts.labels import Label, labels
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, Rule
from lexigraph.names import fold
from lexigraph.query.meanings import meanings

__all__ = ["RULE", "findings"]

RULE = Rule("W108", "shared-alias", __doc__)

_SHOWN = 5
"""Other entries whose places are shown at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry but the first, in order of path, that shares an alias."""
    shared = {name: ids for name, ids in graph.names.aliases.items() if len(ids) > 1 and not _is_title(graph, name)}
    if not shared:
        return
    offered = [set(meanings(graph, node.id)) for node in graph.entries.values() if node.kind == "disambiguation"]
    for name, ids in shared.items():
        if any(together.issuperset(ids) for together in offered):
            continue
        entries = [graph.entries[id] for id in ids]
        for entry in entries[1:]:
            label = _label(entry, name)
            yield RULE.at(
                entry.path,
                label.span(entry),
                f"the {label.what} '{label.name}' is shared with {_others(entries, entry)}",
                help="keep it on the entry that most readers mean, "
                "or add an entry of kind 'disambiguation' that is related to all of them",
                related=[
                    Related(path=each.path, span=_label(each, name).span(each), message=f"on {each.title}")
                    for each in [each for each in entries[: _SHOWN + 1] if each is not entry][:_SHOWN]
                ],
                entry=entry.id,
                subject=name,
            )


def _is_title(graph: Graph, folded: str) -> bool:
    """Whether an entry is called so: then alias-clash speaks of it. A disambiguation does not count."""
    return any(graph.entries[id].kind != "disambiguation" for id in graph.names.folded.get(folded, ()))


def _label(entry: EntryNode, folded: str) -> Label:
    """The alias or acronym that has the folded name."""
    return next(
        label for label in labels(entry) if label.field in ("aliases", "acronym") and fold(label.name) == folded
    )


def _others(entries: list[EntryNode], entry: EntryNode) -> str:
    if len(entries) == 2:
        return next(each.id for each in entries if each is not entry)
    return f"{len(entries) - 1} other entries"
