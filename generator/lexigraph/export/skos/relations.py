"""Relations as SKOS says them: by a property of SKOS, and by one of the scheme's own that refines it.

A statement that SKOS forbids beside another (S27) is made by the scheme's own property alone, which then refines
`skos:semanticRelation` only, so that no reasoner brings the forbidden one back. What is no concept takes part in no
property of SKOS.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lexigraph.export.rdf.identity import Identity
from lexigraph.export.rdf.names import DCT, ISO_THES, OWL, RDF, RDFS, SCHEMA, SKOS, expanded
from lexigraph.export.rdf.terms import Description, Iri, Literal, Statement, iri
from lexigraph.export.skos.clashes import Pair, one_above_the_other
from lexigraph.export.skos.labels import language_tag, said
from lexigraph.graph import Relation
from lexigraph.vocabulary import BUILT_IN, RelationType

__all__ = ["HIERARCHY", "IS", "OPPOSITES", "Relations", "Said"]

Said = tuple[str, str, str]
"""Subject, property, object: IRIs."""

HIERARCHY: Mapping[str, str] = MappingProxyType(
    {
        f"{SKOS}broader": f"{SKOS}narrower",
        f"{ISO_THES}broaderGeneric": f"{ISO_THES}narrowerGeneric",
        f"{ISO_THES}broaderPartitive": f"{ISO_THES}narrowerPartitive",
        f"{ISO_THES}broaderInstantial": f"{ISO_THES}narrowerInstantial",
    }
)
"""A property that leads upwards → the one that leads back."""
IS: Mapping[str, str] = MappingProxyType(
    {
        "broader": f"{SKOS}broader",
        "part_of": f"{ISO_THES}broaderPartitive",
        "instance_of": f"{ISO_THES}broaderInstantial",
        "related": f"{SKOS}related",
        "superseded_by": f"{DCT}isReplacedBy",
        "compares": f"{SCHEMA}about",
        "about": f"{SCHEMA}about",
    }
)
"""Relation → the property that says just the same, so that none of the scheme's own is needed."""
OPPOSITES: Mapping[str, str] = MappingProxyType(
    {
        **HIERARCHY,
        f"{SKOS}related": f"{SKOS}related",
        f"{SKOS}semanticRelation": f"{SKOS}semanticRelation",
        f"{DCT}isReplacedBy": f"{DCT}replaces",
    }
)
"""Property → the one that says it from the other end."""
_OUTSIDE_SKOS = MappingProxyType({"requires": f"{DCT}requires", "part_of": f"{DCT}isPartOf"})
"""Relation → the property for something that is no concept; for others `dct:relation`."""
_RESERVED = (SKOS, ISO_THES, RDF, RDFS, OWL)
"""Namespaces with meanings of their own, of which a relation may refine no other property."""
_BUILT_IN = frozenset(relation.key for relation in BUILT_IN.relations)


def _meant(type: RelationType) -> str:
    """IRI of the property that the relation is or refines; empty when it is or refines none."""
    meant = iri(expanded(type.skos)) if type.skos else ""
    is_free = not meant.startswith(_RESERVED) or meant in HIERARCHY or meant == f"{SKOS}related"
    return meant if is_free else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The relations of one export."""

    identity: Identity
    concepts: Collection[str]
    """IRIs of those that are concepts."""
    unfit: frozenset[str]
    """Keys of the relations that join a pair which SKOS forbids to be related."""
    clashing: frozenset[Pair]
    """IRIs of such pairs, as they are asserted."""

    @classmethod
    def of(
        cls, identity: Identity, concepts: Collection[str], found: Iterable[tuple[Relation, str, str]],
        broader: Mapping[str, Collection[str]],
    ) -> "Relations":  # fmt: skip
        """Those with these relations, their ends as IRIs; `broader` is the hierarchy, mappings included."""
        related = [
            (relation.type.key, (source, target))
            for relation, source, target in found
            if _meant(relation.type) == f"{SKOS}related" and source in concepts and target in concepts
        ]
        clashing = one_above_the_other(broader, (pair for _, pair in related))
        unfit = frozenset(key for key, pair in related if pair in clashing)
        return cls(identity=identity, concepts=concepts, unfit=unfit, clashing=clashing)

    def said(self, type: RelationType, source: str, target: str) -> Iterator[Said]:
        """What is said of one relation, in both directions where the property has another for that."""
        meant = _meant(type)
        is_within = source in self.concepts and target in self.concepts
        if meant in HIERARCHY or meant == f"{SKOS}related":
            if not is_within:
                yield source, _OUTSIDE_SKOS.get(type.key, f"{DCT}relation"), target
                return
            if meant == f"{SKOS}related" and (source, target) in self.clashing:
                yield from self._own(type, source, target)
                return
        if type.key not in IS:
            yield from self._own(type, source, target)
        for property in {meant, f"{SKOS}broader"} if meant in HIERARCHY else {meant} - {""}:
            yield source, property, target
            if property in OPPOSITES:
                yield target, OPPOSITES[property], source

    def _own(self, type: RelationType, source: str, target: str) -> Iterator[Said]:
        property = self.identity.own("relation", type.key)
        yield source, property, target
        if type.symmetric:
            yield target, property, source

    def declared(self, used: Collection[str], language: str) -> Iterator[Description]:
        """What the scheme's own properties mean, those that are used; `language` is the scheme's."""
        for type in self.identity.export.graph.vocabulary.relations:
            if self.identity.own("relation", type.key) in used:
                tag = "en" if type.key in _BUILT_IN else language_tag(language)
                yield from self._declared(type, tag)

    def _declared(self, type: RelationType, language: str) -> Iterator[Description]:
        key, other = (self.identity.own("relation", key) for key in (type.key, type.inverse))
        meant = f"{SKOS}semanticRelation" if type.key in self.unfit else _meant(type)
        if type.symmetric:
            yield self._property(key, type.words, language, meant, (f"{OWL}SymmetricProperty",))
            return
        yield self._property(key, type.words, language, meant, inverse=other)
        yield self._property(other, type.inverse_words, language, OPPOSITES.get(meant, ""), inverse=key)

    def _property(
        self, property: str, words: str, language: str, refined: str, types: Collection[str] = (), inverse: str = ""
    ) -> Description:
        statements: list[Statement] = [
            (f"{RDF}type", tuple(Iri(each) for each in (f"{OWL}ObjectProperty", *types))),
            (f"{RDFS}label", (Literal(said(words), language),)),
            (f"{RDFS}subPropertyOf", (Iri(refined),) if refined else ()),
            (f"{OWL}inverseOf", (Iri(inverse),) if inverse else ()),
            (f"{RDFS}isDefinedBy", (Iri(self.identity.scheme),)),
        ]
        return Description(property, tuple(statement for statement in statements if statement[1]))
