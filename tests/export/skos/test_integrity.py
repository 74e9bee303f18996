"""The SKOS export against the integrity conditions of the SKOS Reference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF

from tests.export.exports import exported
from tests.export.skos.oracle import CONDITIONS, GLOSSARIES, SKOS, broken, read, real, refined, turtle_of

PREFIXES = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix iso-thes: <http://purl.org/iso25964/skos-thes#> .
"""
SEEDED = [
    ("S9", ":a a skos:Concept, skos:ConceptScheme ."),
    ("S9", ":a a skos:Concept . :b skos:inScheme :a ."),
    ("S9", ":b skos:topConceptOf :a . :a skos:related :c ."),
    ("S13", ':a skos:prefLabel "A"@en ; skos:altLabel "A"@en .'),
    ("S13", ':a skos:prefLabel "A"@en ; skos:hiddenLabel "A"@en .'),
    ("S13", ':a skos:altLabel "A"@en ; skos:hiddenLabel "A"@en .'),
    ("S14", ':a skos:prefLabel "A"@en, "B"@en .'),
    ("S14", ':a skos:prefLabel "A"@pt-BR, "B"@pt-br .'),
    ("S27", ":a skos:related :b ; skos:broader :b ."),
    ("S27", ":a skos:related :c . :b skos:broader :c ; skos:narrower :a ."),
    ("S27", ":c skos:related :a . :a iso-thes:broaderPartitive :b . :b skos:broader :c ."),
    ("S27", ":uses rdfs:subPropertyOf skos:related . :a :uses :b ; skos:broader :b ."),
    ("S27", ":a skos:relatedMatch :b ; skos:broadMatch :b ."),
    ("S37", ":a a skos:Collection, skos:Concept ."),
    ("S37", ":a skos:member :b ; skos:broader :b ."),
    ("S37", ":a a skos:Collection, skos:ConceptScheme ."),
    ("S46", ":a skos:exactMatch :b ; skos:broadMatch :b ."),
    ("S46", ":a skos:exactMatch :b . :b skos:relatedMatch :a ."),
    ("S46", ":a skos:exactMatch :x ; skos:narrowMatch :y . :b skos:exactMatch :x, :y ."),
]


@pytest.mark.parametrize(("condition", "statements"), SEEDED)
def test_a_violation_that_is_put_in_is_found(condition, statements):
    assert condition in broken(refined(read(PREFIXES + statements)))


def test_a_sound_vocabulary_has_no_violation():
    text = """
    :s a skos:ConceptScheme ; skos:hasTopConcept :a .
    :a a skos:Concept ; skos:inScheme :s ; skos:topConceptOf :s ; skos:prefLabel "A"@en, "A"@de ; skos:altLabel "B"@en .
    :b a skos:Concept ; skos:broader :a ; skos:related :c ; skos:exactMatch :x ; skos:closeMatch :y .
    :c a skos:Concept ; skos:broader :a ; skos:broadMatch :y .
    :all a skos:Collection ; skos:member :a, :b .
    """
    assert broken(refined(read(PREFIXES + text))) == {}


@pytest.mark.parametrize("name", GLOSSARIES)
def test_the_export_of_a_real_glossary_is_sound(name):
    export, found = real(name)
    concepts = set(found.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == sum(node.kind not in WITHOUT for node in export.graph.entries.values())
    assert broken(refined(found)) == {}


WITHOUT = {"comparison", "lesson", "question", "disambiguation"}


@pytest.mark.parametrize("name", GLOSSARIES)
def test_top_concepts_are_said_from_both_ends_and_lead_to_every_concept(name):
    _, found = real(name)
    tops = set(found.subject_objects(SKOS.topConceptOf))
    assert tops == {(concept, scheme) for scheme, concept in found.subject_objects(SKOS.hasTopConcept)}
    assert all((top, SKOS.broader, None) not in found for top, _ in tops)
    reached, waiting = set(), [top for top, _ in tops]
    while waiting:
        concept = waiting.pop()
        if concept not in reached:
            reached.add(concept)
            waiting += found.objects(concept, SKOS.narrower)
    assert reached == set(found.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize("name", GLOSSARIES)
def test_what_is_said_of_two_concepts_is_said_from_both_ends(name):
    _, found = real(name)
    assert set(found.subject_objects(SKOS.broader)) == {(b, a) for a, b in found.subject_objects(SKOS.narrower)}
    assert set(found.subject_objects(SKOS.related)) == {(b, a) for a, b in found.subject_objects(SKOS.related)}


KEYS = (
    "broader", "narrower", "part_of", "instances", "related", "uses", "requires", "contrasts_with", "superseded_by",
    "compares", "about", "implied_by", "kin", "merged_into",
)  # fmt: skip
SCHEME = """
title: World
relations:
  - {key: implied_by, inverse: implies, skos: "skos:broader"}
  - {key: kin, symmetric: true, skos: "http://www.w3.org/2004/02/skos/core#related"}
  - {key: merged_into, inverse: merged_from, skos: "skos:exactMatch"}
"""
NAMES = st.sampled_from(["Ant", "ant", "Bee", "Cat", "Dog ", "Eel"])
IRIS = st.sampled_from(
    ["https://x.org/1", "https://x.org/2", "https://x.org/ 2", "https://example.org/kb/", "https://example.org/kb/e1"]
)
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "aliases": st.lists(NAMES, max_size=3),
            "hidden_labels": st.lists(NAMES, max_size=3),
            "labels": st.dictionaries(st.sampled_from(["en", "EN", "en-gb", "en-GB", "de"]), NAMES, max_size=3),
            "kind": st.sampled_from(["concept", "tool", "comparison", "question", "disambiguation"]),
            "mappings": st.dictionaries(
                st.sampled_from(["exact", "close", "broad", "narrow", "related"]),
                st.lists(IRIS, min_size=1, max_size=2),
                max_size=3,
            ),
            "relations": st.dictionaries(
                st.sampled_from(KEYS), st.lists(st.integers(0, 5), min_size=1, max_size=3), max_size=4
            ),
        }
    ),
    min_size=6,
    max_size=6,
)


@settings(max_examples=15)
@given(ENTRIES, st.booleans())
def test_whatever_is_written_the_export_is_sound(entries, has_address):
    files = {}
    for number, entry in enumerate(entries):
        relations = "".join(f"{key}: [{', '.join(f'e{n}' for n in ns)}]\n" for key, ns in entry["relations"].items())
        plain = "".join(
            f"{key}: {entry[key]!r}\n" for key in ("aliases", "hidden_labels", "labels", "kind", "mappings")
        )
        files[f"t{number % 2}/e{number}.md"] = f"---\ntitle: Ant\n{plain}{relations}---\nAn ant.\n"
    url = "https://example.org/kb/" if has_address else ""
    found = read(turtle_of(exported(files, url=url, scheme=SCHEME)))
    assert broken(refined(found)) == {}
    tops = set(found.subject_objects(SKOS.topConceptOf))
    assert tops == {(concept, scheme) for scheme, concept in found.subject_objects(SKOS.hasTopConcept)}
    assert bool(tops) == ((None, RDF.type, SKOS.Concept) in found)


def test_every_condition_has_its_query():
    assert tuple(CONDITIONS) == ("S9", "S13", "S14", "S27", "S37", "S46")
