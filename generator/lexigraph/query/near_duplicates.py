"""Names that differ by little, so that they may be two names of one thing: those of one gist, and slips of the pen.

`NearDuplicates` looks for one name among all of a graph; the pairs among many names are found without comparing each
with each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

from lexigraph.graph import Graph
from lexigraph.names import fold

__all__ = ["NearDuplicates", "gist", "of_same_words", "with_a_slip"]

_SLIP = 1
"""Letters in which two names may differ by a slip; with two, "self-supervised" would be "semi-supervised"."""
_SHORTEST = 6
"""Letters below which another letter makes another name."""
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_ASIDE = re.compile(r"\([^()]*\)")
_SIGNS = str.maketrans("", "", ",?!.:;()\"'")
_ARTICLES = frozenset(("a", "an", "the"))
_LITTLE = _ARTICLES | {
    "and", "are", "be", "can", "do", "does", "for", "in", "is", "of", "on", "or", "to", "with",
}  # fmt: skip
"""Words that tell no two names apart."""
_BLOCK = 40
"""Names that are compared all with all; in a larger block each is compared with its neighbours only."""
_NEIGHBOURS = 8
_Item = TypeVar("_Item")
_GENERIC = frozenset(
    (
        "algorithm", "approach", "architecture", "concept", "framework", "method", "methodology", "model", "paradigm",
        "pattern", "system", "technique", "technology",
    )
)  # fmt: skip
"""Words that say what kind of thing a thing is: at its end they are left out as often as not."""

_HISSING = ("che", "she", "se", "xe", "ze")
"""What is left of a plural in "-es" behind a hiss, and how some singulars end."""
_ENDS_IN_S = frozenset(("alias", "atlas", "bias", "canvas", "lens"))
"""Singulars that look like plurals."""


def gist(name: str) -> tuple[str, ...]:
    """The words that tell the name from others, singular and sorted: "Mixture-of-experts models" is that of "mixture
    of experts". All its words when there are no others."""
    words = [_singular(word) for word in _WORD.findall(fold(_ASIDE.sub(" ", name) if "(" in name else name))]
    telling = [word for word in words if word not in _LITTLE]
    while len(telling) > 1 and telling[-1] in _GENERIC:
        telling.pop()
    return tuple(sorted(telling or words))


def _singular(word: str) -> str:
    """The word without a regular English plural ending; "search" and "searches", "cache" and "caches" are one each."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _ENDS_IN_S:
        word = word[:-1]
    if len(word) > 3 and word.endswith(_HISSING):
        word = word[:-1]  # the plural does not tell whether the singular has that letter
    return word


class NearDuplicates:
    """The names of one graph's entries, to look for what nearly is one of them."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, name: str) -> tuple[str, ...]:
        """Ids of the entries one of whose names (title, aliases, acronym) has the same gist or differs by a slip; in
        order of title."""
        found = {*self._gists.get(gist(name), ()), *self._slips(fold(name))}
        return tuple(id for id in self._graph.entries if id in found)

    def _slips(self, name: str) -> set[str]:
        if len(name) < _SHORTEST:
            return set()
        near = process.extract(
            name, list(self._names), scorer=DamerauLevenshtein.distance, score_cutoff=_SLIP, limit=None
        )
        return {id for known, _, _ in near if _digits(known) == _digits(name) for id in self._names[known]}

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for node in self._graph.entries.values():
            for name in node.names:
                found.setdefault(fold(name), set()).add(node.id)
        return found

    @cached_property
    def _gists(self) -> Mapping[tuple[str, ...], set[str]]:
        found: dict[tuple[str, ...], set[str]] = {}
        for name, ids in self._names.items():
            found.setdefault(gist(name), set()).update(ids)
        return found


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def of_same_words(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names with the same words, but for plurals, order, joints and small words."""
    words = _words(names)
    yield from _alike((name, _singular("".join(parts[parts[0] in _ARTICLES :]))) for name, parts in words if parts)
    yield from _alike((name, " ".join(sorted(set(parts) - _LITTLE))) for name, parts in words if len(parts) > 2)


def with_a_slip(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that differ in one word, by one slip of the pen."""
    gaps = (
        ((word, name), " ".join((*parts[:index], "*", *parts[index + 1 :])))
        for name, parts in _words(names)
        for index, word in enumerate(parts)
        if len(word) >= _SHORTEST and word.isalpha()
    )
    for block in _blocks(gaps):
        known = dict(block)
        yield from ((known[one], known[other]) for one, other in _slips(sorted(known)))


def _words(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Each name with its words."""
    return [(name, name.translate(_SIGNS).split()) for name in names]


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
