"""A question that is still open, though one that `would_settle` it is answered.

Whoever wrote `would_settle` said: when that is known, this is known too. Now it is known, and readers are still told
that nobody knows.

```
state: answered                  # in are-emergent-abilities-real.md
would_settle: [will-scaling-surprise-us]
```

Answer the question as well, or say what is left of it: `partially-answered`, or `dissolved` where nothing is. If the
answer did not settle it after all, delete the `would_settle`.
"""

from collections.abc import Iterator

from lexigraph.check.words.relations import said
from lexigraph.graph import Graph, Question, Relation
from lexigraph.model import Diagnostic, Related, Rule, Span
from lexigraph.vocabulary import UNSETTLED

__all__ = ["RULE", "findings"]

RULE = Rule("W604", "overtaken-question", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each question that an answered one would have settled, at its state."""
    for link in graph.question_links:
        if link.type.key == "would_settle":
            partner, question = graph.questions[link.source], graph.questions[link.target]
            if partner.state == "answered" and question.state in UNSETTLED:
                yield _finding(graph, partner, question, link)


def _finding(graph: Graph, partner: Question, question: Question, link: Relation) -> Diagnostic:
    state = question.state.replace("-", " ")
    help = "set its state to what is true now, or delete the 'would_settle' that proved wrong"
    if not question.entry:
        help = "write a file for it that says its state, or delete the 'would_settle' that proved wrong"
    return RULE.at(
        question.path,
        _state(graph, question),
        f"still {state}, though '{partner.id}' is answered and would settle it",
        help=help,
        related=[
            Related(path=partner.path, span=_state(graph, partner), message=f"{partner.id} is answered"),
            Related(path=link.path, span=link.span, message=said(link)),
        ],
        entry=question.entry or question.holder,
        subject=f"{partner.id} {question.id}",
    )


def _state(graph: Graph, question: Question) -> Span:
    """Where its state is written; else its title or bullet."""
    places = graph.entries[question.entry].parsed.places if question.entry else {}
    return places.get("state", question.span)
