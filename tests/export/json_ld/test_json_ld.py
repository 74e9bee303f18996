"""The JSON-LD export: one document with its own context, which says what the SKOS export and the pages say."""

import json

import pytest
from rdflib import RDF, Graph, URIRef

from lexigraph.export import json_ld
from lexigraph.export.json_ld.entry import main_node
from lexigraph.export.json_ld.schema_org import PageFacts
from tests.export.exports import exported, flagship
from tests.export.skos.oracle import SKOS, read, real, turtle_of
from tests.page.small_world import SCHEME, WORLD

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it


def document(export) -> dict:
    return json.loads(next(json_ld.artifacts(export)).data)


def read_json(export) -> Graph:
    return Graph().parse(data=next(json_ld.artifacts(export)).data, format="json-ld")


def test_it_says_all_that_the_skos_export_says():
    _, skos = real("flagship")
    missing = set(skos) - set(read_json(flagship()))
    assert {property for _, property, _ in missing if "schema.org" not in property} == set()


def test_its_nodes_are_those_of_the_pages():
    export = exported(WORLD, scheme=SCHEME)
    nodes = {node["@id"]: node for node in document(export)["@graph"]}
    for id, node in export.graph.entries.items():
        about = PageFacts(kind="entry", title="", description="", subject=id, address=export.site.entries[id])
        page = main_node(export, about, node)
        said = nodes[page["@id"]]
        assert {key: said.get(key) for key in page if key != "@type"} == {
            key: value for key, value in page.items() if key != "@type"
        }
        assert page["@type"] in (said["@type"] if isinstance(said["@type"], list) else [said["@type"]])


def test_a_concept_has_both_words():
    node = next(each for each in document(exported(WORLD, scheme=SCHEME))["@graph"] if each["@id"].endswith("/rag"))
    assert node["@type"] == ["skos:Concept", "DefinedTerm"]
    assert node["prefLabel"] == {"de": "Abrufgestützte Generierung", "en": "Retrieval-augmented generation"}
    assert node["name"] == "Retrieval-augmented generation"
    assert node["altLabel"] == {"en": "RAG"}
    assert node["broader"] == "https://example.org/kb/grounding"


def test_its_context_is_in_it_and_each_thing_stands_once():
    made = document(flagship())
    contexts = [made["@context"], *(node.get("@context") for node in made["@graph"])]
    assert not any(isinstance(context, str) for context in contexts)
    assert len({node["@id"] for node in made["@graph"]}) == len(made["@graph"])


def test_without_an_address_nothing_is_relative():
    export = exported(WORLD, scheme=SCHEME, url="")
    made = document(export)
    assert not any("url" in node for node in made["@graph"])
    subjects = {str(each) for each in read_json(export).subjects() if isinstance(each, URIRef)}
    assert not any(each.startswith("file:") for each in subjects)
    concepts = set(read(turtle_of(export)).subjects(RDF.type, SKOS.Concept))
    assert concepts == set(read_json(export).subjects(RDF.type, SKOS.Concept))


def test_the_order_of_files_never_changes_a_byte():
    one, other = (exported(dict(files), scheme=SCHEME) for files in (WORLD.items(), reversed(WORLD.items())))
    assert next(json_ld.artifacts(one)).data == next(json_ld.artifacts(other)).data


def test_nothing_that_the_pages_hide_is_in_it():
    text = (
        "---\ntitle: A\nscope_note: x <!-- secret -->\ncontested: {summary: 'y <!-- secret -->'}\n---\nA. %%secret%%\n"
    )
    export = exported({"t/a.md": text + "\n## Open questions\n\n- Why? <!-- secret -->\n"})
    assert "secret" not in turtle_of(export)
    assert b"secret" not in next(json_ld.artifacts(export)).data
