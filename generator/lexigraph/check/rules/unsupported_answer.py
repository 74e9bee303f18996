"""A question that says it is answered and does not show how.

`answered` without a `resolution` that has an answer and a source, a `resolution` in another state, or `answered`
while a part of the question is open.

```
state: answered
resolution: {answer: "Never, so far."}      # who found out?
```

Add the source of the answer, or set the state to what is true: `open`, `partially-answered` or `dissolved`.
"""

from collections.abc import Iterable, Iterator

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import Diagnostic, Related, Rule
from lexigraph.vocabulary import UNSETTLED

__all__ = ["RULE", "findings"]

RULE = Rule("E602", "unsupported-answer", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """For each question with a file what speaks against its state: one finding for the answer, one for each part."""
    parts: dict[str, list[Question]] = {}
    for link in graph.question_links:
        if link.type.key == "part_of":
            parts.setdefault(link.target, []).append(graph.questions[link.source])
    for question in graph.questions.values():
        if not question.entry:
            continue
        entry = graph.entries[question.entry]
        if finding := _unsupported(question, entry):
            yield finding
        if question.state == "answered":
            yield from _open_parts(question, entry, parts.get(question.id, ()))


def _unsupported(question: Question, entry: EntryNode) -> Diagnostic | None:
    places, resolution = entry.parsed.places, question.resolution
    if question.state == "answered" and (resolution is None or not (resolution.answer and resolution.source)):
        lacks = "a 'resolution'"
        if resolution is not None:
            lacks = "a source in its 'resolution'" if resolution.answer else "an answer in its 'resolution'"
        span, message = places.get("state", question.span), f"an answered question without {lacks}"
        help = "write the answer and its source under 'resolution', or set the state to 'open'"
    elif question.state != "answered" and resolution is not None:
        span = places.get("key:resolution", places.get("resolution", question.span))
        message = f"a 'resolution', though the question is {question.state.replace('-', ' ')}"
        help = "set the state to 'answered', or move the text to 'positions'"
    else:
        return None
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject="resolution")


def _open_parts(question: Question, entry: EntryNode, parts: Iterable[Question]) -> Iterator[Diagnostic]:
    for part in parts:
        if part.state in UNSETTLED:
            yield RULE.at(
                entry.path,
                entry.parsed.places.get("state", question.span),
                f"answered, though its part '{part.id}' is {part.state.replace('-', ' ')}",
                help="set the state to 'partially-answered', or answer the part first",
                related=[Related(path=part.path, span=part.span, message="the part")],
                entry=entry.id,
                subject=part.id,
            )
