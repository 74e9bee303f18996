"""What of an RDF file is neither scheme, nor concept, nor collection, nor told with them: noted as left, by type."""

from collections.abc import Collection, Iterator

from lexigraph.export.rdf.names import DCT, RDF, RDFS, SCHEMA, SKOS
from lexigraph.export.rdf.terms import Iri
from lexigraph.importing.skos.left import short
from lexigraph.importing.skos.names import local_name
from lexigraph.importing.skos.thesaurus import DC, Thesaurus

__all__ = ["note_others"]

_TOLD = (f"{DCT}source", f"{DC}source", f"{DCT}creator", f"{DCT}contributor", f"{DCT}type")
_NAMES = (f"{DCT}title", f"{DC}title", f"{SKOS}prefLabel", f"{RDFS}label", f"{SCHEMA}name")
_DESCRIPTIONS = (f"{DCT}description", f"{DC}description", f"{SKOS}definition")
_OF_COLLECTIONS = frozenset(
    (
        *_NAMES, *_DESCRIPTIONS, f"{RDF}type", f"{DCT}identifier", f"{SKOS}member", f"{SKOS}memberList",
        f"{SKOS}inScheme",
    )
)  # fmt: skip
_OF_OTHERS = frozenset((*_NAMES, f"{RDF}type", f"{RDF}value", f"{DCT}issued"))
"""Of works, people and notes."""


def note_others(known: Thesaurus, properties: Collection[str]) -> None:
    """Note what is left; `properties` were understood as relations."""
    for collection in known.collections:
        _note_rest(known, collection, _OF_COLLECTIONS)
    carried = {known.scheme, *known.concepts, *known.collections}
    for thing in dict.fromkeys(_told(known)):
        if thing in known.things and thing not in carried and not thing.startswith(f"{known.scheme}#kind/"):
            _note_rest(known, thing, _OF_OTHERS)
    told = {*carried, *properties, *_told(known)}
    for thing, said in known.things.items():
        types = [short(term.value) for term in said.get(f"{RDF}type", ()) if isinstance(term, Iri)]
        if thing in told or (thing.startswith("_:") and not types):
            continue  # what hangs on a statement is noted with that
        known.left.remark(
            f"things of type {types[0]}" if types else "things that are no concepts", _called(known, thing)
        )


def _note_rest(known: Thesaurus, thing: str, read: Collection[str]) -> None:
    """Note what is said of the thing beyond these properties, and its names and descriptions beside the one that is
    taken."""
    label = known.label(thing)
    described = known.preferred(known.texts(thing, *_DESCRIPTIONS))[:1]
    for property in known.things[thing]:
        for term in known.terms(thing, property):
            is_taken = isinstance(term, Iri) or term.text == label or term in described
            if property not in read or (property in (*_NAMES, *_DESCRIPTIONS) and not is_taken):
                known.left.statement(_called(known, thing), property, term)


def _called(known: Thesaurus, thing: str) -> str:
    return known.label(thing) or (short(thing) if thing.startswith("_:") else local_name(thing))


def _told(known: Thesaurus) -> Iterator[str]:
    """Works, people, kinds and notes that concepts have."""
    for concept in known.concepts:
        yield from known.links(concept, *_TOLD)
        for terms in known.things[concept].values():
            yield from (term.value for term in terms if isinstance(term, Iri) and known.texts_of(term.value))
