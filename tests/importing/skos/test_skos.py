"""Thesauri as content folders: what becomes of them, that nothing is lost in silence, and that nothing in them acts."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF as RDF_TERMS
from rdflib import Graph, Literal, Namespace

from lexigraph.check import check
from lexigraph.edit.new_file import in_a_line
from lexigraph.export import json_ld
from lexigraph.export.artifact import plain
from lexigraph.importing import IMPORTERS, Import, plan, read
from lexigraph.importing.skos import imported
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of
from tests.export.exports import exported
from tests.export.skos.oracle import GLOSSARIES, real, turtle_of
from tests.page.small_world import SCHEME, WORLD
from tests.worlds import graph

HERE = Path(__file__).parent
HARBOUR = (HERE / "harbour.ttl").read_bytes()
GOLDEN = HERE.parents[1] / "golden" / "skos-import.txt"
KB = "https://example.org/kb/"
PREFIXES = """
@prefix : <https://example.org/kb/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
"""

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it


def turtle(text: str, **settings: str) -> Import:
    return imported((PREFIXES + text).encode(), suffix=".ttl", **settings)


def world(found: Import):
    files = dict(found.files)
    return graph({path: text for path, text in files.items() if path.endswith(".md")}, scheme=files["scheme.yml"])


def exported_again(found: Import, url: str) -> str:
    return turtle_of(site_of(world(found), Addresses(), url=url).export)


def errors(made) -> list[str]:
    return [f"{each.code} {each.path}: {each.message}" for each in check(made, profile="guest")]


def test_a_thesaurus_as_one_finds_them(golden):
    found = imported(HARBOUR, suffix=".ttl")
    parts = [f"== {path}\n{text}" for path, text in found.files.items()]
    golden(GOLDEN, "\n".join([*parts, "== left", *found.left, ""]))


def test_it_loads_and_nothing_in_it_is_broken(tmp_path):
    plan(imported(HARBOUR, suffix=".ttl"), tmp_path).write(tmp_path)
    made = load_graph(tmp_path)
    assert made.diagnostics == ()
    assert list(check(made)) == []
    assert len(made.entries) == 11


def test_a_folder_is_made_through_the_table_of_importers(tmp_path):
    found = read("skos", HERE / "harbour.ttl", topic="words")
    assert "words/index-2.md" in found.files
    assert ".ttl" in IMPORTERS["skos"].SUFFIXES


@pytest.mark.parametrize("name", GLOSSARIES)
def test_a_glossary_of_ours_is_the_same_after_export_and_import(name):
    export, statements = real(name)
    first = turtle_of(export)
    found = imported(first.encode(), suffix=".ttl")
    made = world(found)
    second = exported_again(found, export.site.url)
    assert errors(made) == []
    again = imported(second.encode(), suffix=".ttl")
    assert exported_again(again, export.site.url) == second
    concepts = set(statements.subjects(RDF_TERMS.type, SKOS.Concept))
    kept = {each for each in statements if each[0] in concepts and each[1] not in NOT_KEPT}
    assert kept - set(Graph().parse(data=second, format="turtle")) == set()


SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
NOT_KEPT = {SKOS.note, SKOS.historyNote}
"""They stand in the body, which is not exported."""


def test_a_vocabulary_with_a_base_is_the_same_to_the_last_byte():
    files = {
        "tools/index.md": "---\ntitle: Things that work\n---\nAll the tools.\n",
        "tools/hammer.md": "---\ntitle: Hammer\nkind: gadget\naliases: [Mallet]\nlabels: {de: Hammer}\ntags: [iron]\n"
        "definition: It hits.\nscope_note: Not the bone.\nbroader: [tool]\npart_of: [box]\nrelated: [nail]\n"
        "hits: [nail]\nkin: [tool]\nstatus: stable\nreviewed_by: [Jo]\nauthors: [Al]\nlast_reviewed: 2026-01-02\n"
        "mappings: {exact: ['https://x.org/hammer'], close: ['https://x.org/mallet']}\n"
        "sources: [{title: On hammers, url: 'https://x.org/book', year: 1999}, {title: Folk}]\n---\n",
        "tools/tool.md": "---\ntitle: Tool\nlevel: intro\ncreated: 2025-01-02\n---\nIt serves.\n",
        "tools/nail.md": "---\ntitle: Nail\nrequires: [hammer]\nrelated: [tool]\n---\nIt holds.\n",
        "box.md": "---\ntitle: Box\nstatus: deprecated\nsuperseded_by: [tool]\ndeprecation_reason: Bags.\n---\nIt is full.\n",
        "c-12.md": "---\ntitle: Code\nbroader: [box]\nuses: [box]\n---\nIt counts.\n",
    }
    scheme = (
        "title: Workshop\ndescription: All of it.\nlicense: CC0-1.0\nbase_iri: https://id.example.org/w/\nlanguage: pt-BR\n"
        "kinds: [gadget]\nrelations: [{key: hits, inverse: hit_by}, {key: kin, symmetric: true}, "
        "{key: fixes, inverse: fixed_by}]\n"
    )
    first = turtle_of(exported(files, scheme=scheme))
    found = imported(first.encode(), suffix=".ttl")
    assert exported_again(found, KB) == first
    assert found.left == (f"1 statement of schema:url, such as Workshop → <{KB}>",)
    assert errors(world(found)) == []


def test_our_json_ld_is_read_like_our_turtle():
    export = exported(WORLD, scheme=SCHEME)
    from_json = imported(next(json_ld.artifacts(export)).data, suffix=".jsonld")
    assert from_json.files == imported(turtle_of(export).encode(), suffix=".ttl").files


def test_names_of_things_are_kept_when_all_of_them_end_in_ids():
    found = turtle(':q42 a skos:Concept ; skos:prefLabel "Ant"@en . :q43 a skos:Concept ; skos:prefLabel "Bee"@en .')
    assert {"q42.md", "q43.md"} < set(found.files)
    assert f'base_iri: "{KB}"' in found.files["scheme.yml"]
    assert "mappings" not in found.files["q42.md"]


def test_else_they_are_mapped_to():
    found = turtle(':C_1 a skos:Concept ; skos:prefLabel "Ant"@en . :C_2 a skos:Concept ; skos:prefLabel "Ant"@en .')
    assert f'exact: ["{KB}C_1"]' in found.files["ant.md"]
    assert f'exact: ["{KB}C_2"]' in found.files["ant-2.md"]
    assert "base_iri" not in found.files["scheme.yml"]


def test_two_things_with_one_name_are_told_apart_and_that_is_said():
    found = turtle(':C_1 a skos:Concept ; skos:prefLabel "Ant"@en . :C_2 a skos:Concept ; skos:prefLabel "Ant"@en .')
    assert errors(world(found)) == []
    assert found.left == ("concepts with one title, told apart by an added scope note: 2, such as Ant",)


def test_the_language_is_the_one_in_which_most_have_names():
    found = turtle(
        ':a a skos:Concept ; skos:prefLabel "Biene"@de-AT, "Bee"@en . :b a skos:Concept ; skos:prefLabel "Amsel"@de-at .'
    )
    assert "language: de-AT" in found.files["scheme.yml"]
    assert "labels: {en: Bee}" in found.files["a.md"]


def test_a_circle_is_kept_and_named_by_the_rules():
    found = turtle(
        ':a a skos:Concept ; skos:prefLabel "A"@en ; skos:broader :b . :b a skos:Concept ; skos:prefLabel "B"@en ; skos:broader :a .'
    )
    assert [each[:4] for each in errors(world(found))] == ["E303"]


def test_json_ld_of_a_site_is_read_as_well():
    context = {"skos": str(SKOS), "name": "skos:prefLabel"}
    data = {
        "@context": context,
        "@id": f"{KB}ant",
        "@type": "skos:Concept",
        "name": {"@value": "Ant", "@language": "en"},
    }
    assert "title: Ant" in imported(json.dumps(data).encode(), suffix=".json").files["ant.md"]


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=25) | st.lists(
    st.sampled_from(
        ["[[a]]", "*", "_b_", "`", "<b>", "<!--", "-->", "%%", "==", "{%", "{{", "}}", "$", "|", "![x](y)", "&amp;", "#",
         "- ", "1. ", "\\", "\n\n", "---\n", ": ", "'", '"', "x", " ", "\x00", "\u2028", "^", "~~", "https://x.org/a_b_"]
    ), max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=60)
@given(TEXT, TEXT, TEXT, TEXT)
def test_any_text_stays_text(title, alias, definition, note):
    made = Graph()
    ant = Namespace(KB)["C_1"]
    made.add((ant, RDF_TERMS.type, SKOS.Concept))
    for property, text in (
        (SKOS.prefLabel, title),
        (SKOS.altLabel, alias),
        (SKOS.definition, definition),
        (SKOS.example, note),
    ):
        made.add((ant, property, Literal(text, lang="en")))
    found = imported(made.serialize(format="nt", encoding="utf-8"), suffix=".nt")
    assert all(not path.startswith(("/", ".")) and ".." not in path for path in found.files)
    result = world(found)
    (node,) = result.entries.values()
    assert errors(result) == []
    assert node.parsed.references == ()
    expected = in_a_line(definition)
    assert node.definition == expected or (not expected and node.definition in ("", *node.parsed.prose.body.sections))
    if in_a_line(title):
        assert node.title == in_a_line(title)
    assert node.parsed.text == (f"Notes\nExample: {in_a_line(note)}" if in_a_line(note) else "")
    assert plain(node.parsed.fields.scope_note) == ""


def test_files_are_written_below_the_folder(tmp_path):
    found = turtle(
        r"""<https://x.org/../../etc> a skos:Concept ; skos:prefLabel "../../etc/passwd"@en .
        <https://x.org/con> a skos:Concept ; skos:prefLabel "CON"@en . :r a skos:Concept ; skos:prefLabel "README"@en .
        :c a skos:Collection ; dct:identifier "../up" ; skos:prefLabel ".hidden"@en ; skos:member :r ."""
    )
    plan(found, tmp_path).write(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")) == [
        "con-2.md", "etc-passwd.md", "hidden/index.md", "hidden/readme-2.md",
    ]  # fmt: skip


def test_what_no_field_takes_is_listed_and_not_written():
    found = turtle(
        """:a a skos:Concept ; skos:prefLabel "Ant"@en ; skos:notation "ANT", "ant" ; dct:created "2026-13-45" ;
        skos:broadMatch <urn:x:y> ; dct:type <https://x.org/Insect> ; dct:language "en" ."""
    )
    assert errors(world(found)) == []
    assert "created" not in found.files["a.md"]
    assert [line.split(",")[0] for line in found.left] == [
        "1 statement of dct:created", "1 statement of dct:language", "1 statement of dct:type",
        "1 statement of skos:broadMatch",
    ]  # fmt: skip


def test_properties_that_refine_those_of_skos_become_relations():
    found = turtle(
        """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :hasStage rdfs:subPropertyOf skos:narrower . :title rdfs:subPropertyOf :near . :near rdfs:subPropertyOf skos:related .
        :uses rdfs:subPropertyOf skos:related ; owl:inverseOf :served .
        :a a skos:Concept ; skos:prefLabel "A"@en ; :hasStage :b ; :title :c ; :uses :c ; skos:narrower :b ; skos:related :c .
        :b a skos:Concept ; skos:prefLabel "B"@en . :c a skos:Concept ; skos:prefLabel "C"@en ."""
    )
    made = world(found)
    assert {(each.source, each.type.key, each.target) for each in made.relations} == {
        ("b", "has_stage_of", "a"), ("a", "title_relation", "c"), ("a", "uses", "c"),
    }  # fmt: skip
    assert made.vocabulary.directions["has_stage"].type.hierarchical
    assert errors(made) == []
    assert found.left == ("things that are no concepts: 1, such as near",)


def test_a_concept_that_made_another_one_is_not_said_to_be_left():
    found = turtle(""":s a skos:ConceptScheme .
:claude a skos:Concept ; skos:prefLabel "Claude"@en ; skos:inScheme :s ; dct:creator :anthropic .
:anthropic a skos:Concept ; skos:prefLabel "Anthropic"@en ; skos:definition "A company."@en ; skos:inScheme :s .""")
    assert set(found.files) == {"anthropic.md", "claude.md", "scheme.yml"}
    assert found.left == ()
