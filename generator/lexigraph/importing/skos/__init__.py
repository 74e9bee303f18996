"""SKOS as a content folder: Turtle, N-Triples, RDF/XML and JSON-LD, read by rdflib (`pip install lexigraph[skos]`).

Nothing remote is fetched. What has no place in an entry is counted, each property with an example.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lexigraph.edit.entry_file import entry_file
from lexigraph.export.rdf.names import SKOS
from lexigraph.importing.imported import Import
from lexigraph.importing.skos.folders import folders_of
from lexigraph.importing.skos.mappings import mappings_of
from lexigraph.importing.skos.names import Names, ids_of, names_of, told_apart
from lexigraph.importing.skos.others import note_others
from lexigraph.importing.skos.reading import SYNTAXES, things
from lexigraph.importing.skos.relations import Linked, linked
from lexigraph.importing.skos.settings import settings
from lexigraph.importing.skos.texts import Said, escaped
from lexigraph.importing.skos.thesaurus import Thesaurus, thesaurus
from lexigraph.model import CannotChange
from lexigraph.names import fold

__all__ = ["SUFFIXES", "imported"]

SUFFIXES: tuple[str, ...] = tuple(SYNTAXES)

Record = dict[str, Any]
_ABOVE = ("broader", "part_of", "instance_of")


def imported(data: bytes, *, suffix: str = "", topic: str = "") -> Import:
    """The concepts as entries, the scheme as `scheme.yml`, collections as topics.

    Args:
        data: the file.
        suffix: says which syntax it has; unknown: as it looks.
        topic: the folder for concepts that are in no collection.

    Raises:
        CannotChange: it cannot be read, or has no concepts.
        MissingExtra: rdflib is not installed.
    """
    known = thesaurus(things(data, suffix))
    if not known.concepts:
        raise CannotChange("the file has no skos:Concept", help="name a file of SKOS; an ontology (OWL) is none")
    names = names_of(known)
    ids = ids_of(known, names)
    names = told_apart(known, names, ids.of)
    titles = {concept: each.title for concept, each in names.items()}
    relations = linked(known, titles)
    records = _records(known, names, ids.of, relations)
    for concept, mappings in mappings_of(known, titles, is_same_iri=ids.is_kept).items():
        records[concept]["mappings"] = mappings
    folders = folders_of(known, titles)
    paths = {
        concept: "/".join(filter(None, (folders.of.get(concept, topic), f"{ids.of[concept]}.md")))
        for concept in known.concepts
    }
    files = dict(folders.pages)
    files |= {paths[concept]: text for concept, text in _texts(records, ids.of, relations)}
    kinds = frozenset(record["kind"] for record in records.values())
    files["scheme.yml"] = settings(known, relations.vocabulary, kinds, ids.base, names.values())
    note_others(known, relations.properties)
    return Import(files=dict(sorted(files.items())), left=tuple(known.left.lines()))


def _records(
    known: Thesaurus, names: Mapping[str, Names], ids: Mapping[str, str], relations: Linked
) -> dict[str, Record]:
    """IRI of each concept → the fields of its entry."""
    found: dict[str, Record] = {}
    for concept in known.concepts:
        said = Said(known, concept, names[concept], ids[concept])
        found[concept] = said.record()
        said.rest(relations.properties)
    _tell_titles_apart(known, found, relations)
    return found


def _tell_titles_apart(known: Thesaurus, records: Mapping[str, Record], relations: Linked) -> None:
    """Give those with one title and no scope note one that says what they are under, else their notation or name."""
    above = {source: target for key, source, target in reversed(relations.relations) if key in _ABOVE}
    alike: dict[str, list[str]] = {}
    for concept, record in records.items():
        if not record["scope_note"]:
            alike.setdefault(fold(record["title"]), []).append(concept)
    for concepts in alike.values():
        for concept in concepts if len(concepts) > 1 else ():
            record = records[concept]
            upper = records[above[concept]]["title"] if concept in above else ""
            codes = known.texts(concept, f"{SKOS}notation")
            record["scope_note"] = escaped(f"Under {upper}." if upper else codes[0].text if codes else concept)
            known.left.remark("concepts with one title, told apart by an added scope note", record["title"])


def _texts(records: Mapping[str, Record], ids: Mapping[str, str], relations: Linked) -> Iterator[tuple[str, str]]:
    """IRI of each concept, and the text of its file."""
    own: dict[str, list[Record]] = {}
    for key, source, target in relations.relations:
        own.setdefault(source, []).append({"kind": key, "source": ids[source], "target": ids[target]})
    for concept, record in records.items():
        yield concept, entry_file(record, own.get(concept, ()), vocabulary=relations.vocabulary)
