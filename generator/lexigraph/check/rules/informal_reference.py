"""A relation written by title, alias or with other capitals, or a link by the site's own address.

It leads where it should, for now: titles are reworded and aliases dropped, and whoever looks for what refers to a file
looks for its id. A link with the site's address does not work in a preview, a fork, or on a reader's disk.

```
uses: [RAG]                                     # the id is 'retrieval-augmented-generation'
as [RAG](https://glossary.example.org/rag/) does
```

Write the id, or the path of the file. In prose a wikilink may use any name. `lexigraph check --fix` does it.
"""

from collections.abc import Iterator

from lexigraph.check.facts.references import documents, field_items
from lexigraph.check.facts.way_named import Way, WaysNamed
from lexigraph.edit.links import renamed, retargeted, way_to
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I410", "informal-reference", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item that names its entry by another name than its id, and each such link."""
    ways = WaysNamed(graph)
    for id, parsed, item in field_items(graph, but=graph.entries):
        target = graph.names.candidates(item.target)
        if len(target) == 1 and ways.of_name(item.target, target[0]) is Way.INFORMAL:
            entry = graph.entries[target[0]]
            edits = renamed(parsed, item, entry.id)
            yield RULE.at(
                parsed.path,
                item.span,
                f"'{item.target}' is {_what(entry, item.target)}; the id is '{entry.id}'",
                help=f"write {entry.id}",
                entry=id,
                subject=item.target,
                edits=edits,
                safe=True,
            )
    if graph.scheme.base_iri:
        yield from _by_address(graph, ways)


def _by_address(graph: Graph, ways: WaysNamed) -> Iterator[Diagnostic]:
    base = graph.scheme.base_iri
    for id, parsed in documents(graph):
        for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
            if not reference.target.startswith(base) or place is None or not place.entry:
                continue
            entry = graph.entries[place.entry]
            if ways.of_link(parsed, reference, entry.id) is Way.INFORMAL:
                to = way_to(parsed.path, entry.path)
                edits = retargeted(parsed, reference, to)
                yield RULE.at(
                    parsed.path,
                    reference.span,
                    f"'{reference.target}' is the address of {entry.id} on this site",
                    help=f"write its path, '{to}'",
                    entry=id,
                    subject=reference.target,
                    edits=edits,
                    safe=True,
                )


def _what(entry: EntryNode, name: str) -> str:
    if name.strip() == entry.title:
        return "a title"
    return "an alias" if name.strip() in entry.also_called else "a name with other capitals or spaces"
