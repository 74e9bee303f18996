"""A relation to a name that no entry has.

A relation is a claim about the graph; one that leads nowhere claims nothing, and is usually a slip of the pen.

```
uses:
  - retreival-augmented-generation      # the entry is 'retrieval-augmented-generation'
```

Write the id, title or an alias of an entry. What is still to be written can be wanted by a wikilink in the text.
"""

from collections.abc import Iterator

from lexigraph.check.facts.redirect_files import RedirectFiles
from lexigraph.check.facts.references import loose_items
from lexigraph.check.words.did_you_mean import DidYouMean
from lexigraph.check.words.meant_questions import MeantQuestions
from lexigraph.edit.front_matter import rewritten
from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Edit, ParsedEntry, Rule, Span
from lexigraph.names import slug

__all__ = ["RULE", "findings"]

RULE = Rule("E301", "unknown-entry", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item, and each redirect's `destination`, whose name no entry has."""
    near, questions = DidYouMean(graph), MeantQuestions(graph)
    for item, _ in loose_items(graph):
        if not item.candidates:
            meant = questions.help(item)
            yield RULE.at(
                item.path,
                item.span,
                f"no entry has the name '{item.name}'",
                help=meant or near.nearest(item.name, _how_to_make(item.name)),
                entry=item.source,
                subject=item.name,
                edits=() if meant else _nearest(near, graph.entries[item.source].parsed, item.span, item.name),
            )
    files = RedirectFiles(graph)
    circling = {path for circle in files.circles for path in circle}
    for path, id in graph.redirect_files.items():
        name = graph.redirecting[path].fields.destination
        if id or path in circling or files.next(path) or graph.names.candidates(name):
            continue
        span = graph.redirecting[path].places.get("destination", NOWHERE)
        yield RULE.at(
            path,
            span,
            f"no entry has the name '{name}'",
            help=near.nearest(name, "name the entry to which readers of this one are led"),
            subject=name,
            edits=_nearest(near, graph.redirecting[path], span, name),
        )


def _nearest(near: DidYouMean, parsed: ParsedEntry, span: Span, name: str) -> tuple[Edit, ...]:
    """The name in front matter changed to the id of the nearest entry."""
    entries = near.entries(name)
    return rewritten(parsed, span, entries[0].id) if entries else ()


def _how_to_make(name: str) -> str:
    file = "/".join(filter(None, map(slug, name.split("/")))) or "its-name"
    return f"no name is near; make the entry with a file '{file}.md', or delete the item"
