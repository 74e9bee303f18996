"""Two entries or questions with one id, capitals aside.

An id is a page's address and the name by which everything else refers to it, so only one can have it. The
second in order of path still loads, under its path, and references by the id lead to the first.

```
retrieval/agent.md
training/Agent.md      # both are 'agent'
```

Rename one of the files: an entry's id is the name of its file. A question that is only a bullet gets an id of
its own with `{#another-id}` at its end. A bullet and the file of the same question share their id rightly.
"""

from collections.abc import Iterator

from lexigraph.graph import Collision, Graph
from lexigraph.model import Diagnostic, Related, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("E102", "duplicate-id", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry or bullet that lost its id to another."""
    for collision in graph.collisions:
        if collision.what == "id":
            yield from _entries(graph, collision)
        elif collision.what == "question":
            yield from _questions(graph, collision)


def _entries(graph: Graph, collision: Collision) -> Iterator[Diagnostic]:
    first = graph.entries[collision.entries[0]]
    for id in collision.entries[1:]:
        entry = graph.entries[id]
        yield RULE.at(
            entry.path,
            entry.parsed.title_span,
            f"another entry has the id '{collision.name}'; this one is read as '{id}'",
            help="rename one of the files; an entry's id is the name of its file, capitals aside",
            related=[Related(path=first.path, span=first.parsed.title_span, message="the other entry")],
            entry=id,
            subject=collision.name,
        )


def _questions(graph: Graph, collision: Collision) -> Iterator[Diagnostic]:
    path, span = _place_of_first(graph, collision)
    for holder in collision.entries[1:]:
        question = graph.questions[f"{holder}/{collision.name}"]
        yield RULE.at(
            question.path,
            question.span,
            f"the id '{collision.name}' is taken; this question is read as '{question.id}'",
            help="end it with an id of its own, '{#another-id}'",
            related=[Related(path=path, span=span, message="what has the id")],
            entry=holder,
            subject=collision.name,
        )


def _place_of_first(graph: Graph, collision: Collision) -> tuple[str, Span]:
    if known := graph.questions.get(collision.name):
        return known.path, known.span
    entry = graph.entries[collision.name]
    return entry.path, entry.parsed.title_span
