"""An alias or acronym that is the title or id of another entry.

The name leads to the other entry wherever it is written, so the alias does nothing, and a reader of this page
is told that two different things are one.

```
aliases: [Embedding]       # in dense-retrieval.md, while embedding.md has the title Embedding
```

Delete the alias; if both names do mean one thing, merge the entries.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import NOWHERE, Diagnostic, Related, Rule, Span
from lexigraph.names import fold

__all__ = ["RULE", "findings"]

RULE = Rule("E107", "alias-clash", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each alias or acronym that another entry is called or known by."""
    for name, ids in graph.names.aliases.items():
        if name not in graph.names.folded:
            continue
        for entry in (graph.entries[id] for id in ids):
            clash = next(_owners(graph, entry, name), None)
            for what, written, span in _names(entry) if clash else ():
                if clash and fold(written) == name:
                    yield _finding(entry, what, written, span, *clash)


def _owners(graph: Graph, entry: EntryNode, name: str) -> Iterator[tuple[EntryNode, str]]:
    """The other entries that have the folded name as title or id, and which of the two it is."""
    for id in graph.names.folded[name]:
        other = graph.entries[id]
        if other is entry or other.kind == "disambiguation":  # that is called what others are called, on purpose
            continue
        if fold(other.title) == name:
            yield other, "title"
        elif fold(other.id) == name:
            yield other, "id"


def _names(entry: EntryNode) -> Iterator[tuple[str, str, Span]]:
    fields, places = entry.parsed.fields, entry.parsed.places
    for index, alias in enumerate(fields.aliases):
        yield "alias", alias, places.get(f"aliases/{index}", NOWHERE)
    if fields.acronym and fields.acronym not in fields.aliases:
        yield "acronym", fields.acronym, places.get("acronym", NOWHERE)


def _finding(entry: EntryNode, what: str, name: str, span: Span, other: EntryNode, is_the: str) -> Diagnostic:
    return RULE.at(
        entry.path,
        span,
        f"the {what} '{name}' is the {is_the} of another entry",
        help=f"delete the {what}; if both names mean one thing, "
        f"merge the entries: lexigraph merge {entry.id} {other.id}",
        related=[
            Related(
                path=other.path,
                span=other.parsed.title_span,
                message="the title" if is_the == "title" else "the entry",
            )
        ],
        entry=entry.id,
        subject=name,
    )
