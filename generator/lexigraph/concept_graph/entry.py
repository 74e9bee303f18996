"""An entry seen from its graph."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from lexigraph import graph as linked
from lexigraph.concept_graph.handle import Handle
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Backlink, Link, Mention, Place, Relation
from lexigraph.model import Contested, Origin, Source
from lexigraph.names import sort_key

__all__ = ["Entry"]


class Entry(Handle[linked.EntryNode]):
    """A light handle: equal when ids and graphs are the same; sorts by title; `str()` is the title.

    One attribute per relation key of the vocabulary, inverses too, gives the entries at its other end: as
    written, then derived ones by title.
    """

    __slots__ = ()

    @property
    def title(self) -> str:
        """Plain text."""
        return self._node.title

    @property
    def kind(self) -> str:
        """Key of its kind."""
        return self._node.kind

    @property
    def topic(self) -> str:
        """First folder; empty at the top."""
        return self._node.topic

    @property
    def definition(self) -> str:
        """Plain text; empty when there is none."""
        return self._node.definition

    @property
    def path(self) -> PurePosixPath:
        """File below the content folder."""
        return PurePosixPath(self._node.path)

    @property
    def url(self) -> str:
        """Its page, relative to the site's root."""
        from lexigraph.page.page import Addresses

        return Addresses().url(self._node.path)

    @property
    def iri(self) -> str:
        """Base IRI and id; empty when the scheme has no base IRI."""
        base = self.graph.scheme.base_iri
        return f"{base}{self.id}" if base else ""

    @property
    def markdown(self) -> str:
        """The body as written, without comments."""
        return self._node.parsed.markdown

    @property
    def text(self) -> str:
        """The body as plain prose, without code: a line for each heading and block."""
        from lexigraph.export.records import prose

        return prose(self._node.parsed)

    @property
    def place(self) -> Place:
        """Where its title is written."""
        return Place.of(self._node.path, self._node.parsed.title_span)

    @property
    def superseded_by(self) -> Results[Entry]:
        """The entries that replace it."""
        return self._others("superseded_by")

    @property
    def questions(self) -> Results[Question]:
        """Questions about it, files and bullets, by state, then text."""
        return Results(self.graph.question(id) for id in self.graph.linked.questions_about.get(self.id, ()))

    def relations(self, *kinds: str) -> Results[Relation]:
        """Its relations in both directions, in order of the vocabulary; only those of `kinds` when given.

        Raises:
            UnknownRelation: the vocabulary has no such key.
        """
        wanted = {self.graph.direction(kind).key for kind in kinds}
        return Results(
            self.graph.relation(self, view)
            for view in self.graph.linked.relations_at.get(self.id, ())
            if not wanted or view.direction.key in wanted
        )

    def links(self) -> Results[Link]:
        """Links from its body, by place."""
        return Results(link for link in self.graph.links() if link.source == self)

    def backlinks(self) -> Results[Backlink]:
        """Links and relations of other entries, by title of the source, then place."""
        return Results(
            Backlink(
                source=self.graph.entry(item.source),
                sentence=item.sentence,
                heading=item.heading,
                place=Place.of(self.graph.linked.entries[item.source].path, item.span),
                relation=self._relation_of(item.relation) if item.relation else None,
            )
            for item in self.graph.linked.backlinks.get(self.id, ())
        )

    def mentions(self) -> Results[Mention]:
        """Mentions of it elsewhere that nobody linked, by title of the source, then place."""
        found = [mention for mention in self.graph.mentions() if mention.target == self]
        return Results(sorted(found, key=lambda item: (sort_key(item.source.title), item.place.line)))

    def _others(self, key: str) -> Results[Entry]:
        return Results(self.graph.entry(view.other) for view in self.graph.linked.views(self.id, key))

    def _relation_of(self, relation: linked.Relation) -> Relation:
        views = self.graph.linked.relations_at[self.id]
        other = relation.target if relation.source == self.id else relation.source
        # a symmetric relation written on both sides is one view, that of its own author
        return next(
            self.graph.relation(self, view)
            for view in views
            if view.other == other and view.relation.type == relation.type
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # also while a copy is made, which has no graph yet
            raise AttributeError(f"an entry has no attribute {name!r}", name=name, obj=self)
        if name in self.graph.vocabulary.directions:
            return self._others(name)
        if name == "review_due":
            return self._review_due()
        if hasattr(self._node.parsed.fields, name):
            return getattr(self._node.parsed.fields, name)
        raise AttributeError(f"an entry has no attribute {name!r}", name=name, obj=self)

    def _review_due(self) -> datetime.date | None:
        fields = self._node.parsed.fields
        if fields.last_reviewed is None or fields.review_every is None:
            return None
        return fields.last_reviewed + datetime.timedelta(days=fields.review_every)

    if TYPE_CHECKING:
        aliases: tuple[str, ...]
        acronym: str
        hidden_labels: tuple[str, ...]
        labels: Mapping[str, str]
        scope_note: str
        level: str
        status: str
        tags: tuple[str, ...]
        origin: Origin | None
        contested: Contested | None
        sources: tuple[Source, ...]
        created: datetime.date | None
        last_reviewed: datetime.date | None
        review_due: datetime.date | None
        authors: tuple[str, ...]
        reviewed_by: tuple[str, ...]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.graph.vocabulary.directions, *self._node.parsed.fields.__slots__})

    def __lt__(self, other: Entry) -> bool:
        return (sort_key(self.title), self.id) < (sort_key(other.title), other.id)
