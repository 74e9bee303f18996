"""Mappings of a thesaurus to other vocabularies, without those that an entry cannot have."""

from collections.abc import Mapping

from lexigraph.export.rdf.terms import Iri
from lexigraph.export.skos.mappings import MATCHES
from lexigraph.importing.skos.reading import BASE
from lexigraph.importing.skos.thesaurus import Thesaurus
from lexigraph.parse.text_types import read_url

__all__ = ["mappings_of"]


def mappings_of(known: Thesaurus, titles: Mapping[str, str], *, is_same_iri: bool) -> dict[str, dict[str, list[str]]]:
    """IRI of each concept → key of `mappings` → addresses.

    One thing is exactly one entry: a second one that says so is close to it. What is no web address is noted as left,
    as is what a stronger mapping of the same entry forbids; mappings inside of the thesaurus are relations.

    Args:
        known: the thesaurus.
        titles: IRI of a concept → its title.
        is_same_iri: whether entries keep the IRIs of the concepts; those that do not are mapped to these.
    """
    exact: set[str] = set()
    found: dict[str, dict[str, list[str]]] = {}
    for concept in known.concepts:
        keys: dict[str, list[str]] = {key: [] for key in MATCHES}
        if not is_same_iri and read_url(concept) and not concept.startswith(BASE):
            keys["exact"].append(concept)
            exact.add(concept)
        found[concept] = keys
    for concept in known.concepts:
        keys, taken = found[concept], set(found[concept]["exact"])
        for key, property in MATCHES.items():
            for term in known.terms(concept, property):
                address = term.value if isinstance(term, Iri) else ""
                if address in known.of_concepts and key not in ("exact", "close"):
                    continue
                if not read_url(address) or address in taken or address in known.of_concepts:
                    known.left.statement(titles[concept], property, term)
                    continue
                if key == "exact" and address in exact:
                    known.left.remark(
                        "exact mappings to what is exactly another concept, kept as close", titles[concept]
                    )
                    keys["close"].append(address)
                else:
                    keys[key].append(address)
                if key == "exact":
                    exact.add(address)
                    taken.add(address)
    return found
