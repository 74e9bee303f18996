"""What the methods of graph and entry return: frozen values that hold entries, not ids."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lexigraph.concept_graph.results import Results
from lexigraph.model import Span

if TYPE_CHECKING:
    from lexigraph import graph as linked
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph

__all__ = ["Backlink", "Link", "Mention", "Place", "Reference", "Relation", "Wanted"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written."""

    path: PurePosixPath
    """File below the content folder."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""

    @classmethod
    def of(cls, path: str, span: Span) -> Place:
        """The place at which the span starts."""
        return cls(PurePosixPath(path), span.line, span.column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed link between two entries, read from one of its ends."""

    kind: str
    """Key of this direction: `uses`, `used_by`."""
    source: Entry
    target: Entry
    note: str
    citation: str
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
            kind=view.direction.key, source=source, target=source.graph.entry(view.other), note=item.note,
            citation=item.citation, place=Place.of(item.path, item.span), derived=view.derived,
            words=view.direction.words,
        )  # fmt: skip

    @classmethod
    def asserted(cls, graph: ConceptGraph, item: linked.Relation) -> Relation:
        """The relation in the direction of its type."""
        return cls(
            kind=item.type.key, source=graph.entry(item.source), target=graph.entry(item.target), note=item.note,
            citation=item.citation, place=Place.of(item.path, item.span), derived=item.author != item.source,
            words=item.type.words,
        )  # fmt: skip

    @property
    def sentence(self) -> str:
        """*title words title*."""
        return f"{self.source.title} {self.words} {self.target.title}"

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
    """A resolved reference in a body."""

    source: Entry
    target: Entry
    label: str
    """As shown in its sentence."""
    heading: str
    sentence: str
    place: Place

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
    """A link or relation seen from its target."""

    source: Entry
    sentence: str
    heading: str
    place: Place
    relation: Relation | None
    """None for a link in a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of an entry in the prose of another, that nobody linked."""

    source: Entry
    target: Entry
    text: str
    sentence: str
    place: Place

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Mention) -> Mention:
        """The mention between entries of the graph."""
        return cls(
            source=graph.entry(item.source), target=graph.entry(item.target), text=item.name, sentence=item.sentence,
            place=Place.of(graph.linked.entries[item.source].path, item.span),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference to a wanted name."""

    source: Entry | None
    """None when it stands on a page that is no entry."""
    label: str
    sentence: str
    place: Place

    @classmethod
    def of(cls, graph: ConceptGraph, item: linked.Unresolved) -> Reference:
        """The reference from an entry of the graph."""
        return cls(
            source=graph.entry(item.source) if item.source else None, label=item.name, sentence=item.sentence,
            place=Place.of(item.path, item.span),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A name that is referenced and has no entry yet."""

    name: str
    references: Results[Reference]
    suggestions: Results[Entry]
    """Nearest entries, at most three."""
