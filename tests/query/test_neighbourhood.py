import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.query.neighbourhood import distances

CHAIN = {
    "a.md": entry("A", uses=["b"]),
    "b.md": entry("B", requires=["c"]),
    "c.md": entry("C"),
    "d.md": entry("D", uses=["c"]),
}


def test_relations_are_walked_in_either_direction_as_far_as_the_depth():
    made = graph(CHAIN)
    assert distances(made, ["b"], depth=0) == {"b": 0}
    assert distances(made, ["b"], depth=1) == {"b": 0, "a": 1, "c": 1}
    assert list(distances(made, ["b"], depth=9).items()) == [("b", 0), ("a", 1), ("c", 1), ("d", 2)]


def test_only_relations_that_are_named_are_walked_whichever_of_their_two_keys_is_named():
    assert distances(graph(CHAIN), ["b"], depth=9, keys=["used_by"]) == {"b": 0, "a": 1}
    assert distances(graph(CHAIN), ["b"], depth=9, keys=[]) == {"b": 0}


def test_of_several_entries_the_nearest_counts():
    assert distances(graph(CHAIN), ["d", "a"], depth=1) == {"a": 0, "d": 0, "b": 1, "c": 1}
    assert distances(graph(CHAIN), [], depth=1) == {}


def test_a_depth_below_0_is_a_mistake():
    with pytest.raises(ValueError, match="depth -1 is below 0"):
        distances(graph(CHAIN), ["a"], depth=-1)


@settings(max_examples=30)
@given(files(), st.integers(0, 3))
def test_networkx_is_as_far_from_each(drawn, depth):
    made = graph(drawn)
    network = nx.Graph([(relation.source, relation.target) for relation in made.relations])
    network.add_nodes_from(made.entries)
    for id in made.entries:
        assert distances(made, [id], depth=depth) == nx.single_source_shortest_path_length(network, id, cutoff=depth)
