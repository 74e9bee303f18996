"""A question that says it is answered and does not show how.

`answered` without a `resolution` that has a source, a `resolution` in another state, or `answered` while a part
of the question is open.

```
state: answered
resolution: {answer: "Never, so far."}      # who found out?
```

Add the source of the answer, or set the state to what is true: `open`, `partially-answered` or `dissolved`.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E602", "unsupported-answer", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """For each question with a file what speaks against its state: one finding for the answer, one for each part."""
    for question in graph.questions.values():
        if not question.entry:
            continue
        entry = graph.entries[question.entry]
        if finding := _unsupported(question, entry):
            yield finding
        if question.state == "answered":
            yield from _open_parts(graph, question, entry)


def _unsupported(question: Question, entry: EntryNode) -> Diagnostic | None:
    has_source = question.resolution is not None and bool(question.resolution.source)
    places = entry.parsed.places
    if question.state == "answered" and not has_source:
        lacks = "a 'resolution'" if question.resolution is None else "a source in its 'resolution'"
        span, message = places.get("state", question.span), f"an answered question without {lacks}"
        help = "write the answer and its source under 'resolution', or set the state to 'open'"
    elif question.state != "answered" and question.resolution is not None:
        span = places.get("key:resolution", places.get("resolution", question.span))
        message = f"a 'resolution', though the question is {question.state.replace('-', ' ')}"
        help = "set the state to 'answered', or move the text to 'positions'"
    else:
        return None
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject="resolution")


def _open_parts(graph: Graph, question: Question, entry: EntryNode) -> Iterator[Diagnostic]:
    for view in graph.views(entry.id, "has_part"):
        part = graph.questions.get(view.other)
        if part is not None and part.state in ("open", "partially-answered"):
            yield RULE.at(
                entry.path,
                entry.parsed.places.get("state", question.span),
                f"answered, though its part '{part.id}' is {part.state.replace('-', ' ')}",
                help="set the state to 'partially-answered', or answer the part first",
                related=[Related(path=part.path, span=part.span, message="the part")],
                entry=entry.id,
                subject=part.id,
            )
