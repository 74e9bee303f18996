"""The methods of a graph that take a name, and those that list its entries: names in, entries out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from lexigraph.concept_graph.arguments import keys_of, text_of
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import AmbiguousName, UnknownRelation
from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.unknown import unknown_entry
from lexigraph.graph import Graph
from lexigraph.vocabulary import Direction

if TYPE_CHECKING:
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Naming"]

_NAME = "a name is a str or an Entry"


class Naming:
    """Wherever a name is taken: id, path, title, alias or acronym, whatever the case, spaces or hyphens.

    An entry is a name too; one of another graph stands for the entry that has its id here.
    """

    linked: Graph

    def __getitem__(self, name: str | Entry) -> Entry:
        """The entry with that id, title, alias or acronym.

        Raises:
            UnknownEntry: no entry has the name.
            AmbiguousName: several have it.

        >>> graph["RAG"].id
        'retrieval-augmented-generation'
        """
        candidates = self._candidates(name)
        if len(candidates) == 1:
            return self.entry(candidates[0])
        name = name.id if isinstance(name, Entry) else name
        raise AmbiguousName(name, candidates) if candidates else unknown_entry(self._whole, name)

    def get(self, name: str | Entry, default: Entry | None = None) -> Entry | None:
        """The entry with that name, or the default.

        Raises:
            AmbiguousName: several entries have it.

        >>> graph.get("no such thing") is None
        True
        """
        return self[name] if self._candidates(name) else default

    def resolve(self, name: str | Entry) -> Results[Entry]:
        """Every entry that has the name: none, one or many; by how it matched: id, path, title, folded title, alias.

        Only the first that matches decides what `graph[name]` is.

        >>> [entry.title for entry in graph.resolve("RAG")]
        ['Retrieval-augmented generation']
        """
        ids = self._candidates(name) if isinstance(name, Entry) else self.linked.names.claimants(text_of(name, _NAME))
        return Results(map(self.entry, ids), of=Entry)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str | Entry) and len(self._candidates(name)) == 1

    def __len__(self) -> int:
        return len(self.linked.entries)

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(self._whole, node) for node in self.linked.entries.values())

    def entry(self, id: str) -> Entry:
        """The entry with exactly that id (KeyError without).

        >>> graph.entry("embedding").title
        'Embedding'
        """
        return Entry(self._whole, self.linked.entries[id])

    def entries(
        self,
        *,
        kind: str | None = None,
        topic: str | None = None,
        tag: str | None = None,
        status: str | None = None,
        level: str | None = None,
    ) -> Results[Entry]:
        """Entries that match all, by title.

        Raises:
            ValueError: the scheme has no such kind, tag or status; the message names the nearest.

        >>> {entry.kind for entry in graph.entries(kind="model", status="stable")}
        {'model'}
        """
        from lexigraph.query.selection import select_entries

        found = select_entries(self.linked, kind=kind, topic=topic, tag=tag, status=status, level=level)
        return Results((Entry(self._whole, node) for node in found), of=Entry)

    def direction(self, key: str) -> Direction:
        """What the vocabulary says of the relation with that key: its words, its heading, its opposite.

        Raises:
            UnknownRelation: the vocabulary has none.

        >>> graph.direction("used_by").words
        'is used by'
        """
        directions = self.linked.vocabulary.directions
        text_of(key, "a relation is named by its key, a str such as 'uses'")
        if key not in directions:
            raise UnknownRelation(key, tuple(directions))
        return directions[key]

    def _keys(self, relations: Iterable[str]) -> tuple[str, ...]:
        """Keys of relations as a caller names them; one alone may stand without brackets.

        Raises:
            UnknownRelation: the vocabulary has none of that key.
        """
        return tuple(self.direction(key).key for key in keys_of(relations))

    def _candidates(self, name: str | Entry) -> tuple[str, ...]:
        if isinstance(name, Entry):
            return (name.id,) if name.id in self.linked.entries else ()
        return self.linked.names.candidates(text_of(name, _NAME))

    @property
    def _whole(self) -> ConceptGraph:
        """Itself, as what it is."""
        return cast("ConceptGraph", self)
