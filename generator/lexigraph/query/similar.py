"""Which entries are like another: those joined to the same entries, and those of which the same words are said.

Both are cosines between vectors in which what few entries have weighs more (tf-idf; Salton and Buckley, "Term-weighting
approaches in automatic text retrieval", 1988). A rare neighbour says more than one that all have, as in Adamic and
Adar, "Friends and neighbors on the Web", 2003. The score is the mean of the two: 1 for the same neighbours and words,
and an entry without neighbours is still like those that are described alike.

A neighbour is an entry at the other end of a relation; one at the other end of a link in a body counts half. A relation
counts once more for what it says: two things that both use a third are more alike than a user and a part of it. Words
are those of names and definition; what bodies say of other entries is in their links.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from lexigraph.graph import EntryNode, Graph
from lexigraph.query.search.folding import KEPT, plain, singular, words
from lexigraph.query.search.languages import language

__all__ = ["Likeness", "Resemblance"]

_RELATION, _LINK = 1.0, 0.5
_PLACES = 6
"""Digits of a score that are kept, so that processors that round in another way give the same."""


class Resemblance(NamedTuple):
    """An entry that is like another."""

    id: str
    score: float
    """From 0 (nothing in common, and never here) to 1."""
    relations: Mapping[str, tuple[str, ...]]
    """Key of a direction → ids of what both are related to in it, those that say most first."""
    neighbours: tuple[str, ...]
    """Ids of further entries to which both are joined, those that say most first."""
    words: tuple[str, ...]
    """Words in the names and definitions of both, as the first has them, those that say most first."""


class Likeness:
    """The entries of one graph, to be compared. What is needed is made when it is first needed."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, id: str, limit: int | None = None) -> list[Resemblance]:
        """Those most like the entry, at most `limit`: by score, then title; itself and those unlike it left out.

        Things are compared with things; a question, comparison, lesson or disambiguation with those of its kind.
        """
        scores: defaultdict[str, float] = defaultdict(float)
        for vectors in (self._joined, self._words):
            for other, cosine in vectors.cosines(id).items():
                scores[other] += cosine / 2
        sort, place = self._sorts[id], self._places
        found = [
            (-rounded, place[other], other)
            for other, score in scores.items()
            if other != id and self._sorts[other] == sort and (rounded := round(score, _PLACES)) > 0
        ]
        return [self._resemblance(id, other, -score) for score, _, other in sorted(found)[:limit]]

    def _resemblance(self, id: str, other: str, score: float) -> Resemblance:
        relations: dict[str, list[str]] = {}
        neighbours: dict[str, None] = {}
        for feature in self._joined.shared(id, other):
            key, _, end = feature.rpartition(" ")
            if key:
                relations.setdefault(key, []).append(end)
            else:
                neighbours[end] = None
        for ends in relations.values():
            for end in ends:
                neighbours.pop(end, None)
        spelled = dict(reversed(self._spellings(self._graph.entries[id])))
        return Resemblance(
            id=other,
            score=score,
            relations={key: tuple(ends) for key, ends in relations.items()},
            neighbours=tuple(neighbours),
            words=tuple(spelled[stem] for stem in self._words.shared(id, other)),
        )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self._graph.entries)}

    @cached_property
    def _sorts(self) -> Mapping[str, str]:
        """Id → its kind; empty for things."""
        about = {kind.key for kind in self._graph.vocabulary.kinds if not kind.is_concept}
        return {id: node.kind if node.kind in about else "" for id, node in self._graph.entries.items()}

    @cached_property
    def _joined(self) -> "_Vectors":
        """What each entry is joined to, by links and relations: ids, and ids behind the key of a direction."""
        found: dict[str, dict[str, float]] = {id: {} for id in self._graph.entries}
        for source, targets in self._graph.linked.items():
            for target in targets:
                found[source][target] = found[target][source] = _LINK
        for id, views in self._graph.relations_at.items():
            for view in views:
                found[id][view.other] = found[id][f"{view.direction.key} {view.other}"] = _RELATION
        return _Vectors(found)

    @cached_property
    def _words(self) -> "_Vectors":
        """The words of names and definition of each."""
        found: dict[str, dict[str, float]] = {}
        for id, node in self._graph.entries.items():
            counts = Counter(stem for stem, _ in self._spellings(node))
            found[id] = {stem: 1 + math.log(count) for stem, count in counts.items()}
        return _Vectors(found)

    @cached_property
    def _stop(self) -> frozenset[str]:
        return frozenset(map(plain, language(self._graph.scheme.language).stop))

    def _spellings(self, node: EntryNode) -> list[tuple[str, str]]:
        """The words of names and definition without plural, each with the word itself, in order."""
        text = plain(" ".join((*node.names, node.definition)))
        return [(singular(word), word) for word in words(text) if word not in self._stop and word.strip(KEPT)]


class _Vectors:
    """For each entry, how much it has of which features: the rarer the more, and so that each vector is of length 1."""

    def __init__(self, held: Mapping[str, Mapping[str, float]]) -> None:
        holders = Counter(feature for features in held.values() for feature in features)
        rarity = {feature: math.log(1 + len(held) / count) for feature, count in holders.items()}
        self._weights: dict[str, dict[str, float]] = {}
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        for id, features in held.items():
            weights = {feature: features[feature] * rarity[feature] for feature in sorted(features)}
            length = math.sqrt(sum(weight * weight for weight in weights.values()))
            self._weights[id] = {feature: weight / length for feature, weight in weights.items()}
            for feature in weights:
                self._holders[feature].append(id)

    def cosines(self, id: str) -> dict[str, float]:
        """The entries that share a feature with it, itself included → the cosine of the angle between the two."""
        found: dict[str, float] = {}
        for feature, weight in self._weights[id].items():
            for other in self._holders[feature]:
                found[other] = found.get(other, 0.0) + weight * self._weights[other][feature]
        return found

    def shared(self, one: str, other: str) -> list[str]:
        """The features that both have, those that make them alike most first, then as they are sorted."""
        mine, theirs = self._weights[one], self._weights[other]
        said = {feature: round(mine[feature] * theirs[feature], _PLACES) for feature in mine.keys() & theirs.keys()}
        return sorted(said, key=lambda feature: (-said[feature], feature))
