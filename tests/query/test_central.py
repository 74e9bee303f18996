import networkx as nx
import numpy
import pytest
from hypothesis import given, settings
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.query.central import ranks


def test_rank_flows_to_what_others_use():
    found = ranks(graph({"a.md": entry("A", uses=["b"]), "b.md": entry("B"), "c.md": entry("C")}))
    assert found == pytest.approx({"b": 0.649123, "a": 0.350877}, abs=1e-6)  # b = 0.075 + 0.85 (a + b/2), a + b = 1


def test_the_key_of_an_inverse_turns_it_round():
    made = graph({"a.md": entry("A", uses=["b", "c"]), "b.md": entry("B"), "c.md": entry("C")})
    assert list(ranks(made, ["uses"])) == ["b", "c", "a"]
    assert list(ranks(made, ["used_by"])) == ["a", "b", "c"]
    assert ranks(made, ["requires"]) == {}


def test_a_symmetric_relation_carries_rank_both_ways():
    made = graph({"a.md": entry("A", related=["b"]), "b.md": entry("B")})
    assert ranks(made) == {"a": 0.5, "b": 0.5}


def test_a_graph_without_relations_has_no_ranks():
    assert ranks(graph({})) == {}
    assert ranks(graph({"a.md": entry("A")})) == {}


@settings(max_examples=25)
@given(files())
def test_they_are_the_eigenvector_of_the_matrix_that_networkx_makes(drawn):
    made = graph(drawn)
    network = nx.MultiDiGraph()
    for id in made.entries:
        for view in made.relations_at.get(id, ()):
            if not view.direction.inverted:
                network.add_edge(id, view.other, view.direction.key)
    found = ranks(made)
    assert set(found) == set(network)
    if not found:
        return
    nodes = sorted(network)
    matrix = numpy.asarray(nx.google_matrix(network, nodelist=nodes))
    vector = numpy.array([found[id] for id in nodes])
    assert vector @ matrix == pytest.approx(vector, abs=1e-8)
    assert vector.sum() == pytest.approx(1)
    assert list(found) == sorted(found, key=lambda each: (-found[each], list(made.entries).index(each)))
