"""What of an RDF file is a thesaurus: its scheme, its concepts, its collections, the language it speaks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lexigraph.export.rdf.names import DCT, RDF, RDFS, SCHEMA, SKOS
from lexigraph.export.rdf.terms import Iri, Literal, Term
from lexigraph.export.skos.labels import language_tag
from lexigraph.importing.skos.left import Left
from lexigraph.importing.skos.reading import Things

__all__ = ["DC", "Thesaurus", "thesaurus"]

DC = "http://purl.org/dc/elements/1.1/"
_NO_CONCEPTS = frozenset(f"{SKOS}{name}" for name in ("Collection", "OrderedCollection", "ConceptScheme"))
_OF_CONCEPTS = tuple(
    f"{SKOS}{name}" for name in ("inScheme", "topConceptOf", "broader", "narrower", "related", "prefLabel")
)


@dataclass(frozen=True, kw_only=True)
class Thesaurus:
    """A thesaurus in an RDF file, and the list of what could not be carried."""

    things: Things
    scheme: str
    """IRI of the concept scheme; empty when there is none."""
    concepts: tuple[str, ...]
    """IRIs, in an order that does not depend on the names of things that have none."""
    collections: tuple[str, ...]
    """Likewise."""
    language: str
    """Lower case."""
    left: Left = field(default_factory=Left)

    @cached_property
    def of_concepts(self) -> frozenset[str]:
        """IRIs of the concepts."""
        return frozenset(self.concepts)

    def terms(self, thing: str, *properties: str) -> tuple[Term, ...]:
        """The values that the thing has of these properties."""
        known = self.things.get(thing, {})
        return tuple(term for property in properties for term in known.get(property, ()))

    def links(self, thing: str, *properties: str) -> tuple[str, ...]:
        """Those of them that are things."""
        return tuple(term.value for term in self.terms(thing, *properties) if isinstance(term, Iri))

    def texts(self, thing: str, *properties: str) -> tuple[Literal, ...]:
        """Those of them that are texts; of a note that is a thing, the text that it says."""
        found: list[Literal] = []
        for term in self.terms(thing, *properties):
            found += [term] if isinstance(term, Literal) else self.texts_of(term.value)
        return tuple(each for each in found if each.text.strip())

    def texts_of(self, note: str) -> list[Literal]:
        """What a note says that is a thing of its own."""
        return [each for each in self.things.get(note, {}).get(f"{RDF}value", ()) if isinstance(each, Literal)]

    def label(self, thing: str) -> str:
        """What a thing that is no concept is called in the language of the thesaurus; empty: nothing."""
        found = self.texts(thing, f"{DCT}title", f"{DC}title", f"{SKOS}prefLabel", f"{RDFS}label", f"{SCHEMA}name")
        return next(iter(self.preferred(found)), Literal("")).text

    def preferred(self, found: Iterable[Literal]) -> list[Literal]:
        """The texts, those in the language of the thesaurus first, then those in none."""
        return sorted(found, key=lambda each: (self.distance(each.language), each.language))

    def distance(self, language: str) -> int:
        """How far a text is from the thesaurus's language: 0 is in it, 1 in a kind of it, 2 in none, 3 in another."""
        if language == self.language:
            return 0
        if language and language.split("-")[0] == self.language.split("-")[0]:
            return 1
        return 3 if language else 2


def thesaurus(things: Things) -> Thesaurus:
    """The thesaurus that the statements make."""
    classes = _concept_classes(things)
    concepts = [thing for thing, known in things.items() if _is_concept(known, classes)]
    schemes = [thing for thing, known in things.items() if Iri(f"{SKOS}ConceptScheme") in known.get(f"{RDF}type", ())]
    collections = [
        thing
        for thing, known in things.items()
        if {Iri(f"{SKOS}Collection"), Iri(f"{SKOS}OrderedCollection")} & set(known.get(f"{RDF}type", ()))
    ]
    members = Counter(
        scheme.value
        for thing in concepts
        for scheme in (*things[thing].get(f"{SKOS}inScheme", ()), *things[thing].get(f"{SKOS}topConceptOf", ()))
        if isinstance(scheme, Iri)
    )
    scheme = min((*schemes, *members), key=lambda each: (each not in schemes, -members[each], each), default="")
    found = Thesaurus(
        things=things, scheme=scheme, concepts=tuple(sorted(concepts, key=lambda each: _key(things, each))),
        collections=tuple(sorted(collections, key=lambda each: _key(things, each))),
        language=_language(things, scheme, concepts),
    )  # fmt: skip
    for other in schemes:
        if other != scheme:
            found.left.remark(
                "other concept schemes, whose concepts were all put into one", found.label(other) or other
            )
    return found


def _concept_classes(things: Things) -> frozenset[Term]:
    """`skos:Concept`, and the classes of the file that are kinds of it."""
    found: set[Term] = {Iri(f"{SKOS}Concept")}
    below: dict[Term, list[Term]] = {}
    for thing, known in things.items():
        for upper in known.get(f"{RDFS}subClassOf", ()):
            below.setdefault(upper, []).append(Iri(thing))
    waiting = list(found)
    while waiting:
        new = [each for each in below.get(waiting.pop(), ()) if each not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def _is_concept(known: Mapping[str, tuple[Term, ...]], classes: frozenset[Term]) -> bool:
    """Whether it says so, or is nothing else and has a name and a place among concepts."""
    types = frozenset(known.get(f"{RDF}type", ()))
    if types & classes:
        return True
    return not types & {Iri(each) for each in _NO_CONCEPTS} and sum(property in known for property in _OF_CONCEPTS) > 1


def _key(things: Things, thing: str) -> tuple[object, ...]:
    """By name, then IRI; what has no IRI by what it says."""
    known = things[thing]
    names = [term.text for term in known.get(f"{SKOS}prefLabel", ()) if isinstance(term, Literal)]
    if not thing.startswith("_:"):
        return min(names, default=""), False, thing
    said = sorted(
        (property, term)
        for property, terms in known.items()
        for term in terms
        if isinstance(term, Literal) or not term.value.startswith("_:")
    )
    return min(names, default=""), True, repr(said)


def _language(things: Things, scheme: str, concepts: Iterable[str]) -> str:
    """The language that the scheme names, when concepts have names in it; else the one in which most have."""
    used = Counter(
        term.language
        for thing in concepts
        for term in things[thing].get(f"{SKOS}prefLabel", ())
        if isinstance(term, Literal) and term.language and language_tag(term.language) != "und"
    )
    for language in _stated(things.get(scheme, {})):
        if language in used or not used:
            return language
    return min(used, key=lambda language: (-used[language], language != "en", language), default="en")


def _stated(known: Mapping[str, tuple[Term, ...]]) -> Iterator[str]:
    for term in (*known.get(f"{DCT}language", ()), *known.get(f"{DC}language", ())):
        if isinstance(term, Literal) and language_tag(term.text) != "und":
            yield term.text.lower()
