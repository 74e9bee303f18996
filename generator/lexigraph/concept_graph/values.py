"""What the methods of graph and entry return: frozen values that hold entries, not ids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lexigraph.model import Span
from lexigraph.parse.comments import without_html_comments

if TYPE_CHECKING:
    from lexigraph import graph as linked
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Backlink", "FaqItem", "Link", "Mention", "Place", "Relation"]


_posix = lru_cache(maxsize=65536)(PurePosixPath)
"""The path as a value; one for each file, for there are many places and few files."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written; `str()` gives `path:line:column`.

    >>> graph["RAG"].place.line
    2
    """

    path: PurePosixPath
    """File below the content folder."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""

    @classmethod
    def of(cls, path: str, span: Span) -> Place:
        """The place at which the span starts."""
        return cls(_posix(path), span.line, span.column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"Place('{self}')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed link between two entries, read from one of its ends.

    >>> relation = graph["RAG"].relations("broader")[0]
    >>> relation.kind, relation.target, relation.derived
    ('broader', Entry('grounding'), False)
    >>> relation.inverse.sentence
    'Grounding has the kind Retrieval-augmented generation'
    """

    kind: str
    """Key of this direction: `uses`, `used_by`."""
    source: Entry
    """The entry it is seen from."""
    target: Entry
    """The entry at the other end."""
    note: str
    """Why, as written: inline Markdown; may be empty."""
    citation: str
    """Id of an item of `sources`, or a URL; may be empty."""
    place: Place
    """Where it was written, whichever side that is."""
    derived: bool
    """True when it was written on the other side."""
    words: str
    """Verb phrase of this direction."""

    @classmethod
    def of(cls, source: Entry, view: linked.RelationView) -> Relation:
        """The relation as `source` sees it."""
        item = view.relation
        return cls(
            kind=view.direction.key, source=source, target=source.graph.entry(view.other),
            note=without_html_comments(item.note), citation=item.citation, place=Place.of(item.path, item.span),
            derived=view.derived,
            words=view.direction.words,
        )  # fmt: skip

    @classmethod
    def asserted(cls, graph: ConceptGraph, item: linked.Relation) -> Relation:
        """The relation in the direction of its type."""
        return cls(
            kind=item.type.key, source=graph.entry(item.source), target=graph.entry(item.target),
            note=without_html_comments(item.note), citation=item.citation, place=Place.of(item.path, item.span),
            derived=item.author != item.source,
            words=item.type.words,
        )  # fmt: skip

    @property
    def sentence(self) -> str:
        """*title words title*."""
        return f"{self.source.title} {self.words} {self.target.title}"

    def __repr__(self) -> str:
        return f"Relation({self.sentence!r})"

    @property
    def inverse(self) -> Relation:
        """The same relation seen from the target."""
        direction = self.source.graph.vocabulary.directions[self.kind]
        opposite = self.source.graph.vocabulary.directions[direction.opposite]
        return Relation(
            kind=opposite.key,
            source=self.target,
            target=self.source,
            note=self.note,
            citation=self.citation,
            place=self.place,
            derived=not self.derived,
            words=opposite.words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A resolved reference in a body.

    >>> link = graph["RAG"].links()[0]
    >>> link.target, link.heading
    (Entry('chunking'), 'How it works')
    """

    source: Entry
    """The entry in whose body it stands."""
    target: Entry
    """The entry it leads to."""
    label: str
    """As shown in its sentence."""
    heading: str
    """Title of the section it stands in; empty before the first."""
    sentence: str
    """The sentence it stands in, plain; empty for images."""
    place: Place
    """Where it is written."""

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Link) -> Link:
        """The link between entries of the graph."""
        reference = item.reference
        return cls(
            source=graph.entry(item.source), target=graph.entry(item.target),
            label=reference.sentence[slice(*reference.sentence_span)], heading=item.heading,
            sentence=reference.sentence, place=Place.of(graph.linked.entries[item.source].path, reference.span),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A link or relation seen from its target.

    >>> [link.relation.kind for link in graph["Grounding"].backlinks() if link.source == graph["RAG"] and link.relation]
    ['narrower']
    """

    source: Entry
    """The entry that has the link, or in whose file the relation is written."""
    sentence: str
    """The sentence a link stands in; of a relation its words and note."""
    heading: str
    """Title of the section it stands in; empty for a relation."""
    place: Place
    """Where it is written."""
    relation: Relation | None
    """As the target sees it; None for a link in a body."""

    @classmethod
    def of(cls, target: Entry, item: linked.Backlink) -> Backlink:
        """The backlink of the target."""
        graph = target.graph
        return cls(
            source=graph.entry(item.source), sentence=item.sentence, heading=item.heading,
            place=Place.of(graph.linked.entries[item.source].path, item.span),
            relation=_seen_from(target, item.relation) if item.relation is not None else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of an entry in the prose of another, that nobody linked.

    >>> mention = graph.mentions()[0]
    >>> mention.text in mention.sentence
    True
    """

    source: Entry
    """The entry in whose prose it stands."""
    target: Entry
    """The entry whose name it is."""
    text: str
    """The name as it stands in the prose."""
    sentence: str
    """The sentence it stands in, plain."""
    place: Place
    """Where it is written."""

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Mention) -> Mention:
        """The mention between entries of the graph."""
        return cls(
            source=graph.entry(item.source), target=graph.entry(item.target), text=item.name, sentence=item.sentence,
            place=Place.of(graph.linked.entries[item.source].path, item.span),
        )  # fmt: skip

    @classmethod
    def of_link(cls, link: Link) -> Mention:
        """The link's label as a mention."""
        return cls(
            source=link.source, target=link.target, text=link.label, sentence=link.sentence, place=link.place
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqItem:
    """A frequently asked question with its answer.

    >>> graph["RAG"].faq[0].question
    'Does RAG need a vector database?'
    """

    question: str
    """Plain."""
    answer: str
    """Plain, white space folded."""


def _seen_from(entry: Entry, relation: linked.Relation) -> Relation:
    """The relation as that end of it sees it; a symmetric one written on both sides is one, of its own author."""
    other = relation.target if relation.source == entry.id else relation.source
    views = entry.graph.linked.relations_at[entry.id]
    view = next(view for view in views if view.other == other and view.relation.type == relation.type)
    return Relation.of(entry, view)
