"""The relations between the concepts of a thesaurus, each once: SKOS's own, and properties that refine them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lexigraph.edit.new_file import in_a_line
from lexigraph.export.rdf.names import DCT, ISO_THES, OWL, RDF, RDFS, SKOS
from lexigraph.export.rdf.terms import Iri
from lexigraph.export.skos.relations import HIERARCHY
from lexigraph.importing.skos.left import short
from lexigraph.importing.skos.names import local_name
from lexigraph.importing.skos.thesaurus import Thesaurus
from lexigraph.parse.fields import FIELD_NAMES
from lexigraph.vocabulary import ATTRIBUTES, BUILT_IN, RelationType, Vocabulary

__all__ = ["Linked", "linked"]

_BACKWARDS = True
_KNOWN: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        f"{SKOS}broader": ("broader", False),
        f"{SKOS}narrower": ("broader", _BACKWARDS),
        f"{SKOS}broadMatch": ("broader", False),
        f"{SKOS}narrowMatch": ("broader", _BACKWARDS),
        f"{ISO_THES}broaderGeneric": ("broader", False),
        f"{ISO_THES}narrowerGeneric": ("broader", _BACKWARDS),
        f"{ISO_THES}broaderPartitive": ("part_of", False),
        f"{ISO_THES}narrowerPartitive": ("part_of", _BACKWARDS),
        f"{ISO_THES}broaderInstantial": ("instance_of", False),
        f"{ISO_THES}narrowerInstantial": ("instance_of", _BACKWARDS),
        f"{SKOS}related": ("related", False),
        f"{SKOS}relatedMatch": ("related", False),
        f"{DCT}isReplacedBy": ("superseded_by", False),
        f"{DCT}replaces": ("superseded_by", _BACKWARDS),
        f"{DCT}creator": ("developed_by", False),
    }
)
"""Property between two concepts → relation, and whether it says it from the other end."""
_SUPERS: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        **dict.fromkeys(HIERARCHY, ("broader", False)),
        **dict.fromkeys(HIERARCHY.values(), ("broader", _BACKWARDS)),
        f"{SKOS}related": ("related", False),
        f"{SKOS}semanticRelation": ("related", False),
        f"{DCT}creator": ("developed_by", False),
    }
)
"""Property that another may refine → the relation that need not be said beside that other, and whether it is the other
way round."""
_SAYS_LESS: Mapping[str, tuple[str, ...]] = MappingProxyType({"part_of": ("broader",), "instance_of": ("broader",)})
"""Relation → those that need not be said beside it."""
_UPWARD = {back: there for there, back in HIERARCHY.items()}
_KEY = re.compile(r"[^\W\d_][\w-]*")
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^\w]+|_+")
_LONGEST = 60
"""Characters of the words of a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The relations, and the vocabulary that has their kinds."""

    vocabulary: Vocabulary
    relations: tuple[tuple[str, str, str], ...]
    """Key, IRI of the source, IRI of the target; in order of the vocabulary, then of the concepts."""
    properties: frozenset[str]
    """Properties that were understood as relations."""


def linked(known: Thesaurus, titles: Mapping[str, str]) -> Linked:
    """The relations between concepts; what leads elsewhere is noted as left.

    Args:
        known: the thesaurus.
        titles: IRI of a concept → its title.
    """
    own = _Own(known)
    order = {concept: place for place, concept in enumerate(known.concepts)}
    found: dict[tuple[str, str, str], None] = {}
    weaker: set[tuple[str, str, str]] = set()
    for concept in known.concepts:
        for property, key, is_backwards, less in own.properties_of(concept):
            for other in known.links(concept, property):
                if other == concept:
                    known.left.remark("relations of a concept to itself, left out", titles[concept])
                elif other not in order:
                    if not property.endswith("Match") and property != f"{DCT}creator":
                        known.left.statement(titles[concept], property, Iri(other))
                else:
                    source, target = (other, concept) if is_backwards else (concept, other)
                    found[_placed(own.types[key], source, target, order)] = None
                    weaker |= {_placed(own.types[each], source, target, order) for each in less}
    keys = {type.key: place for place, type in enumerate(own.vocabulary.relations)}
    relations = sorted(found.keys() - weaker, key=lambda each: (keys[each[0]], order[each[1]], order[each[2]]))
    return Linked(vocabulary=own.vocabulary, relations=tuple(relations), properties=own.understood)


def _placed(type: RelationType, source: str, target: str, order: Mapping[str, int]) -> tuple[str, str, str]:
    """The relation as it is written: a symmetric one at the concept that comes first."""
    if type.symmetric and order[target] < order[source]:
        source, target = target, source
    return type.key, source, target


class _Own:
    """The properties of a file as relations: those of SKOS, and those that the file declares."""

    def __init__(self, known: Thesaurus) -> None:
        self.known = known
        self.concepts = known.of_concepts
        self.inverses: dict[str, list[str]] = {}
        for thing in known.things:
            for other in known.links(thing, f"{OWL}inverseOf"):
                self.inverses.setdefault(other, []).append(thing)
        self.meant: dict[str, tuple[str, bool, tuple[str, ...]]] = {
            property: (key, is_backwards, _SAYS_LESS.get(key, ())) for property, (key, is_backwards) in _KNOWN.items()
        }
        self.types = {type.key: type for type in BUILT_IN.relations}
        new: list[RelationType] = []
        for property in sorted(self._used() - _KNOWN.keys()):
            if property not in self.meant:
                self._declare(property, new)
        self.vocabulary = BUILT_IN.extended((), tuple(new))
        inverses = (each for property in self.meant for each in self._inverses(property))
        self.understood = frozenset((*self.meant, *inverses))

    def properties_of(self, concept: str) -> Iterator[tuple[str, str, bool, tuple[str, ...]]]:
        """Property, relation, whether it is backwards, relations that it makes unnecessary."""
        for property in self.known.things[concept]:
            if property in self.meant:
                yield property, *self.meant[property]

    def _used(self) -> set[str]:
        """Properties with a declaration that join two concepts."""
        things = self.known.things
        return {
            property
            for concept in self.known.concepts
            for property, values in things[concept].items()
            if property in things and any(isinstance(value, Iri) and value.value in self.concepts for value in values)
        }

    def _declare(self, property: str, new: list[RelationType]) -> None:
        """Note what the property means, when it refines a relation of SKOS, or is a relation of our own."""
        refined = self._refined(property)
        upper, is_backwards = _SUPERS.get(refined, ("", False))
        direction = BUILT_IN.directions.get(self._key(property))
        if not upper and not self._is_ours(property):
            return
        less = (upper,) if upper else ()
        if direction is not None:
            key = direction.type.key
            self.meant[property] = (key, direction.inverted, tuple(each for each in less if each != key))
            return
        inverse = next(iter(self._inverses(property)), "")
        there, back = (inverse, property) if is_backwards else (property, inverse)
        type = self._type(there, back, refined)
        if {type.key, type.inverse} & (self.types.keys() | BUILT_IN.directions.keys()):
            return
        new.append(type)
        self.types[type.key] = type
        self.meant |= {name: (type.key, name == back, less) for name in (there, back) if name}

    def _type(self, there: str, back: str, refined: str) -> RelationType:
        """The relation that two properties make which are each other's inverse; one of them may be missing."""
        is_symmetric = Iri(f"{OWL}SymmetricProperty") in self.known.terms(there, f"{RDF}type")
        key = self._key(there) if there else f"{self._key(back)}_of"
        inverse = "" if is_symmetric else self._key(back) if back else f"{key}_of"
        skos = short(_UPWARD.get(refined, refined)) if refined != f"{SKOS}semanticRelation" else "skos:related"
        return RelationType(
            key=key, words=self._words(there, key), heading="", inverse=inverse, symmetric=is_symmetric,
            inverse_words=self._words(back, inverse) if inverse else "", inverse_heading="", skos=skos,
        )  # fmt: skip

    def _refined(self, property: str) -> str:
        """The property of SKOS or Dublin Core that this one refines, however many steps away; empty: none."""
        waiting, seen = [property], {property}
        while waiting:
            for upper in self.known.links(waiting.pop(), f"{RDFS}subPropertyOf"):
                if upper in _SUPERS:
                    return upper
                if upper not in seen:
                    seen.add(upper)
                    waiting.append(upper)
        return ""

    def _inverses(self, property: str) -> tuple[str, ...]:
        """The properties that say the same from the other end."""
        return (*self.known.links(property, f"{OWL}inverseOf"), *self.inverses.get(property, ()))

    def _is_ours(self, property: str) -> bool:
        return property.startswith(f"{self.known.scheme}#relation/")

    def _key(self, property: str) -> str:
        """The end of the property's name as the key of a relation: `isCausedBy` is `is_caused_by`."""
        local = local_name(property)
        if local in BUILT_IN.directions:
            return local
        words = "_".join(filter(None, _WORD.split(local))).lower().lstrip("0123456789_")
        words = words if _KEY.fullmatch(words) else "relation"
        return f"{words}_relation" if words in FIELD_NAMES | ATTRIBUTES else words

    def _words(self, property: str, key: str) -> str:
        found = self.known.preferred(self.known.texts(property, f"{RDFS}label")) if property else []
        return (in_a_line(found[0].text)[:_LONGEST] if found else "") or key.replace("_", " ")
