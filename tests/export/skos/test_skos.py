"""What the SKOS export says of entries, and that rdflib reads it as it was meant."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from lexigraph.edit.entry_file import front_matter
from lexigraph.export import EXPORTERS, skos
from lexigraph.export.rdf.terms import iri
from lexigraph.export.skos.clashes import circles, one_above_the_other
from lexigraph.export.skos.labels import language_tag
from lexigraph.parse.comments import without_html_comments
from tests.export.exports import exported, flagship
from tests.export.skos.oracle import DCT, SKOS, read, real, turtle_of
from tests.page.small_world import SCHEME, WORLD

KB = "https://example.org/kb/"
OWL = "http://www.w3.org/2002/07/owl#"


def entry(id: str) -> URIRef:
    return URIRef(KB + id)


def own(name: str) -> URIRef:
    return URIRef(f"{KB}#{name}")


def texts(graph: Graph, id: str, property: URIRef) -> list[str]:
    return sorted(str(each) for each in graph.objects(entry(id), property))


def ids(graph: Graph, id: str, property: URIRef) -> list[str]:
    return sorted(str(each).removeprefix(KB) for each in graph.objects(entry(id), property))


@pytest.fixture(scope="module")
def world() -> Graph:
    return read(turtle_of(exported(WORLD, scheme=SCHEME)))


def n_triples_of(export) -> str:
    return next(skos.artifacts(replace(export, suffix=".nt"))).data.decode()


def test_a_concept_has_its_names_texts_kind_and_sources(world):
    rag = entry("rag")
    assert set(world.objects(rag, SKOS.prefLabel)) == {
        Literal("Retrieval-augmented generation", lang="en"), Literal("Abrufgestützte Generierung", lang="de"),
    }  # fmt: skip
    assert list(world.objects(rag, SKOS.altLabel)) == [Literal("RAG", lang="en")]
    assert texts(world, "rag", SKOS.definition) == ["Fetching documents and putting them in the prompt, see grounding."]
    assert texts(world, "rag", SKOS.scopeNote) == ["Not the cloth."]
    assert texts(world, "rag", SKOS.historyNote) == ["Patrick Lewis, 2020, https://arxiv.org/abs/2005.11401"]
    assert "Narrow: Trained together." in texts(world, "rag", SKOS.note)[0]
    assert (rag, DCT.type, own("kind/technique")) in world
    assert (own("kind/technique"), RDFS.label, Literal("Technique", lang="en")) in world
    work = URIRef("https://arxiv.org/abs/2005.11401")
    assert (rag, DCT.source, work) in world
    assert (work, DCT.title, Literal("RAG for Knowledge-Intensive <Tasks>")) in world
    assert texts(world, "rag", DCT.modified) == ["2026-10-02"]


def test_a_notation_is_an_id_that_is_not_the_words_of_the_title(world):
    assert texts(world, "rag", SKOS.notation) == ["rag"]
    assert texts(world, "vector-database", SKOS.notation) == []
    assert texts(world, "vector-database", DCT.identifier) == ["vector-database"]


def test_relations_are_said_by_skos_and_by_properties_of_the_schemes_own(world):
    uses = own("relation/uses")
    assert ids(world, "rag", uses) == ["embedding", "vector-database"]
    assert {"embedding", "vector-database", "fine-tuning"} <= set(ids(world, "rag", SKOS.related))
    assert "rag" in ids(world, "embedding", SKOS.related)
    assert ids(world, "grounding", SKOS.narrower) == ["rag"]
    assert (uses, RDFS.subPropertyOf, SKOS.related) in world
    assert (uses, RDFS.label, Literal("uses", lang="en")) in world
    assert (uses, URIRef(f"{OWL}inverseOf"), own("relation/used_by")) in world


def test_a_deprecated_entry_leads_to_what_replaced_it(world):
    old = entry("old-search")
    assert (old, URIRef(f"{OWL}deprecated"), Literal(True)) in world
    assert (old, DCT.isReplacedBy, entry("rag")) in world
    assert (entry("rag"), DCT.replaces, old) in world
    assert texts(world, "old-search", SKOS.changeNote) == ["Nobody uses it."]


def test_what_is_no_concept_is_described_without_skos(world):
    for subject in world.subjects(RDF.type, URIRef("https://schema.org/Question")):
        said = {property for property, _ in world.predicate_objects(subject)}
        assert not {property for property in said if property.startswith(str(SKOS))}
    assert (None, RDF.type, URIRef("https://schema.org/CollectionPage")) in world
    assert (entry("agents"), RDF.type, SKOS.Concept) not in world


def test_topics_are_collections_of_concepts(world):
    topic = own("topic/retrieval")
    assert (topic, RDF.type, SKOS.Collection) in world
    assert (topic, SKOS.prefLabel, Literal("Finding things", lang="en")) in world
    assert (topic, SKOS.member, entry("rag")) in world


def test_a_relation_that_skos_forbids_is_kept_by_the_schemes_own_property_alone():
    files = {
        "a.md": "---\ntitle: A\nbroader: [b]\nuses: [c]\nrelated: [c]\nrequires: [d]\n---\nA.\n",
        "b.md": "---\ntitle: B\npart_of: [c]\n---\nB.\n", "c.md": "# C\n\nC.\n", "d.md": "# D\n\nD.\n",
    }  # fmt: skip
    found = read(turtle_of(exported(files)))
    assert ids(found, "a", SKOS.related) == ["d"]
    assert ids(found, "a", own("relation/uses")) == ids(found, "a", own("relation/related")) == ["c"]
    assert list(found.objects(own("relation/uses"), RDFS.subPropertyOf)) == [SKOS.semanticRelation]
    assert list(found.objects(own("relation/requires"), RDFS.subPropertyOf)) == [SKOS.related]


def test_a_relation_that_claims_to_be_another_property_of_skos_is_only_the_schemes_own():
    scheme = "title: W\nrelations: [{key: merged, inverse: split, skos: 'skos:exactMatch'}]\n"
    files = {"a.md": "---\ntitle: A\nmerged: [b]\n---\nA.\n", "b.md": "# B\n\nB.\n"}
    found = read(turtle_of(exported(files, scheme=scheme)))
    assert ids(found, "a", own("relation/merged")) == ["b"]
    assert (None, SKOS.exactMatch, None) not in found
    assert (own("relation/merged"), RDFS.subPropertyOf, None) not in found


def test_in_a_circle_with_nothing_above_it_the_first_is_at_the_top():
    circle = {
        f"{one}.md": f"---\ntitle: {one.upper()}\nbroader: [{other}]\n---\nX.\n" for one, other in ("ab", "bc", "ca")
    }
    found = read(turtle_of(exported(circle)))
    assert list(found.objects(URIRef(KB), SKOS.hasTopConcept)) == [entry("a")]


@pytest.mark.parametrize(
    ("scheme", "url", "iri"),
    [
        ("title: World\nbase_iri: https://id.example.org/x", KB, "https://id.example.org/x/a"),
        ("title: World", "", "urn:lexigraph:world/a"),
        ("", "", "urn:lexigraph:concepts/a"),
    ],
)
def test_an_entry_is_named_by_the_base_else_by_a_placeholder(scheme, url, iri):
    found = read(turtle_of(exported({"t/a.md": "# A\n\nA.\n"}, scheme=scheme or "ids: stem", url=url)))
    assert next(iter(found.subjects(RDF.type, SKOS.Concept))) in (URIRef(iri), URIRef("urn:lexigraph:content/a"))


def test_without_a_base_an_entry_is_named_by_its_page_as_in_the_pages():
    made = flagship()
    rag = made.graph.entries["retrieval-augmented-generation"]
    assert made.graph.scheme.base_iri == ""
    _, found = real("flagship")
    assert (URIRef(made.site.absolute(made.site.entries[rag.id])), RDF.type, SKOS.Concept) in found


def test_a_placeholder_is_said_to_be_one():
    assert turtle_of(exported({"a.md": "# A\n\nA."}, url="")).startswith("# scheme.yml has no base_iri")
    assert not turtle_of(exported({"a.md": "# A\n\nA."})).startswith("#")


def test_both_syntaxes_say_the_same_of_a_real_glossary():
    export, found = real("flagship")
    assert set(Graph().parse(data=n_triples_of(export), format="nt")) == set(found)


def test_the_order_of_files_never_changes_a_byte():
    backwards = dict(reversed(WORLD.items()))
    assert turtle_of(exported(WORLD, scheme=SCHEME)) == turtle_of(exported(backwards, scheme=SCHEME))


def test_an_empty_folder_is_a_scheme_without_concepts():
    found = read(turtle_of(exported({})))
    assert list(found.subjects(RDF.type, SKOS.ConceptScheme)) == [URIRef(KB)]


def test_the_scheme_says_whose_it_is():
    scheme = "title: World\ndescription: All of it.\nlicense: CC-BY-4.0\nlanguage: pt-br"
    found = read(turtle_of(exported({"a.md": "# A\n\nA."}, scheme=scheme)))
    said = dict(found.predicate_objects(URIRef(KB)))
    assert said[DCT.title] == Literal("World", lang="pt-BR")
    assert said[DCT.license] == URIRef("https://spdx.org/licenses/CC-BY-4.0")
    assert said[DCT.language] == Literal("pt-BR")
    assert said[URIRef("http://purl.org/vocab/vann/preferredNamespaceUri")] == Literal(KB)


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30) | st.text("\\\"'\n\t <>@^{}`|u0041", max_size=12)


@settings(max_examples=60)
@given(TEXT, st.lists(TEXT, max_size=3), TEXT)
def test_any_text_is_read_back_as_it_was(title, aliases, definition):
    values = {"title": title, "aliases": aliases, "definition": definition}
    made = exported({"t/a.md": front_matter(values) + "\nAn ant.\n"})
    node = made.graph.entries["a"]
    found = read(turtle_of(made))
    names = {str(label) for label in found.objects(entry("a"), SKOS.prefLabel | SKOS.altLabel)}
    expected = {stripped for name in node.names if (stripped := without_html_comments(name).strip())}
    assert names == (expected if without_html_comments(node.title).strip() else {"a", *expected})
    assert texts(found, "a", SKOS.definition) == ([node.definition.strip()] if node.definition.strip() else [])
    assert isomorphic(found, Graph().parse(data=n_triples_of(made), format="nt"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://a.b/c d<e>", "https://a.b/c%20d%3Ce%3E"),
        ("https://de.wikipedia.org/wiki/Künstliche_Intelligenz", "https://de.wikipedia.org/wiki/Künstliche_Intelligenz"),
        ("https://a.b/%41\x00\ud800", "https://a.b/%41%00%EF%BF%BD"),
        ("a/b", ""), ("", ""), ("https:", ""),
    ],
)  # fmt: skip
def test_an_iri_is_whole_and_holds_nothing_that_none_may_hold(written, expected):
    assert iri(written) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("EN", "en"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("de-x-aa-bbbb", "de-x-aa-bbbb"), ("?", "und")],
)
def test_a_language_tag_is_written_in_one_way(tag, expected):
    assert language_tag(tag) == expected


def test_a_long_chain_is_searched_at_once():
    chain = {str(number): [str(number + 1)] for number in range(3000)}
    pairs = [(str(number), str(number * 7 % 2999)) for number in range(1, 2999)] + [("5", "elsewhere")]
    assert one_above_the_other(chain, pairs) == frozenset(pairs[:-1])
    assert list(circles(chain)) == []


def test_the_exports_say_what_they_leave_out():
    assert {EXPORTERS[name].SUFFIX for name in ("skos", "jsonld")} == {".ttl", ".jsonld"}
    assert all("places" in EXPORTERS[name].LEFT_OUT for name in ("skos", "jsonld"))
