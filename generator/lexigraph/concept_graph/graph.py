"""The public graph: handles over a `Graph` whose methods are one-line calls into the stages below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lexigraph import graph as linked
from lexigraph.concept_graph import path as between
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import AmbiguousName, CannotLoad, UnknownEntry, UnknownRelation
from lexigraph.concept_graph.exports import Artifact, write_export
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.values import Link, Mention, Question, Reference, Relation, Wanted
from lexigraph.model import Scheme
from lexigraph.query.reading_order import in_reading_order, prerequisites
from lexigraph.vocabulary import STATES, Direction, Vocabulary

if TYPE_CHECKING:
    import networkx

    from lexigraph.concept_graph.hit import Hit
    from lexigraph.query.search import SearchIndex

__all__ = ["ConceptGraph", "load"]


def load(source: str | Path, *, fields: Mapping[str, str] | None = None, workers: int = 1) -> ConceptGraph:
    """The concept graph of a folder of Markdown.

    `fields` maps foreign front-matter names (ours → theirs), over those of `scheme.yml`. With `workers`
    above 1 large folders are parsed in processes of their own. Bad files are `diagnostics`.

    Raises:
        CannotLoad: there is no such folder.
    """
    from lexigraph.loading import load_graph

    try:
        graph = load_graph(Path(source), fields=fields, workers=workers)
    except NotADirectoryError:
        raise CannotLoad(str(source), "there is no such folder") from None
    return ConceptGraph(graph)


class ConceptGraph:
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
            raise UnknownEntry(id)
        return Question(self, self.linked.questions[id])

    def questions(self, *, status: str | None = None, about: str | Entry | None = None) -> Results[Question]:
        """Questions that match all, by text; `status` is a state (`open`) or the full status shown.

        Raises:
            UnknownEntry: no entry has the name `about`.
            ValueError: no question can have that state.
        """
        if status is not None and status.partition(",")[0].replace(" ", "-") not in STATES:
            raise ValueError(f"no state {status!r}; states are {', '.join(STATES)}")
        subject = self[about].id if about is not None else None
        return Results(
            Question(self, item)
            for item in self.linked.questions.values()
            if status in (None, item.state, item.status) and (subject is None or subject in item.about)
        )

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

    def check(self, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Diagnostics:
        """Findings of all rules, those of loading included; by path, line, column, code."""
        from lexigraph.check import check

        return Diagnostics(check(self.linked, select=select, ignore=ignore))

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
