"""What a search returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Results

if TYPE_CHECKING:
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph
    from lexigraph.query.search import Document, Match, SearchIndex

__all__ = ["Hit", "hits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry or a question that was found.

    >>> graph.search("vectr database")[0]
    Hit(entry=Entry('vector-database'), match='slip', matched='Vector database', rank=1)
    """

    entry: Entry | None
    """None for a question that is a bullet."""
    question: Question | None
    """None for an entry that is no question."""
    match: str
    """Why: `title`, `alias`, `spacing` (equal but for spaces), `start`, `words`, `slip`, `initials`, `definition`,
    `text`, or `filter` when nothing but filters was asked."""
    matched: str
    """The name that matched, for a text the words found; empty for `filter`."""
    rank: int
    """1 for the best."""

    @property
    def title(self) -> str:
        """The entry's title, else the question."""
        return self.entry.title if self.entry is not None else self.question.title if self.question is not None else ""

    def __repr__(self) -> str:
        subject = f"entry={self.entry!r}" if self.entry is not None else f"question={self.question!r}"
        return f"Hit({subject}, match={self.match!r}, matched={self.matched!r}, rank={self.rank})"


def hits(
    graph: ConceptGraph, index: SearchIndex, query: str, limit: int | None, kind: str | None, topic: str | None
) -> Results[Hit]:
    """At most `limit` hits, best first; of that kind and topic only, when they are given.

    Raises:
        ValueError: the vocabulary has no such kind.
    """

    from lexigraph.query.selection import require_kind

    def is_wanted(document: Document) -> bool:
        return not document.is_page and kind in (None, document.kind) and topic in (None, document.topic)

    if kind is not None:
        require_kind(graph.linked, kind)
    found = index.search(query, limit=limit, only=is_wanted)
    return Results((_hit(graph, index, match, rank) for rank, match in enumerate(found, 1)), of=Hit)


def _hit(graph: ConceptGraph, index: SearchIndex, match: Match, rank: int) -> Hit:
    from lexigraph.query.search import LEVELS

    document = index.documents[match.document]
    return Hit(
        entry=graph.entry(document.entry) if document.entry else None,
        question=graph.question(document.question) if document.question else None,
        match=LEVELS[match.level],
        matched=index.names.texts[match.name] if match.name >= 0 else ", ".join(match.words),
        rank=rank,
    )
