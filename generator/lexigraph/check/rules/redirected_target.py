"""A reference by an id or path that the entry had before.

It still leads there, by the redirect; but whoever reads the file looks for a name that no file has, and the redirect
can never be taken back.

```
uses: [ft]      # fine-tuning.md has 'redirect_from: [ft]'
```

Write the id of today, or the path of the file. `lexigraph check --fix` does it.
"""

from collections.abc import Iterator

from lexigraph.check.facts.references import documents, field_items
from lexigraph.check.facts.way_named import Way, WaysNamed
from lexigraph.edit.links import renamed, retargeted, way_to
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Edit, ParsedEntry, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("W407", "redirected-target", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item and link by an old name."""
    ways = WaysNamed(graph)
    old = ways.redirected
    if not old:
        return
    for id, parsed, item in field_items(graph):
        target = graph.names.candidates(item.target)
        if len(target) == 1 and target[0] in old and ways.of_name(item.target, target[0]) is Way.OLD:
            entry = graph.entries[target[0]]
            edits = renamed(parsed, item, entry.id)
            yield _finding(id, parsed, item.span, item.target, entry, entry.id, edits)
    for id, parsed in documents(graph):
        for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
            if place is None or place.entry not in old:
                continue
            entry = graph.entries[place.entry]
            if reference.form == "wikilink":
                way, to = ways.of_name(reference.target, entry.id), entry.id
            else:
                way, to = ways.of_link(parsed, reference, entry.id), way_to(parsed.path, entry.path)
            if reference.target and way is Way.OLD:
                edits = retargeted(parsed, reference, to)
                yield _finding(id, parsed, reference.span, reference.target, entry, to, edits)


def _finding(
    id: str, parsed: ParsedEntry, span: Span, written: str, entry: EntryNode, to: str, edits: tuple[Edit, ...]
) -> Diagnostic:
    return RULE.at(
        parsed.path,
        span,
        f"'{written}' is an old name of {entry.id}",
        help=f"write '{to}'",
        entry=id,
        subject=written,
        edits=edits,
        safe=True,
    )
