"""A graph read from its `concepts.json` is the graph that it was written from."""

import copy
import json
import pickle

import pytest
from jsonschema import Draft202012Validator

from lexigraph import ConceptGraph, ReadOnlyGraph, diff, load
from lexigraph.export import EXPORTERS
from lexigraph.export.concepts import schema
from lexigraph.loading.published import SCHEMA, graph_of
from lexigraph.query.stats import stats
from tests.loading.asking import asked
from tests.loading.published_worlds import ADDRESS, WORLDS, document, files_of, world


@pytest.mark.parametrize("name", WORLDS)
def test_a_graph_comes_back_as_it_was(name):
    found = graph_of(document(name), "concepts.json")
    assert found.diagnostics == ()
    assert ConceptGraph(found) == ConceptGraph(world(name))
    assert stats(found) == stats(world(name))


@pytest.mark.parametrize("name", WORLDS)
def test_its_document_is_valid(name):
    Draft202012Validator(json.loads(schema())).validate(json.loads(document(name)))


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("format", EXPORTERS)
def test_every_format_is_the_same_from_the_folder_and_from_the_document(format, name):
    url = ADDRESS if name in ("small", "rough") else ""
    from_folder = files_of(world(name), format, url)
    from_document = files_of(graph_of(document(name, url), "concepts.json"), format)
    different = [path for path in {**from_folder, **from_document} if from_folder.get(path) != from_document.get(path)]
    assert different == []


@pytest.mark.parametrize("name", WORLDS)
def test_nothing_changed_between_the_folder_and_the_document(name):
    folder, published = ConceptGraph(world(name)), ConceptGraph(graph_of(document(name, ADDRESS), "concepts.json"))
    found = (*diff(folder, published).changes, *diff(published, folder).changes)
    assert found == ()


@pytest.mark.parametrize(("name", "count", "seed"), [("rough", 300, 2), ("questions", 100, 3)])
def test_random_questions_have_the_same_answers(name, count, seed):
    graphs = {"folder": ConceptGraph(world(name)), "document": ConceptGraph(graph_of(document(name), "x.json"))}
    for _, answers in asked(graphs, count, seed):
        assert answers["document"] == answers["folder"]


def test_a_graph_that_was_read_from_a_file_says_so(tmp_path):
    file = tmp_path / "concepts.json"
    file.write_bytes(document("small", ADDRESS))
    graph = load(file)
    assert (graph.source, graph.read_only, graph.built_from) == (file, True, "c" * 40)
    assert graph["rag"].url == f"{ADDRESS}retrieval/rag/"


def test_it_cannot_be_changed_or_checked(tmp_path):
    graph = ConceptGraph(graph_of(document("small"), "there.json"))
    for ask in (
        lambda: graph.rename("rag", "x"), lambda: graph.merge("rag", "embedding"), lambda: graph.new("New"),
        lambda: graph.fix(), lambda: graph.check(),
    ):  # fmt: skip
        with pytest.raises(ReadOnlyGraph, match="no Markdown files; load the folder") as caught:
            ask()
        assert isinstance(caught.value, TypeError)
        assert caught.value.source == "there.json"


def test_a_folder_that_a_site_was_built_into_is_read_as_the_site(tmp_path):
    (tmp_path / "index.html").write_text("<h1>")
    (tmp_path / "rag.md").write_text("# Not an entry but its Markdown")
    (tmp_path / "concepts.json").write_bytes(document("small"))
    assert load(tmp_path).source == tmp_path / "concepts.json"
    (tmp_path / "scheme.yml").write_text("title: A knowledge base that keeps an export of itself\n")
    assert not load(tmp_path, cache=False).read_only


def test_a_graph_from_a_document_is_copied_and_pickled():
    graph = ConceptGraph(graph_of(document("rough"), "x.json"))
    again = pickle.loads(pickle.dumps(graph))  # noqa: S301 - our own
    assert copy.deepcopy(graph) is graph
    assert again == graph
    assert [str(hit.entry) for hit in again.search("two")] == [str(hit.entry) for hit in graph.search("two")]


def test_a_part_of_it_is_a_part_of_the_folder():
    folder, published = ConceptGraph(world("rough")), ConceptGraph(graph_of(document("rough"), "x.json"))
    parts = [graph.neighbourhood(["one"], depth=1) for graph in (folder, published)]
    assert parts[0] == parts[1]
    assert parts[0] != folder


def test_equal_graphs_and_their_entries_are_equal_and_hash_alike():
    first, second = (ConceptGraph(graph_of(document("rough"), source)) for source in ("a.json", "b.json"))
    assert (first, hash(first), first["one"]) == (second, hash(second), second["one"])
    assert first["one"].relations() == second["one"].relations()
    assert first != ConceptGraph(graph_of(document("small"), "a.json"))
    assert first["one"] != ConceptGraph(graph_of(document("rough").replace(b"Text.", b"Other."), "a.json"))["one"]
    assert (first == "no graph", first == None) == (False, False)  # noqa: E711 - what is asked


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"note":"said here"', b'"note":"said there"'), (b'"Why, really?"', b'"Why, oh why?"'), (b"Cell:", b"Sell:"),
        (b'"title":"Rough"', b'"title":"Tough"'), (b'"answer":"So."', b'"answer":"No."'), (b'"Drei"', b'"Zwei"'),
        (b"Yes, three.", b"No, three."),
    ],
)  # fmt: skip
def test_what_says_something_else_is_another_graph(old, new):
    data = document("rough")
    assert old in data
    assert ConceptGraph(graph_of(data.replace(old, new), "x")) != ConceptGraph(graph_of(data, "x"))


def test_the_number_of_the_schema_that_is_read_is_that_which_is_written():
    assert json.loads(document("nothing"))["schema"] == SCHEMA
