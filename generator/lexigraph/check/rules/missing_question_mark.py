"""A question's title, or a bullet under *Open questions*, that does not end with "?".

What is no question cannot be answered: "Long context windows and retrieval" names a field, "When does a long
context window make retrieval unnecessary?" can be settled.

```
## Open questions

- Long context windows and retrieval
```

Ask what has to be found out.
"""

from collections.abc import Iterator

from lexigraph.check.facts.unread import unread
from lexigraph.graph import Graph, Question
from lexigraph.model import Diagnostic, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("W603", "missing-question-mark", __doc__)

_MARKS = ("?", "\N{FULLWIDTH QUESTION MARK}", "\N{ARABIC QUESTION MARK}", "\N{GREEK QUESTION MARK}", "՞", "?!")
_CLOSING = " \t\n\"'”’»)]*_`"


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each question that asks nothing, at its title or bullet."""
    hidden = unread(graph)
    for question in graph.questions.values():
        if question.path not in hidden and not question.text.rstrip(_CLOSING).endswith(_MARKS):
            yield RULE.at(
                question.path,
                _without_id(question),
                "an open question that does not end with '?'",
                help="ask what has to be found out, so that somebody could answer it",
                entry=question.entry or question.holder,
                subject=question.id,
            )


def _without_id(question: Question) -> Span:
    """The place of the text, without the `{#id}` behind it."""
    span, bullet = question.span, question.bullet
    if bullet is None or not bullet.is_anchored or question.entry:
        return span
    end = span.end - len(f" {{#{bullet.id}}}")
    return Span(span.start, max(end, span.start + 1), span.line, span.column)
