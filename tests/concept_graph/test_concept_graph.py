import copy
import pickle

import pytest
from tests.worlds import concepts, write

import lexigraph
from lexigraph import AmbiguousName, CannotLoad, UnknownEntry, UnknownRelation

FILES = {
    "retrieval/rag.md": "---\ntitle: Retrieval-augmented generation\naliases: [RAG]\nkind: technique\ndefinition: Fetches, then answers.\n"
    "uses: [embedding: compares by meaning]\nrequires: [model]\nstatus: stable\ntags: [search]\n---\nUnlike [a model](../model.md), RAG looks up. See [[gone]].\n\n"
    "## Open questions\n\n- When is it unnecessary? {#when}\n",
    "retrieval/embedding.md": "---\ntitle: Embedding\naliases: [vector]\nacronym: EMB\n---\nA vector of meaning. Every model has one.",
    "model.md": "---\ntitle: Model\naliases: [helper]\n---\nPredicts.",
    "agent.md": "---\ntitle: Agent\naliases: [helper]\n---\nActs.",
}


@pytest.fixture(scope="module")
def graph():
    return concepts(FILES)


@pytest.mark.parametrize(
    "name", ["rag", "RAG", "retrieval/rag", "Retrieval-augmented generation", "retrieval  augmented GENERATION"]
)
def test_an_entry_is_found_by_id_title_alias_or_path_whatever_the_case(graph, name):
    assert graph[name].id == "rag"
    assert name in graph
    assert graph.resolve(name) == (graph["rag"],)


def test_an_unknown_name_carries_the_nearest(graph):
    with pytest.raises(UnknownEntry) as caught:
        graph["embeding"]
    assert (caught.value.name, caught.value.suggestions) == ("embeding", ("embedding",))
    assert str(caught.value) == "no entry 'embeding'; nearest: embedding"
    assert isinstance(caught.value, KeyError)
    assert graph.get("embeding") is None
    assert "embeding" not in graph


def test_an_ambiguous_name_carries_its_candidates(graph):
    with pytest.raises(AmbiguousName) as caught:
        graph["helper"]
    assert caught.value.candidates == ("agent", "model")
    assert "helper" not in graph


def test_each_relation_of_the_vocabulary_is_an_attribute_in_both_directions(graph):
    rag, embedding = graph["rag"], graph["embedding"]
    assert rag.uses == (embedding,)
    assert embedding.used_by == (rag,)
    assert rag.broader == ()
    assert [relation.sentence for relation in embedding.relations()] == [
        "Embedding is used by Retrieval-augmented generation"
    ]
    assert embedding.relations("used_by")[0].inverse == rag.relations("uses")[0]
    with pytest.raises(AttributeError):
        _ = rag.nonsense
    with pytest.raises(UnknownRelation):
        rag.relations("nonsense")


def test_backlinks_have_their_sentence(graph):
    assert [(item.source.id, item.sentence, item.relation is None) for item in graph["model"].backlinks()] == [
        ("rag", "Retrieval-augmented generation presupposes Model", False),
        ("rag", "Unlike a model, RAG looks up.", True),
    ]


def test_fields_are_attributes(graph):
    rag = graph["rag"]
    assert (rag.title, rag.kind, rag.topic, rag.definition) == (
        "Retrieval-augmented generation",
        "technique",
        "retrieval",
        "Fetches, then answers.",
    )
    assert (rag.aliases, rag.status, rag.tags, str(rag.path), rag.url) == (
        ("RAG",),
        "stable",
        ("search",),
        "retrieval/rag.md",
        "retrieval/rag/",
    )
    assert graph["EMB"].acronym == "EMB"


def test_questions_mentions_and_wanted_names_are_known(graph):
    (question,) = graph["rag"].questions
    assert (question.id, question.title, question.status, question.entry) == (
        "when",
        "When is it unnecessary?",
        "open",
        None,
    )
    assert graph.questions(status="open", about="RAG") == (question,)
    assert graph.questions(status="answered") == ()
    assert [(item.source.id, item.text) for item in graph["model"].mentions()] == [("embedding", "model")]
    (wanted,) = graph.wanted()
    assert (wanted.name, wanted.references[0].sentence) == ("gone", "See gone.")


def test_entries_are_filtered_and_sorted_by_title(graph):
    assert [entry.id for entry in graph] == ["agent", "embedding", "model", "rag"]
    assert [entry.id for entry in graph.entries(topic="retrieval", status="stable")] == ["rag"]
    with pytest.raises(ValueError, match="kinds are concept"):
        graph.entries(kind="gizmo")
    assert [entry.id for entry in graph.orphans()] == ["agent"]


def test_networkx_gets_a_graph_of_its_own(graph):
    network = graph.to_networkx()
    assert sorted(network.edges(keys=True)) == [
        ("rag", "embedding", "uses"),
        ("rag", "model", "requires"),
        ("when", "rag", "about"),
    ]
    assert network.edges["rag", "embedding", "uses"]["note"] == "compares by meaning"
    values = [value for _, attributes in network.nodes(data=True) for value in attributes.values()]
    assert all(type(value) in (str, int) for value in values)
    network.clear()
    assert len(graph.to_networkx()) == 5
    assert ("rag", "model", "links_to") in graph.to_networkx(links=True).edges(keys=True)


def test_a_folder_loads_and_a_missing_one_says_so(tmp_path):
    loaded = lexigraph.load(write(tmp_path, FILES))
    assert len(loaded) == 4
    with pytest.raises(CannotLoad, match="there is no such folder"):
        lexigraph.load(tmp_path / "nowhere")


def test_an_empty_folder_is_an_empty_graph(tmp_path):
    empty = lexigraph.load(tmp_path)
    assert (len(empty), empty.diagnostics.clean, empty.wanted()) == (0, True, ())


def test_worker_processes_give_the_same_graph(tmp_path):
    for number in range(210):
        write(
            tmp_path, {f"e{number}.md": f"---\ntitle: Entry {number}\nuses: [e{number // 2}]\n---\nText of {number}."}
        )
    assert lexigraph.load(tmp_path, workers=2).linked == lexigraph.load(tmp_path).linked


def test_parsed_entries_can_be_sent_between_processes(graph):
    node = graph.linked.entries["rag"]
    assert pickle.loads(pickle.dumps(node)) == node  # noqa: S301 - our own bytes


def test_everything_public_is_listed():
    assert all(hasattr(lexigraph, name) for name in lexigraph.__all__)


def test_a_symmetric_relation_written_on_both_sides_has_backlinks_on_both():
    world = concepts({"a.md": "---\ntitle: A\nrelated: [b]\n---\nX.", "b.md": "---\ntitle: B\nrelated: [a]\n---\nX."})
    assert [(back.source.id, back.relation.target.id) for back in world["a"].backlinks()] == [("b", "b")]


def test_an_entry_can_be_copied_and_pickled(graph):
    assert copy.copy(graph["rag"]) == graph["rag"]
    assert pickle.loads(pickle.dumps(graph["rag"])).title == "Retrieval-augmented generation"  # noqa: S301 - our bytes


def test_a_rule_is_explained_by_code_or_name_and_an_unknown_one_has_neighbours():
    assert lexigraph.explain("E301") == lexigraph.explain("unknown-entry")
    with pytest.raises(lexigraph.UnknownRule) as error:
        lexigraph.explain("unkown-entry")
    assert error.value.suggestions[0] == "unknown-entry"
