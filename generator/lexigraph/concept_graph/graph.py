"""The public graph: handles over a `Graph` whose methods are one-line calls into the stages below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lexigraph import graph as linked
from lexigraph.concept_graph import path as between
from lexigraph.concept_graph.changing import Changing
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import AmbiguousName, UnknownEntry, UnknownRelation
from lexigraph.concept_graph.exports import Artifact, write_export
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.values import Link, Mention, Reference, Relation, Wanted
from lexigraph.model import Scheme
from lexigraph.query.reading_order import in_reading_order, prerequisites
from lexigraph.vocabulary import Direction, Vocabulary

if TYPE_CHECKING:
    import networkx

    from lexigraph.concept_graph.hit import Hit
    from lexigraph.query.questions import QuestionFacts
    from lexigraph.query.search import SearchIndex

__all__ = ["ConceptGraph"]


class ConceptGraph(Changing):
    """A knowledge base as a graph of entries, immutable. Made by `load`."""

    def __init__(self, graph: linked.Graph) -> None:
        self.linked = graph
        """The graph of ids that the stages below work on."""

    @property
    def scheme(self) -> Scheme:
        """Title, description, license, base IRI, language, tags."""
        return self.linked.scheme

    @property
    def vocabulary(self) -> Vocabulary:
        """Kinds and relations in order, with words, inverses, properties."""
        return self.linked.vocabulary

    @property
    def kinds(self) -> tuple[str, ...]:
        """Keys of the kinds, in order."""
        return tuple(kind.key for kind in self.vocabulary.kinds)

    @property
    def topics(self) -> tuple[str, ...]:
        """Names of the topics that hold entries, sorted."""
        return self.linked.topics

    @property
    def source(self) -> Path:
        """The content folder."""
        return self.linked.root

    @property
    def diagnostics(self) -> Diagnostics:
        """Findings from loading; by path, line, column, code."""
        return Diagnostics(self.linked.diagnostics)

    @cached_property
    def counts(self) -> Mapping[str, Any]:
        """Every count, with the keys of `lexigraph stats`."""
        from lexigraph.query.stats import stats

        return MappingProxyType(stats(self.linked))

    def __getitem__(self, name: str | Entry) -> Entry:
        """The entry with that id, title, alias or acronym.

        Raises:
            UnknownEntry: no entry has the name.
            AmbiguousName: several have it.
        """
        if isinstance(name, Entry):
            return name
        candidates = self.linked.names.candidates(name)
        if len(candidates) == 1:
            return self.entry(candidates[0])
        if candidates:
            raise AmbiguousName(name, candidates)
        from lexigraph.query.suggest import suggestions

        raise UnknownEntry(name, suggestions(self.linked, name))

    def get(self, name: str | Entry, default: Entry | None = None) -> Entry | None:
        """The entry with that name, or the default.

        Raises:
            AmbiguousName: several entries have it.
        """
        try:
            return self[name]
        except UnknownEntry:
            return default

    def resolve(self, name: str) -> Results[Entry]:
        """Every entry that the name may mean: none, one or many."""
        return Results(self.entry(id) for id in self.linked.names.candidates(name))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, Entry) or (isinstance(name, str) and len(self.linked.names.candidates(name)) == 1)

    def __len__(self) -> int:
        return len(self.linked.entries)

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(self, node) for node in self.linked.entries.values())

    def entry(self, id: str) -> Entry:
        """The entry with exactly that id (KeyError without)."""
        return Entry(self, self.linked.entries[id])

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
            ValueError: the scheme has no such kind.
        """
        if kind is not None and kind not in self.kinds:
            raise ValueError(f"no kind {kind!r}; kinds are {', '.join(self.kinds)}")
        return Results(
            entry
            for entry in self
            if (kind is None or entry.kind == kind)
            and (topic is None or entry.topic == topic)
            and (tag is None or tag in entry.tags)
            and (status is None or entry.status == status)
            and (level is None or entry.level == level)
        )

    def direction(self, key: str) -> Direction:
        """The direction with that key.

        Raises:
            UnknownRelation: the vocabulary has none.
        """
        if key not in self.vocabulary.directions:
            raise UnknownRelation(key, tuple(self.vocabulary.directions))
        return self.vocabulary.directions[key]

    def relations(self, *kinds: str) -> Results[Relation]:
        """Each asserted relation once, in the direction of its type; by source, vocabulary, target."""
        wanted = {self.direction(kind).type.key for kind in kinds}
        return Results(
            Relation.asserted(self, item) for item in self.linked.relations if not wanted or item.type.key in wanted
        )

    def relation(self, source: Entry, view: linked.RelationView) -> Relation:
        """The relation as `source` sees it."""
        return Relation.of(source, view)

    def links(self) -> Results[Link]:
        """Links in bodies that lead to another entry, by source's path and place."""
        return Results(Link.of(self, item) for item in self.linked.links)

    def mentions(self) -> Results[Mention]:
        """Mentions that nobody linked, the first of each entry in each section, by source's path and place."""
        return Results(Mention.of(self, item) for item in self.linked.mentions)

    def question(self, id: str) -> Question:
        """The question with that id.

        Raises:
            UnknownEntry: there is none.
        """
        if id not in self.linked.questions:
            from lexigraph.query.suggest import near_questions

            raise UnknownEntry(id, near_questions(self.linked, id), what="question")
        return Question(self, self.linked.questions[id])

    def questions(
        self,
        *,
        status: str | None = None,
        about: str | Entry | None = None,
        review: str | None = None,
        help_wanted: str | None = None,
        narrower: bool = False,
    ) -> Results[Question]:
        """Questions that match all, by state, then text; `narrower` takes those about kinds and parts of `about` too.

        `status` is a state (`open`) or the full status shown (`open, disputed`).

        Raises:
            UnknownEntry: no entry has the name `about`.
            ValueError: no question can have that state, review or kind of help.
        """
        from lexigraph.query.questions import select_questions

        subject = self[about].id if about is not None else None
        found = select_questions(
            self.linked, status=status, about=subject, review=review, help_wanted=help_wanted, narrower=narrower
        )
        return Results(Question(self, item) for item in found)

    @cached_property
    def question_facts(self) -> Mapping[str, QuestionFacts]:
        """Id of a question → what its links and dates mean, as ids."""
        from lexigraph.query.questions import question_facts

        return question_facts(self.linked)

    def wanted(self) -> Results[Wanted]:
        """Names that are referenced and have no entry, most references first."""
        from lexigraph.query.suggest import NearNames

        near = NearNames(self.linked)
        return Results(
            Wanted(
                name=item.name,
                references=Results(Reference.of(self, reference) for reference in item.references),
                suggestions=Results(self.entry(id) for id in near.to(item.name)),
            )
            for item in self.linked.wanted
        )

    def search(
        self, query: str, *, limit: int | None = 10, kind: str | None = None, topic: str | None = None
    ) -> Results[Hit]:
        """At most `limit` hits, best first, with the ranking of the site's search box; none for an empty query.

        The query is text, never a pattern; `kind:technique`, `topic:retrieval` and `is:question` in it are filters.
        """
        from lexigraph.concept_graph.hit import hits

        return hits(self, self._search_index, query, limit, kind, topic)

    @cached_property
    def _search_index(self) -> SearchIndex:
        from lexigraph.query.search import SearchIndex, documents
        from lexigraph.query.search.languages import language

        return SearchIndex(documents(self.linked), language(self.scheme.language))

    def orphans(self) -> Results[Entry]:
        """Entries without a relation or link in either direction, by title."""
        from lexigraph.query.stats import orphans

        return Results(self.entry(id) for id in orphans(self.linked))

    def path(
        self, source: str | Entry, target: str | Entry, *, relations: Iterable[str] | None = None
    ) -> between.Path | None:
        """The shortest path of relations, walked in either direction; None when unconnected (see `query.paths`)."""
        return between.path_between(self, self[source], self[target], relations)

    def reading_order(self, name: str | Entry) -> Results[Entry]:
        """What to read before the entry: all that it presupposes, each after what it presupposes itself."""
        before = prerequisites(self.linked, self[name].id) or ()
        return Results(self.entry(id) for id in in_reading_order(self.linked, before))

    def check(
        self, *, select: Iterable[str] = (), ignore: Iterable[str] = (), today: date | None = None
    ) -> Diagnostics:
        """Findings of all rules, those of loading included; by path, line, column, code.

        Without `today` the rules that read the calendar do not run. A selector that names no rule is an `UnknownRule`.
        """
        from lexigraph.check import check

        return Diagnostics(check(self.linked, select=tuple(select), ignore=tuple(ignore), today=today))

    def to_networkx(self, *, questions: bool = True, links: bool = False) -> networkx.MultiDiGraph[str]:
        """A `MultiDiGraph` that you own, a fresh copy on each call (see `query.network`)."""
        from lexigraph.query.network import network

        return network(self.linked, questions=questions, links=links)

    def export(self, format: str, path: str | Path) -> tuple[Artifact, ...]:
        """Write the graph in that format (see `formats`) to the file or folder, and name the files.

        Raises:
            UnknownFormat: there is no such format.
        """
        return write_export(self.linked, format, Path(path))

    def __repr__(self) -> str:
        return f"ConceptGraph({str(self.source)!r}, {len(self)} entries)"
