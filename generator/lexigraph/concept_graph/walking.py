"""The methods of a graph that follow relations, and what they say of entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from lexigraph.concept_graph.arguments import day_of, limit_of, whole
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.naming import Naming
from lexigraph.concept_graph.path import Path, path_between
from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Relation
from lexigraph.wording import listed, quoted

if TYPE_CHECKING:
    from lexigraph.concept_graph.graph import ConceptGraph
    from lexigraph.query.similar import Likeness, Resemblance

__all__ = ["Contrast", "Similar", "Walking"]

_NAMED = 3
"""Entries or words that a reason names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What two entries are related to. Relations to one another, to comparisons and to questions are left out.

    >>> contrast = graph.compare("fine-tuning", "RAG")
    >>> all(relation.source == graph["RAG"] for relation in contrast.only_second)
    True
    """

    shared: Results[Relation]
    """What both are related to in the same way, seen from the first; in order of the vocabulary, as are the others."""
    only_first: Results[Relation]
    """What only the first is related to in that way."""
    only_second: Results[Relation]
    """What only the second is related to in that way."""

    def __repr__(self) -> str:
        return f"Contrast({len(self.shared)} shared, {len(self.only_first)} and {len(self.only_second)} of one only)"

    def _repr_html_(self) -> str:
        from lexigraph.concept_graph.results.display import contrast_html

        return contrast_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """An entry that is like another.

    >>> 0 < graph.similar("RAG")[0].score < 1
    True
    """

    entry: Entry
    """The other one."""
    score: float
    """From 0 (nothing in common) to 1 (the same neighbours and words)."""
    because: tuple[str, ...]
    """What the two have in common, in words, what says most first: relations, then neighbours, then words."""


class Walking(Naming):
    """Queries that follow relations. Which ones is said by `relations`: keys of the vocabulary, inverses too."""

    def ancestors(self, name: str | Entry, *, relations: Iterable[str] = ("broader",)) -> Results[Entry]:
        """Entries that are reached by following the relations, one after another; nearest first, then by title.

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).
            UnknownRelation: the vocabulary has no such relation.

        >>> graph["training-data"] in graph.ancestors("synthetic data")
        True
        """
        from lexigraph.query.hierarchy import ancestors

        return self._entries(ancestors(self.linked, self[name].id, self._keys(relations)))

    def descendants(self, name: str | Entry, *, relations: Iterable[str] = ("broader",)) -> Results[Entry]:
        """Entries of which it is an ancestor; nearest first, then by title.

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).
            UnknownRelation: the vocabulary has no such relation.

        >>> graph["synthetic data"] in graph.descendants("training data")
        True
        """
        from lexigraph.query.hierarchy import descendants

        return self._entries(descendants(self.linked, self[name].id, self._keys(relations)))

    def lowest_common_ancestors(
        self, a: str | Entry, b: str | Entry, *, relations: Iterable[str] = ("broader",)
    ) -> Results[Entry]:
        """Ancestors of both that stand above no other ancestor of both, by title. No entry is an ancestor of itself.

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).
            UnknownRelation: the vocabulary has no such relation.

        >>> [entry.title for entry in graph.lowest_common_ancestors("LoRA", "instruction tuning")]
        ['Fine-tuning']
        """
        from lexigraph.query.hierarchy import lowest_common_ancestors

        keys = self._keys(relations)
        return self._entries(lowest_common_ancestors(self.linked, self[a].id, self[b].id, keys))

    def neighbourhood(
        self, names: str | Entry | Iterable[str | Entry], *, depth: int = 1, relations: Iterable[str] | None = None
    ) -> ConceptGraph:
        """The entries within `depth` relations of these, walked in either direction, as a graph of their own.

        It holds all that is between them: every relation, also those that were not walked, links, mentions, questions.
        It cannot be changed, since references from outside are not in it.

        Raises:
            UnknownEntry: no entry has one of the names (or AmbiguousName: several have it).
            UnknownRelation: the vocabulary has no such relation.
            ValueError: the depth is below 0.

        >>> around = graph.neighbourhood(["RAG"], relations=["uses", "requires"])
        >>> "RAG" in around, len(around) < len(graph)
        (True, True)
        """
        from lexigraph.query.neighbourhood import distances
        from lexigraph.query.subgraph import subgraph

        one = isinstance(names, str | Entry) or not isinstance(names, Iterable)
        seeds = [self[name].id for name in (cast("Iterable[str | Entry]", (names,) if one else names))]
        keys = None if relations is None else self._keys(relations)
        steps = whole(depth, "depth", "0 is the entries themselves")
        return type(self._whole)(subgraph(self.linked, distances(self.linked, seeds, depth=steps, keys=keys)))

    def path(self, source: str | Entry, target: str | Entry, *, relations: Iterable[str] | None = None) -> Path | None:
        """The shortest path of relations, walked in either direction; None when unconnected (see `query.paths`).

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).
            UnknownRelation: the vocabulary has no such relation.

        >>> print(graph.path("Vector database", "Hallucination"))
        Vector database is used by Retrieval-augmented generation
        Retrieval-augmented generation addresses Hallucination
        """
        keys = None if relations is None else self._keys(relations)
        return path_between(self._whole, self[source], self[target], keys)

    def reading_order(self, name: str | Entry) -> Results[Entry]:
        """What to read before the entry: all that it presupposes, each after what it presupposes itself.

        Ties by level, then title. Entries that presuppose each other in a circle stand together.

        >>> order = graph.reading_order("RAG")
        >>> order.index(graph["token"]) < order.index(graph["language model"])
        True
        """
        from lexigraph.query.reading_order import in_reading_order, prerequisites

        before = prerequisites(self.linked, self[name].id) or ()
        return self._entries(in_reading_order(self.linked, before))

    def compare(self, a: str | Entry, b: str | Entry) -> Contrast:
        """Which relations two entries share, and which only one of them has.

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).

        >>> only = graph.compare("fine-tuning", "RAG").only_first
        >>> "Fine-tuning is a kind of Transfer learning" in [relation.sentence for relation in only]
        True
        """
        from lexigraph.query.contrast import compared

        first, second = self[a], self[b]
        shared, only_first, only_second = compared(self.linked, first.id, second.id)
        return Contrast(
            shared=Results((Relation.of(first, view) for view in shared), of=Relation),
            only_first=Results((Relation.of(first, view) for view in only_first), of=Relation),
            only_second=Results((Relation.of(second, view) for view in only_second), of=Relation),
        )

    def similar(self, name: str | Entry, *, limit: int | None = 10) -> Results[Similar]:
        """Entries with the same neighbours and words, at most `limit`; by score, then title (see `query.similar`).

        Raises:
            UnknownEntry: no entry has the name (or AmbiguousName: several have it).
            ValueError: the limit is below 0.

        >>> "gpt-3" in [similar.entry.id for similar in graph.similar("GPT-4")]
        True
        """
        found = self._likeness.of(self[name].id, limit_of(limit))
        return Results((self._similar(item) for item in found), of=Similar)

    def central(self, *, relations: Iterable[str] | None = None, limit: int | None = 20) -> Results[Entry]:
        """Entries on which others depend most, by PageRank, then title (see `query.central`); at most `limit`.

        Rank flows as relations read, so `relations=["requires"]` gives what most is built on, directly or not. Entries
        without such a relation are left out.

        Raises:
            UnknownRelation: the vocabulary has no such relation.
            ValueError: the limit is below 0.

        >>> len(graph.central(relations=["requires"], limit=5))
        5
        """
        from lexigraph.query.central import ranks

        found = ranks(self.linked, None if relations is None else self._keys(relations))
        return self._entries([*found][: limit_of(limit)])

    def clusters(self) -> tuple[Results[Entry], ...]:
        """Entries that relations and links join, whichever way; the largest cluster first, then by title.

        >>> sum(map(len, graph.clusters())) == len(graph)
        True
        """
        from lexigraph.query.stats import clusters

        return tuple(map(self._entries, clusters(self.linked)))

    def orphans(self) -> Results[Entry]:
        """Entries without a relation or link in either direction, by title.

        >>> graph.orphans()
        []
        """
        from lexigraph.query.stats import orphans

        return self._entries(orphans(self.linked))

    def overdue(self, on: date) -> Results[Entry]:
        """Entries whose review was due before that day, most overdue first, then by title; deprecated ones never.

        >>> from datetime import date
        >>> graph.overdue(date(2020, 1, 1))
        []
        """
        from lexigraph.query.overdue import overdue

        return self._entries(overdue(self.linked, day_of(on)))

    def _entries(self, ids: Iterable[str]) -> Results[Entry]:
        return Results(map(self.entry, ids), of=Entry)

    @cached_property
    def _likeness(self) -> Likeness:
        from lexigraph.query.similar import Likeness

        return Likeness(self.linked)

    def _similar(self, found: Resemblance) -> Similar:
        reasons = [f"each {self.direction(key).words} {self._named(ids)}" for key, ids in found.relations.items()]
        if found.neighbours:
            reasons.append(f"both are joined to {self._named(found.neighbours)}")
        if found.words:
            reasons.append(f"both say {_listed(quoted(found.words))}")
        return Similar(entry=self.entry(found.id), score=found.score, because=tuple(reasons))

    def _named(self, ids: Sequence[str]) -> str:
        return _listed([self.linked.entries[id].title for id in ids])


def _listed(names: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(names) - _NAMED
    return listed(names) if more <= 1 else listed([*names[:_NAMED], f"{more} more"])
