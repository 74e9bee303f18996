"""The public graph: handles over a `Graph` whose methods are one-line calls into the stages below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lexigraph import graph as linked
from lexigraph.concept_graph.appearance import Appearance
from lexigraph.concept_graph.arguments import day_of, limit_of, selectors_of, text_of
from lexigraph.concept_graph.changing import Changing
from lexigraph.concept_graph.diagnostic import diagnostics
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import UnknownEntry
from lexigraph.concept_graph.exports import Artifact, write_export
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.values import Link, Mention, Relation
from lexigraph.concept_graph.walking import Walking
from lexigraph.concept_graph.wanted import Wanted
from lexigraph.graph.collector import collector_off
from lexigraph.model import Scheme
from lexigraph.vocabulary import Vocabulary
from lexigraph.wording import counted

if TYPE_CHECKING:
    import networkx

    from lexigraph.concept_graph.hit import Hit
    from lexigraph.query.questions import QuestionFacts
    from lexigraph.query.search import SearchIndex

__all__ = ["ConceptGraph"]


class ConceptGraph(Walking, Changing, Appearance):
    """A knowledge base as a graph of entries, immutable. Made by `load`.

    Its length is the number of entries, and going through it gives them by title.

    >>> "RAG" in graph, next(iter(graph)).kind in graph.kinds
    (True, True)
    """

    def __init__(self, graph: linked.Graph) -> None:
        self.linked = graph
        """The graph of ids that the stages below work on."""

    @property
    def scheme(self) -> Scheme:
        """Title, description, license, base IRI, language, tags.

        >>> graph.scheme.title
        'AI engineering'
        """
        return self.linked.scheme

    @property
    def vocabulary(self) -> Vocabulary:
        """Kinds and relations in order, with words, inverses, properties.

        >>> graph.vocabulary.directions["uses"].words
        'uses'
        """
        return self.linked.vocabulary

    @property
    def kinds(self) -> tuple[str, ...]:
        """Keys of the kinds, in order.

        >>> graph.kinds[:3]
        ('concept', 'technique', 'model')
        """
        return tuple(kind.key for kind in self.vocabulary.kinds)

    @property
    def topics(self) -> tuple[str, ...]:
        """Names of the topics that hold entries, sorted.

        >>> "retrieval" in graph.topics
        True
        """
        return self.linked.topics

    @property
    def diagnostics(self) -> Diagnostics:
        """Findings from loading; by path, line, column, code.

        >>> graph.diagnostics.errors
        []
        """
        return diagnostics(self.linked, self.linked.diagnostics)

    @property
    def counts(self) -> Mapping[str, Any]:
        """Every count, with the keys of `lexigraph stats`.

        >>> graph.counts["entries"] == len(graph)
        True
        """
        return self._counts

    @cached_property  # private, as everywhere: a shell that completes a name asks for what is public and no `property`
    def _counts(self) -> Mapping[str, Any]:
        from lexigraph.query.stats import stats

        return MappingProxyType(stats(self.linked))

    def relations(self, *kinds: str) -> Results[Relation]:
        """Each asserted relation once, in the direction of its type; by source, vocabulary, target.

        Raises:
            UnknownRelation: the vocabulary has no such key.

        >>> {relation.kind for relation in graph.relations("uses", "requires")} == {"uses", "requires"}
        True
        """
        wanted = {self.direction(kind).type.key for kind in kinds}
        found = (item for item in self.linked.relations if not wanted or item.type.key in wanted)
        with collector_off():
            return Results((Relation.asserted(self, item) for item in found), of=Relation)

    def links(self) -> Results[Link]:
        """Links in bodies that lead to another entry, by source's path and place.

        >>> len(graph.links()) > len(graph)
        True
        """
        with collector_off():
            return Results((Link.of(self, item) for item in self.linked.links), of=Link)

    def mentions(self, *, linked: bool = False) -> Results[Mention]:
        """Names of entries in prose that nobody linked, the first of each entry in each section; with `linked`, links
        too. By source's path and place.

        >>> len(graph.mentions(linked=True)) == len(graph.mentions()) + len(graph.links())
        True
        """
        with collector_off():
            found = [Mention.of(self, item) for item in self.linked.mentions]
        if linked:
            found += (Mention.of_link(link) for link in self.links())
            found.sort(key=lambda mention: (str(mention.place.path), mention.place.line, mention.place.column))
        return Results(found, of=Mention)

    def question(self, id: str) -> Question:
        """The question with that id.

        Raises:
            UnknownEntry: there is none.

        >>> graph.question("long-context-vs-retrieval").title
        'When does a long context window make retrieval unnecessary?'
        """
        if text_of(id, "a question is named by its id, a str") not in self.linked.questions:
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

        >>> {question.state for question in graph.questions(status="open")}
        {'open'}
        """
        from lexigraph.query.questions import select_questions

        subject = self[about].id if about is not None else None
        found = select_questions(
            self.linked, status=status, about=subject, review=review, help_wanted=help_wanted, narrower=narrower
        )
        return Results((Question(self, item) for item in found), of=Question)

    @property
    def question_facts(self) -> Mapping[str, QuestionFacts]:
        """Id of a question → what its links and dates mean, as ids."""
        return self._question_facts

    @cached_property
    def _question_facts(self) -> Mapping[str, QuestionFacts]:
        from lexigraph.query.questions import question_facts

        return question_facts(self.linked)

    def wanted(self) -> Results[Wanted]:
        """Names that are referenced and have no entry, most references first.

        >>> lexigraph.load("notes").wanted()
        references  name  such as
        1           T5    T5 does both.
        """
        from lexigraph.query.suggest import NearNames

        near = NearNames(self.linked)
        found = (Wanted.of(self, item, near.to(item.name)) for item in self.linked.wanted)
        return Results(found, of=Wanted)

    def search(
        self, query: str, *, limit: int | None = 10, kind: str | None = None, topic: str | None = None
    ) -> Results[Hit]:
        """At most `limit` hits, best first, with the ranking of the site's search box; none for an empty query.

        The query is text, never a pattern; `kind:technique`, `topic:retrieval` and `is:question` in it are filters.

        Raises:
            ValueError: the limit is below 0, or the vocabulary has no such kind; the message names the nearest.

        >>> graph.search("vectr database", limit=1)
        rank  kind     title            match  matched
        1     concept  Vector database  slip   Vector database
        """
        from lexigraph.concept_graph.hit import hits

        query = text_of(query, "a query is a str")
        return hits(self, self._search_index, query, limit_of(limit), kind, topic)

    @cached_property
    def _search_index(self) -> SearchIndex:
        from lexigraph.query.search import SearchIndex, documents
        from lexigraph.query.search.languages import language

        return SearchIndex(documents(self.linked), language(self.scheme.language))

    def check(
        self, *, select: Iterable[str] = (), ignore: Iterable[str] = (), today: date | None = None
    ) -> Diagnostics:
        """Findings of all rules, those of loading included; by path, line, column, code.

        Without `today` the rules that read the calendar do not run.

        Raises:
            ReadOnlyGraph: it was read from a file or a site.
            UnknownRule: a selector names no rule.

        >>> [finding.message for finding in lexigraph.load("notes").check(select=["wanted-entry"])]
        ["no entry has the name 'T5'"]
        """
        from lexigraph.check import check

        self.require_files("checked")
        chosen, left_out = selectors_of(select, "select"), selectors_of(ignore, "ignore")
        day = None if today is None else day_of(today)
        found = check(self.linked, select=chosen, ignore=left_out, today=day)
        return diagnostics(self.linked, found)

    def to_networkx(self, *, questions: bool = True, links: bool = False) -> networkx.MultiDiGraph[str]:
        """A `MultiDiGraph` that you own, a fresh copy on each call (see `query.network`).

        >>> G = graph.to_networkx()
        >>> G.has_edge("retrieval-augmented-generation", "chunking", "uses")
        True
        """
        from lexigraph.query.network import network

        addresses = {**self.addresses.entries, **self.addresses.questions}
        return network(self.linked, questions=questions, links=links, addresses=addresses)

    def export(self, format: str, path: str | Path) -> tuple[Artifact, ...]:
        """Write the graph in that format (see `formats`) to the file or folder, and name the files.

        Raises:
            UnknownFormat: there is no such format.
            MissingExtra: it needs a package that is not installed.

        >>> [made.path.name for made in graph.export("json", "concepts.json")]
        ['concepts.json']
        """
        return write_export(self.linked, format, Path(path))

    def __repr__(self) -> str:
        return f"ConceptGraph({self.scheme.title or str(self.source)!r}, {counted(len(self), 'entry', 'entries')})"
