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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import OSA

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import Diagnostic, Related, Rule, Span
from lexigraph.names import fold

__all__ = ["RULE", "findings"]

RULE = Rule("I109", "near-duplicate", __doc__)

_SMALL = frozenset({"a", "an", "the", "of", "in", "for", "to", "and", "is", "are", "do", "does", "can", "be"})
"""Words that tell no two titles apart."""
_ARTICLES = frozenset({"a", "an", "the"})
_SIGNS = str.maketrans("", "", ",?!.:;()\"'")
_LONG = 6
"""Letters from which on a word may have a slip of the pen in it; shorter words that differ by one are others."""
_BLOCK = 40
"""Titles that are compared all with all; in a larger block each is compared with its neighbours only."""


_NEIGHBOURS = 8

_LEFT_OUT = frozenset({"question", "disambiguation"})

_Item = TypeVar("_Item")
_Titled = EntryNode | Question

_QUESTION = "\0 "
"""Before folded questions, so that they are compared only with each other."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each pair that no relation and no scope note tells apart, at the second in order of path."""
    titled = _titled(graph)
    done: set[frozenset[str]] = set()
    for names in _near(titled):
        one, other = (titled[name] for name in names)
        if not all(fold(_title(titled[name])) == name.removeprefix(_QUESTION) for name in names):  # an id
            continue
        pair = frozenset((one.id, other.id))
        if len(pair) < 2 or pair in done or _told_apart(graph, one, other):
            continue
        done.add(pair)
        yield _finding(*sorted((one, other), key=lambda each: (each.path, _span(each))))


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


def _titled(graph: Graph) -> dict[str, _Titled]:
    """By folded name: entries by title and id, questions behind their mark; of equal names the first."""
    found: dict[str, _Titled] = {}
    for folded, ids in graph.names.folded.items():
        entry = graph.entries[ids[0]]
        if entry.kind not in _LEFT_OUT:
            found[folded] = entry
    for question in graph.questions.values():
        found.setdefault(f"{_QUESTION}{fold(question.text)}", question)
    return found


def _near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names with the same words (plurals, order, joints and small words aside), or with one slip."""
    words = {name: name.translate(_SIGNS).split() for name in names}
    yield from _alike((name, _stem("".join(parts[parts[0] in _ARTICLES :]))) for name, parts in words.items() if parts)
    yield from _alike((name, " ".join(sorted(set(parts) - _SMALL))) for name, parts in words.items() if len(parts) > 2)
    yield from _with_slips(words)


def _with_slips(words: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of titles that differ in one word, by one slip of the pen."""
    gaps = (
        ((word, name), " ".join((*parts[:index], "*", *parts[index + 1 :])))
        for name, parts in words.items()
        if not name.startswith(_QUESTION)
        for index, word in enumerate(parts)
        if len(word) >= _LONG and word.isalpha()
    )
    for block in _blocks(gaps):
        names = dict(block)
        yield from ((names[one], names[other]) for one, other in _slips(sorted(names)))


def _slips(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words of which one is the other with a letter changed, added or turned round; the first is as it was.

    One half of the shorter word is whole then, so only words with the same half are compared.
    """
    halves = (
        (word, f"{length} {half}")
        for word in words
        for length in (len(word), len(word) - 1)
        for half in (f"{word[: length // 2]}-", f"-{word[length // 2 - length :]}")
    )
    for one, other in _alike(halves):
        if one[0] == other[0] and one != other and OSA.distance(one, other, score_cutoff=1) == 1:
            yield one, other


def _alike(keyed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of names that have the same key."""
    for block in _blocks(keyed):
        yield from _pairs(block)


def _blocks(keyed: Iterable[tuple[_Item, str]]) -> Iterable[list[_Item]]:
    """The items that have the same key, where there are several."""
    first: dict[str, _Item] = {}
    blocks: dict[str, list[_Item]] = {}
    for item, key in keyed:
        known = first.setdefault(key, item)
        if known is not item:
            blocks.setdefault(key, [known]).append(item)
    return blocks.values()


def _pairs(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a small block; of a larger one those that stand near each other."""
    if len(block) <= _BLOCK:
        yield from combinations(block, 2)
        return
    for index, one in enumerate(block):
        for other in block[index + 1 : index + _NEIGHBOURS]:
            yield one, other


def _stem(word: str) -> str:
    """The word without the ending of an English plural."""
    if word.endswith("ies") and len(word) > _LONG:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
