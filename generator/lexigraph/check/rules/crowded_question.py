"""A bullet under *Open questions* that has several paragraphs, or items of its own.

A bullet is a question about its entry in state `open`, and has no place for positions, evidence or what would settle
it. With so much to say it wants a file of `kind: question`.

```
- When does a long context window make retrieval unnecessary? {#long-context-vs-retrieval}

  Some say that windows will hold every corpus. Others …
```

`lexigraph new --question long-context-vs-retrieval` writes the file, as does the fix: it takes the text, and the
bullet stays with its id and is shown as a link.
"""

from collections.abc import Iterator

from lexigraph.edit.promotion import promoted
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I607", "crowded-question", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each bullet that holds more than a paragraph, by text."""
    for question in graph.questions.values():
        item = question.bullet
        if item is None or item.rest.end == item.rest.start:
            continue
        edits = promoted(graph, question)
        own = graph.entries.get(question.entry)
        if own:
            help = "move what stands below it into its file"
        elif edits:
            help = f"give it a file: lexigraph new --question {question.id} [--unsafe-fixes]"
        else:
            help = "give it a file of 'kind: question', named by its id"
        yield RULE.at(
            graph.entries[question.holder].path,
            item.span,
            "a question with more than a paragraph to say",
            help=help,
            related=[Related(path=own.path, span=own.parsed.title_span, message="its file")] if own else (),
            entry=question.holder,
            subject=item.id,
            edits=edits,
        )
