"""A relation to a name that no entry has.

A relation is a claim about the graph; one that leads nowhere claims nothing, and is usually a slip of the pen.

```
uses:
  - retreival-augmented-generation      # the entry is 'retrieval-augmented-generation'
```

Write the id, title or an alias of an entry. What is still to be written can be wanted by a wikilink in the text.
"""

from collections.abc import Iterator

from lexigraph.check.did_you_mean import DidYouMean
from lexigraph.check.redirect_file import RedirectFiles
from lexigraph.check.written import loose_items
from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Rule
from lexigraph.names import slug

__all__ = ["RULE", "findings"]

RULE = Rule("E301", "unknown-entry", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item, and each redirect's `destination`, whose name no entry has."""
    near = DidYouMean(graph)
    for item, _ in loose_items(graph):
        if not item.candidates:
            yield RULE.at(
                item.path,
                item.span,
                f"no entry has the name '{item.name}'",
                help=near.nearest(item.name, _how_to_make(item.name)),
                entry=item.source,
                subject=item.name,
            )
    files = RedirectFiles(graph)
    circling = {path for circle in files.circles for path in circle}
    for path, id in graph.redirect_files.items():
        name = graph.redirecting[path].fields.destination
        if id or path in circling or files.next(path) or graph.names.candidates(name):
            continue
        yield RULE.at(
            path,
            graph.redirecting[path].places.get("destination", NOWHERE),
            f"no entry has the name '{name}'",
            help=near.nearest(name, "name the entry to which readers of this one are led"),
            subject=name,
        )


def _how_to_make(name: str) -> str:
    file = "/".join(filter(None, map(slug, name.split("/")))) or "its-name"
    return f"no name is near; make the entry with a file '{file}.md', or delete the item"
