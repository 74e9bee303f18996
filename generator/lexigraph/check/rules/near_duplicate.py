"""Two entries, or two questions, whose titles differ by little.

Often one of them was written without knowing of the other: with another spelling, in the plural, with the words
turned round. Readers then find half of what there is to say.

```
title: Quantization        # in quantization.md
title: Quantisation        # in quantisation.md
```

Merge the two when they mean the same. When they do not, relate them (`contrasts_with`), or say in a `scope_note`
what sets them apart; then they are told apart here too.
"""

from collections.abc import Iterator
from itertools import chain

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import Diagnostic, Related, Rule, Span
from lexigraph.names import fold
from lexigraph.query.near_duplicates import of_same_words, with_a_slip

__all__ = ["RULE", "findings"]

RULE = Rule("I109", "near-duplicate", __doc__)

_LEFT_OUT = frozenset({"question", "disambiguation"})

_Titled = EntryNode | Question


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each pair that no relation and no scope note tells apart, at the second in order of path."""
    done: set[frozenset[str]] = set()
    for one, other in chain(_near_entries(graph), _near_questions(graph)):
        pair = frozenset((one.id, other.id))
        if len(pair) < 2 or pair in done or _told_apart(graph, one, other):
            continue
        done.add(pair)
        yield _finding(*sorted((one, other), key=lambda each: (each.path, _span(each))))


def _near_entries(graph: Graph) -> Iterator[tuple[_Titled, _Titled]]:
    named = {folded: graph.entries[ids[0]] for folded, ids in graph.names.folded.items()}
    named = {folded: entry for folded, entry in named.items() if entry.kind not in _LEFT_OUT}
    for names in chain(of_same_words(named), with_a_slip(named)):
        if all(fold(named[name].title) == name for name in names):  # else an id, which is not what readers see
            yield named[names[0]], named[names[1]]


def _near_questions(graph: Graph) -> Iterator[tuple[_Titled, _Titled]]:
    """Without slips: two questions that differ by a word are mostly two."""
    asked: dict[str, Question] = {}
    for question in graph.questions.values():
        asked.setdefault(fold(question.text), question)
    yield from ((asked[one], asked[other]) for one, other in of_same_words(asked))


def _finding(first: _Titled, second: _Titled) -> Diagnostic:
    way = "keep one of them"
    if isinstance(second, EntryNode):
        way = f"merge the entries: lexigraph merge {second.id} {first.id}"
    return RULE.at(
        second.path,
        _span(second),
        f"'{_title(second)}' is nearly '{_title(first)}'",
        help=f"if both mean one thing, {way}; else relate them",
        related=[Related(path=first.path, span=_span(first), message="the other title")],
        entry=second.id,
        subject=first.id,
    )


def _title(titled: _Titled) -> str:
    return titled.title if isinstance(titled, EntryNode) else titled.text


def _span(titled: _Titled) -> Span:
    return titled.parsed.title_span if isinstance(titled, EntryNode) else titled.span


def _told_apart(graph: Graph, one: _Titled, other: _Titled) -> bool:
    """Whether a relation joins the two, or one has a scope note."""
    has_note = any(isinstance(each, EntryNode) and each.parsed.fields.scope_note for each in (one, other))
    return has_note or any(view.other == other.id for view in graph.relations_at.get(one.id, ()))
