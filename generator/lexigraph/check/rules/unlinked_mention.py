"""The first mention of an entry that the site does not link by itself, where nothing else leads there.

Names that are too common (`autolink: false`) and names of several entries are left alone, because a program cannot tell
whether the entry is meant. Where it is, the reader gets a link only if the author writes one.

```
An agent keeps its notes in memory.      # memory.md has 'autolink: false'
```

Link it, if the entry is meant: `[memory](memory.md)`. `lexigraph check --fix --unsafe-fixes` does it.
"""

from collections.abc import Iterator

from lexigraph.edit.links import way_to, written_at
from lexigraph.graph import EntryNode, Graph, Mention
from lexigraph.link.mentions import QuietNameFinder
from lexigraph.model import Diagnostic, Edit, Rule
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("I411", "unlinked-mention", __doc__)

_IN_HELP = 3
"""Entries that the help spells out at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each name in a body whose entries the entry has no link and no relation to."""
    finder = QuietNameFinder(graph.entries, graph.names)
    if finder.is_idle():
        return
    for entry in graph.entries.values():
        if not finder.may_stand_in(entry.parsed.source):
            continue
        known = {place.entry for place in graph.resolved[entry.path] if place is not None}
        known.update(view.other for view in graph.relations_at.get(entry.id, ()))
        for mention, ids in finder.quiet_mentions(entry, graph.resolved[entry.path]):
            if mention.span.start >= entry.parsed.body_start and known.isdisjoint(ids):
                known.update(ids)
                yield _finding(graph, entry, mention, [graph.entries[id] for id in ids])


def _finding(graph: Graph, entry: EntryNode, mention: Mention, meant: list[EntryNode]) -> Diagnostic:
    start, end = mention.span.start, mention.span.end
    ways = [f"[{mention.name}]({way_to(entry.path, each.path)})" for each in meant]
    is_as_written = written_at(entry.parsed, start, end) == mention.name
    is_guess = len(meant) == 1 and is_as_written
    if len(meant) == 1:
        help = f"if the entry is meant, write {ways[0]}"
    else:
        help = f"if one of them is meant, write {listed(ways[:_IN_HELP], last='or')}"
    name = " ".join(mention.name.split())
    if len(meant) == 1 and not meant[0].parsed.fields.autolink:
        why = f"for {meant[0].id} has 'autolink: false'"
    else:
        why = "for it is not the name of one entry alone"
    return RULE.at(
        entry.path,
        mention.span,
        f"'{name}' is not linked by itself, {why}",
        help=help,
        entry=entry.id,
        subject=name,
        edits=(Edit(path=entry.path, span=mention.span, text=ways[0]),) if is_guess else (),
    )
