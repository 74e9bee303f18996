import subprocess
import sys

import networkx as nx
from hypothesis import given, settings
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.query.network import network

WORLD = {
    "t/rag.md": "---\ntitle: RAG\nkind: technique\naliases: [grounded, fetched]\nstatus: stable\nlevel: intro\n"
    "definition: Fetches, then answers.\nuses:\n  - emb: compares <!-- really? --> meaning\nrelated: [emb]\n---\n"
    "[e](../emb.md) and [again](../emb.md).\n\n## Open questions\n\n- When? {#when}\n",
    "emb.md": entry("Embedding"),
    "why.md": "---\ntitle: Why?\nkind: question\nstate: answered\nabout: [rag]\ndepends_on: [when]\n---\nX.",
}
EVERY = {"title", "kind", "topic", "status", "level", "definition", "aliases", "url"}


def test_nodes_say_what_entries_are():
    found = network(graph(WORLD), addresses={"rag": "t/rag/", "when": "t/rag/#when"})
    assert found.nodes["rag"] == {
        "title": "RAG", "kind": "technique", "topic": "t", "status": "stable", "level": "intro",
        "definition": "Fetches, then answers.", "aliases": "grounded | fetched", "url": "t/rag/",
    }  # fmt: skip
    assert found.nodes["when"] == {**dict.fromkeys(EVERY, ""), "title": "When?", "kind": "question", "topic": "t",
                                   "state": "open", "url": "t/rag/#when"}  # fmt: skip
    assert found.nodes["why"]["state"] == "answered"
    assert set(found.nodes["emb"]) == EVERY


def test_edges_go_as_they_read_and_symmetric_ones_both_ways():
    found = network(graph(WORLD))
    assert sorted(found.edges(keys=True)) == [
        ("emb", "rag", "related"),
        ("rag", "emb", "related"),
        ("rag", "emb", "uses"),
        ("when", "rag", "about"),
        ("why", "rag", "about"),
        ("why", "when", "depends_on"),
    ]
    assert found.edges["rag", "emb", "uses"] == {
        "relation": "uses", "note": "compares  meaning", "path": "t/rag.md", "line": 9,
    }  # fmt: skip


def test_questions_may_be_left_out_and_links_taken_in():
    found = network(graph(WORLD), questions=False, links=True)
    assert set(found) == {"rag", "emb"}
    assert found.edges["rag", "emb", "links_to"]["line"] == 12


def test_of_several_links_the_first_has_the_edge():
    world = {"a.md": "---\ntitle: A\n---\n[b](b.md)\n\n[b](b.md)", "b.md": entry("B")}
    assert network(graph(world), links=True).edges["a", "b", "links_to"]["line"] == 4


def test_an_empty_graph_is_an_empty_network():
    assert len(network(graph({}))) == 0


@settings(max_examples=30)
@given(files())
def test_every_relation_is_an_edge_and_all_values_are_texts_or_numbers(drawn):
    made = graph(drawn)
    found = network(made, links=True)
    assert {*made.entries, *made.questions} == set(found)
    for relation in made.relations:
        assert found.has_edge(relation.source, relation.target, relation.type.key)
        assert found.has_edge(relation.target, relation.source, relation.type.key) or not relation.type.symmetric
    relations = {(item.source, item.target, item.type.key) for item in (*made.relations, *made.question_links)}
    for one, other, key in found.edges(keys=True):
        related = {(one, other, key), (other, one, key)} & relations
        assert related or key in ("about", "links_to")
    values = [value for _, values in found.nodes(data=True) for value in values.values()]
    values += [value for *_, values in found.edges(data=True) for value in values.values()]
    assert {type(value) for value in values} <= {str, int}


BACKEND = """
import sys
import networkx as nx
from networkx.algorithms.centrality import betweenness

# nx-parallel 0.3, the newest, imports a name that networkx 3.5 has and 3.6 has not; nothing here calls it
vars(betweenness).setdefault("_rescale_e", None)

import lexigraph

nx.config.warnings_to_ignore.add("cache")
graph = lexigraph.load(sys.argv[1], cache=False).to_networkx(links=True)
lengths = dict(nx.all_pairs_shortest_path_length(graph, backend="parallel"))
assert lengths == dict(nx.all_pairs_shortest_path_length(graph)) and len(lengths) == len(graph) > 10
assert nx.number_of_isolates(graph, backend="parallel") == nx.number_of_isolates(graph)
plain = nx.Graph(graph)
assert nx.square_clustering(plain, backend="parallel") == nx.square_clustering(plain)
print(*sorted(name for name in sys.modules if name == "nx_parallel"))
"""


def test_a_backend_of_networkx_runs_on_it_unchanged_and_agrees(tmp_path):
    for number in range(12):
        related = [f"e{(number * 5 + step) % 12}" for step in (1, 3)]
        (tmp_path / f"e{number}.md").write_text(entry(f"Entry {number}", uses=related, body=f"[x](e{number // 2}.md)"))
    ran = subprocess.run([sys.executable, "-c", BACKEND, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("nx_parallel\n", "")


def test_what_it_gives_is_the_callers_own():
    made = graph(WORLD)
    network(made).clear()
    first = network(made)
    first.nodes["rag"]["title"] = "Mine"
    assert network(made).nodes["rag"]["title"] == "RAG"
    assert nx.utils.graphs_equal(network(made), network(made))
