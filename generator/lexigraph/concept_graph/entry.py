"""An entry seen from its graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lexigraph.concept_graph.entry_fields import EntryFields
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Backlink, Link, Mention, Relation
from lexigraph.names import sort_key
from lexigraph.wording import nearest

__all__ = ["Entry"]


class Entry(EntryFields):
    """A light handle: equal when ids and graphs are the same; sorts by title; `str()` is the title.

    What its file says are attributes. One attribute for each relation key of the vocabulary, inverses too, gives the
    entries at its other end: as written, then derived ones by title.

    >>> rag = graph["RAG"]
    >>> rag.id, rag.kind, rag.aliases
    ('retrieval-augmented-generation', 'technique', ('RAG',))
    >>> [entry.title for entry in rag.broader]
    ['Grounding']
    >>> rag in graph["Grounding"].narrower
    True
    """

    __slots__ = ()

    @property
    def url(self) -> str:
        """Its page: absolute when the address of the site is known, else from the site's root.

        >>> graph["RAG"].url
        'retrieval/retrieval-augmented-generation/'
        """
        return self.graph.addresses.entries[self.id]

    @property
    def iri(self) -> str:
        """Base IRI and id, percent-encoded; empty when the scheme has no base IRI."""
        base = self.graph.scheme.base_iri
        return f"{base}{quote(self.id)}" if base else ""

    @property
    def questions(self) -> Results[Question]:
        """Questions about it, files and bullets, open first, then by text.

        >>> graph.question("long-context-vs-retrieval") in graph["RAG"].questions
        True
        """
        ids = self.graph.linked.questions_about.get(self.id, ())
        return Results((self.graph.question(id) for id in ids), of=Question)

    def relations(self, *kinds: str) -> Results[Relation]:
        """Its relations in both directions, in order of the vocabulary; only those of `kinds` when given.

        Of one kind, those that its own file writes come first, as written, then those of other files by title.

        Raises:
            UnknownRelation: the vocabulary has no such key.

        >>> graph["RAG"].relations("broader")[0].sentence
        'Retrieval-augmented generation is a kind of Grounding'
        """
        wanted = {self.graph.direction(kind).key for kind in kinds}
        views = self.graph.linked.relations_at.get(self.id, ())
        found = (view for view in views if not wanted or view.direction.key in wanted)
        return Results((Relation.of(self, view) for view in found), of=Relation)

    def links(self) -> Results[Link]:
        """Links from its body to other entries, by place.

        >>> graph["RAG"].links()[0].target
        Entry('chunking')
        """
        found = self.graph.linked.links_from.get(self.id, ())
        return Results((Link.of(self.graph, item) for item in found), of=Link)

    def backlinks(self) -> Results[Backlink]:
        """Links and relations of other entries, with the sentence; by title of the source, then place.

        >>> {link.source.title for link in graph["RAG"].backlinks()} >= {"Fine-tuning", "Grounding"}
        True
        """
        found = self.graph.linked.backlinks.get(self.id, ())
        return Results((Backlink.of(self, item) for item in found), of=Backlink)

    def mentions(self) -> Results[Mention]:
        """Mentions of it elsewhere that nobody linked, by title of the source, then place.

        >>> all(mention.target == graph["RAG"] for mention in graph["RAG"].mentions())
        True
        """
        found = self.graph.linked.mentions_of.get(self.id, ())
        return Results((Mention.of(self.graph, item) for item in found), of=Mention)

    def to_record(self) -> dict[str, Any]:
        """It as plain values, its record in `concepts.json`: what is empty is left out.

        >>> graph["RAG"].to_record()["kind"]
        'technique'
        """
        from lexigraph.export.concepts.records import entry_record

        record: dict[str, Any] = json.loads(json.dumps(entry_record(self.graph.as_exported, self._node)))
        return record

    def _others(self, key: str) -> Results[Entry]:
        views = self.graph.linked.views(self.id, key)
        return Results((self.graph.entry(view.other) for view in views), of=Entry)

    def _repr_html_(self) -> str:
        from lexigraph.concept_graph.results.display import entry_html

        return entry_html(self)

    def __getattr__(self, name: str) -> Results[Entry]:
        if not name.startswith("_"):  # else a copy is made, which has no graph yet
            if name in self.graph.vocabulary.directions:
                return self._others(name)
            near = nearest(name, dir(self))
            hint = f"; nearest: {near[0]}" if near else ""
            raise AttributeError(f"an entry has no attribute {name!r}{hint}", name=name, obj=self)
        raise AttributeError(f"an entry has no attribute {name!r}", name=name, obj=self)

    if TYPE_CHECKING:  # the relations that every vocabulary has; a scheme's own are found in the same way
        broader: Results[Entry]
        narrower: Results[Entry]
        part_of: Results[Entry]
        has_part: Results[Entry]
        instance_of: Results[Entry]
        instances: Results[Entry]
        requires: Results[Entry]
        required_for: Results[Entry]
        uses: Results[Entry]
        used_by: Results[Entry]
        implements: Results[Entry]
        implemented_by: Results[Entry]
        extends: Results[Entry]
        extended_by: Results[Entry]
        addresses: Results[Entry]
        addressed_by: Results[Entry]
        evaluated_by: Results[Entry]
        evaluates: Results[Entry]
        developed_by: Results[Entry]
        develops: Results[Entry]
        contrasts_with: Results[Entry]
        alternative_to: Results[Entry]
        compares: Results[Entry]
        compared_in: Results[Entry]
        superseded_by: Results[Entry]
        supersedes: Results[Entry]
        about: Results[Entry]
        raises: Results[Entry]
        depends_on: Results[Entry]
        holds_up: Results[Entry]
        would_settle: Results[Entry]
        settled_by: Results[Entry]
        related: Results[Entry]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *filter(str.isidentifier, self.graph.vocabulary.directions)})

    def __lt__(self, other: Entry) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return (sort_key(self.title), self.id) < (sort_key(other.title), other.id)
