"""A graph in the words of SKOS: the scheme, its concepts, its collections, and what stands beside them."""

import re
from collections.abc import Iterator, Mapping

from lexigraph.export.rdf.identity import Identity
from lexigraph.export.rdf.names import DCT, RDF, RDFS, SCHEMA, SKOS, VANN
from lexigraph.export.rdf.terms import Description, Iri, Literal, iri
from lexigraph.export.skos.clashes import circles
from lexigraph.export.skos.entries import add_concept, add_other, add_works
from lexigraph.export.skos.facts import Facts
from lexigraph.export.skos.labels import language_tag, said
from lexigraph.export.skos.mappings import MATCHES, hierarchy_of, mapped, without_clashes
from lexigraph.export.skos.relations import HIERARCHY, Relations
from lexigraph.graph import Relation
from lexigraph.vocabulary import BUILT_IN

__all__ = ["descriptions"]

_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*", re.ASCII)
_BUILT_IN = frozenset(kind.key for kind in BUILT_IN.kinds)


def descriptions(identity: Identity) -> Iterator[Description]:
    """All that is said: of the scheme, its own words, its entries by title, questions, collections, works."""
    return _Scheme(identity).descriptions()


class _Scheme:
    """One export at work."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.graph = identity.export.graph
        self.language = language_tag(self.graph.scheme.language)
        others = {kind.key for kind in self.graph.vocabulary.kinds if not kind.is_concept}
        self.iris = {id: identity.entry(node) for id, node in self.graph.entries.items()}
        self.concepts = {self.iris[id]: node for id, node in self.graph.entries.items() if node.kind not in others}
        self.facts = Facts()

    def descriptions(self) -> Iterator[Description]:
        for node in self.graph.entries.values():
            add = add_concept if self.iris[node.id] in self.concepts else add_other
            add(self.facts, self.identity, node, self.language)
        relations = self._add_relations()
        self._add_questions(relations)
        yield Description(self.identity.scheme, tuple(self._scheme()))
        yield from relations.declared(self.facts.properties(), self.graph.scheme.language)
        yield from self._kinds()
        yield from self.facts.descriptions()
        yield from self._collections()
        works = Facts()
        for node in self.graph.entries.values():
            add_works(self.facts, works, self.identity, node)
        yield from sorted(works.descriptions())

    def _add_relations(self) -> Relations:
        """Relations and mappings, and who is at the top."""
        mappings = {
            at: node.parsed.fields.mappings
            for at, node in self.concepts.items()
            if node.parsed.fields.mappings is not None
        }
        pairs = mapped(mappings, {self.identity.scheme, *self.iris.values()} - self.concepts.keys())
        found = [(each, self.iris[each.source], self.iris[each.target]) for each in self._between_entries()]
        hierarchy = hierarchy_of(pairs)
        within = self._hierarchy(found)
        for lower, uppers in within.items():
            hierarchy.setdefault(lower, set()).update(uppers)
        relations = Relations.of(self.identity, self.concepts, found, hierarchy)
        for relation, source, target in found:
            for at, property, other in relations.said(relation.type, source, target):
                self.facts.add(at, property, Iri(other))
        for key, each in without_clashes(pairs, hierarchy).items():
            for source, target in each:
                self.facts.add(source, MATCHES[key], Iri(target))
        self._add_tops(within)
        return relations

    def _between_entries(self) -> list[Relation]:
        """Relations that are not told as questions'."""
        told = {id for id, question in self.graph.questions.items() if question.entry}
        return [each for each in self.graph.relations if not {each.source, each.target} <= told]

    def _hierarchy(self, found: list[tuple[Relation, str, str]]) -> dict[str, set[str]]:
        """IRI of a concept → IRIs of those directly above it."""
        bare = Relations(identity=self.identity, concepts=self.concepts, unfit=frozenset(), clashing=frozenset())
        above: dict[str, set[str]] = {}
        for relation, source, target in found:
            for at, property, other in bare.said(relation.type, source, target):
                if property in HIERARCHY:
                    above.setdefault(at, set()).add(other)
        return above

    def _add_tops(self, above: Mapping[str, set[str]]) -> None:
        """Those with nothing above them; of a circle with nothing above it the first by title."""
        tops = self.concepts.keys() - above.keys()
        order = {at: place for place, at in enumerate(self.concepts)}
        tops |= {min(things, key=order.__getitem__) for things in circles(above)}
        for at in tops:
            self.facts.add(at, f"{SKOS}topConceptOf", Iri(self.identity.scheme))
        self.tops = sorted(tops)

    def _add_questions(self, relations: Relations) -> None:
        """Questions, of files and of bullets: what they are about, how they stand, what hangs on them."""
        iris = {id: self.identity.question(question) for id, question in self.graph.questions.items()}
        for id, question in self.graph.questions.items():
            at = iris[id]
            self.facts.add(at, f"{RDF}type", Iri(f"{SCHEMA}Question"))
            self.facts.texts(at, f"{SCHEMA}name", [said(question.text)], self.language)
            self.facts.texts(at, f"{DCT}identifier", [id])
            self.facts.add(at, f"{SCHEMA}about", *(Iri(self.iris[about]) for about in question.about))
            self.facts.texts(at, f"{SCHEMA}creativeWorkStatus", [question.status], "en")
        for link in self.graph.question_links:
            for at, property, other in relations.said(link.type, iris[link.source], iris[link.target]):
                self.facts.add(at, property, Iri(other))

    def _scheme(self) -> Iterator[tuple[str, tuple[Iri | Literal, ...]]]:
        scheme, at = self.graph.scheme, self.identity.scheme
        facts = Facts()
        facts.add(at, f"{RDF}type", Iri(f"{SKOS}ConceptScheme"))
        title = said(scheme.title) or said(self.identity.export.site.title) or "Concepts"
        facts.texts(at, f"{DCT}title", [title], self.language)
        facts.texts(at, f"{DCT}description", [said(scheme.description)], self.language)
        facts.texts(at, f"{DCT}language", [self.language])
        license = said(scheme.license)
        if address := iri(license) or (f"https://spdx.org/licenses/{license}" if _SPDX.fullmatch(license) else ""):
            facts.add(at, f"{DCT}license", Iri(address))
        else:
            facts.texts(at, f"{DCT}rights", [license], self.language)
        if not self.identity.is_placeholder:
            facts.texts(at, f"{VANN}preferredNamespaceUri", [self.identity.prefixes.get("", "")])
        if self.identity.is_placed and self.identity.export.site.url != at:
            facts.add(at, f"{SCHEMA}url", Iri(iri(self.identity.export.site.url)))
        facts.add(at, f"{SKOS}hasTopConcept", *map(Iri, self.tops))
        yield from next(facts.descriptions()).statements

    def _kinds(self) -> Iterator[Description]:
        """The kinds of concepts that entries have."""
        used = {node.kind for node in self.concepts.values()} - {"concept"}
        facts = Facts()
        for kind in self.graph.vocabulary.kinds:
            if kind.key in used:
                at = self.identity.own("kind", kind.key)
                facts.add(at, f"{RDF}type", Iri(f"{RDFS}Class"))
                facts.texts(at, f"{RDFS}label", [kind.label], "en" if kind.key in _BUILT_IN else self.language)
        yield from facts.descriptions()

    def _collections(self) -> Iterator[Description]:
        """The topics with the concepts in them."""
        facts = Facts()
        for topic in self.identity.export.site.topics:
            at = self.identity.own("topic", topic.name)
            members = [Iri(self.iris[id]) for id in topic.entries if self.iris[id] in self.concepts]
            if members:
                facts.add(at, f"{RDF}type", Iri(f"{SKOS}Collection"))
                facts.texts(at, f"{DCT}identifier", [topic.name])
                facts.texts(at, f"{SKOS}prefLabel", [said(topic.title) or topic.name], self.language)
                facts.texts(at, f"{DCT}description", [said(topic.description)], self.language)
                facts.add(at, f"{SKOS}inScheme", Iri(self.identity.scheme))
                facts.add(at, f"{SKOS}member", *members)
        yield from facts.descriptions()
