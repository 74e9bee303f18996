"""A question without `about`.

A question is found through the entries it is about: their pages list it. One about nothing is on no page but
the index.

```
kind: question
title: When does retrieval become unnecessary?
```

Name at least one entry under `about`, or link to the question from a bullet with its id under *Open questions*
of an entry.
"""

from collections.abc import Iterator

from lexigraph.check.facts.unread import unread
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E601", "question-about-nothing", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each question file about no entry; an `about` that leads nowhere is `unknown-entry`'s."""
    hidden = unread(graph)
    for question in graph.questions.values():
        if question.about or not question.entry or question.path in hidden:
            continue
        entry = graph.entries[question.entry]
        if not any(item.key == "about" for item in entry.parsed.relation_items):
            yield RULE.at(
                question.path,
                question.span,
                "a question that is about no entry",
                help="write 'about' with the id of at least one entry",
                entry=question.entry,
                subject=question.id,
            )
