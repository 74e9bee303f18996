"""A bullet under *Open questions* without a `{#id}`.

Its id is made from its text: whoever rewords it changes its address, and links to it break.

```
- When does a long context window make retrieval unnecessary?
```

Write the id behind it, which may be shorter than the text: `{#long-context-vs-retrieval}`. The fix writes the one
that it has now.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Edit, QuestionItem, Rule
from lexigraph.parse.anchors import written_anchor

__all__ = ["RULE", "findings"]

RULE = Rule("I606", "unanchored-question", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each bullet that has no id of its own, by title of the entry and place."""
    for entry in graph.entries.values():
        for item in entry.parsed.questions:
            if not item.is_anchored:
                yield _finding(entry, item)


def _finding(entry: EntryNode, item: QuestionItem) -> Diagnostic:
    """The finding, whose fix writes the id that the bullet goes by."""
    parsed, span = entry.parsed, item.span
    text = parsed.source[span.start - parsed.body_start : span.end - parsed.body_start]
    asked, written = written_anchor(text)
    message, way = "a question whose id changes when it is reworded", "behind it, the id that it has now"
    if written:  # by another question of the file, or for the page's own use
        message, way = f"the id '{written}' is taken; this question goes by '{item.id}'", "in its place"
    rest = parsed.lines.span(span.start + len(asked), span.end)
    return RULE.at(
        entry.path,
        span,
        message,
        help=f"write '{{#{item.id}}}' {way}",
        entry=entry.id,
        subject=item.id,
        edits=(Edit(path=entry.path, span=rest, text=f" {{#{item.id}}}"),),
        safe=True,
    )
