"""Names that differ by little, so that they may be two names of one thing."""

import re
from collections.abc import Mapping
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from lexigraph.graph import Graph
from lexigraph.names import fold

__all__ = ["NearDuplicates", "gist"]

_SLIP = 1
"""Letters in which two names may differ by a slip; with two, "self-supervised" would be "semi-supervised"."""
_SHORTEST = 6
"""Letters below which another letter makes another name."""
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_ASIDE = re.compile(r"\([^()]*\)")
_LITTLE = frozenset(("a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"))
_GENERIC = frozenset(
    (
        "algorithm", "approach", "architecture", "concept", "framework", "method", "methodology", "model", "paradigm",
        "pattern", "system", "technique", "technology",
    )
)  # fmt: skip
"""Words that say what kind of thing a thing is: at its end they are left out as often as not."""


def gist(name: str) -> tuple[str, ...]:
    """The words that tell the name from others, singular and sorted: "Mixture-of-experts models" is that of "mixture
    of experts". All its words when there are no others."""
    words = [_singular(word) for word in _WORD.findall(fold(_ASIDE.sub(" ", name) if "(" in name else name))]
    telling = [word for word in words if word not in _LITTLE]
    while len(telling) > 1 and telling[-1] in _GENERIC:
        telling.pop()
    return tuple(sorted(telling or words))


def _singular(word: str) -> str:
    """The word without a regular English plural ending."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
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
