import networkx as nx
from hypothesis import given, settings
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.names import sort_key
from lexigraph.query.hierarchy import ancestors, descendants, lowest_common_ancestors

ANIMALS = {
    "animal.md": entry("Animal"),
    "mammal.md": entry("Mammal", broader=["animal"]),
    "pet.md": entry("Pet", broader=["animal"]),
    "dog.md": entry("Dog", broader=["mammal", "pet"], part_of=["pack"]),
    "cat.md": entry("Cat", broader=["mammal", "pet"]),
    "pack.md": entry("Pack", uses=["hunting"]),
    "hunting.md": entry("Hunting"),
}


def test_ancestors_come_nearest_first_then_by_title():
    assert ancestors(graph(ANIMALS), "dog", ["broader"]) == ("mammal", "pet", "animal")


def test_only_relations_that_are_named_are_followed_and_those_one_after_another():
    made = graph(ANIMALS)
    assert ancestors(made, "dog", ["part_of"]) == ("pack",)
    assert ancestors(made, "dog", ["part_of", "uses"]) == ("pack", "hunting")
    assert ancestors(made, "dog", []) == ()


def test_descendants_are_reached_backwards_and_by_the_key_of_the_inverse_forwards():
    made = graph(ANIMALS)
    assert descendants(made, "animal", ["broader"]) == ("mammal", "pet", "cat", "dog")
    assert ancestors(made, "animal", ["narrower"]) == descendants(made, "animal", ["broader"])


def test_the_lowest_common_ancestors_are_all_that_stand_above_no_other():
    made = graph(ANIMALS)
    assert lowest_common_ancestors(made, "dog", "cat", ["broader"]) == ("mammal", "pet")
    assert lowest_common_ancestors(made, "pet", "mammal", ["broader"]) == ("animal",)
    assert lowest_common_ancestors(made, "dog", "hunting", ["broader"]) == ()


def test_an_entry_is_no_ancestor_of_itself_so_that_of_an_entry_and_its_parent_is_further_up():
    assert lowest_common_ancestors(graph(ANIMALS), "dog", "mammal", ["broader"]) == ("animal",)


def test_in_a_circle_each_is_above_all_others_and_no_lower_than_they_are():
    circle = {"a.md": entry("A", broader=["b"]), "b.md": entry("B", broader=["c"]), "c.md": entry("C", broader=["a"])}
    made = graph(circle | {f"{name}.md": entry(name, broader=["a"]) for name in "xy"})
    assert ancestors(made, "a", ["broader"]) == ("b", "c")
    assert descendants(made, "a", ["broader"]) == ("c", "x", "y", "b")
    assert lowest_common_ancestors(made, "x", "y", ["broader"]) == ("a", "b", "c")


def by_steps(made, steps, id):
    return [
        other
        for _, _, other in sorted(
            (distance, sort_key(made.entries[other].title), other) for other, distance in steps.items() if other != id
        )
    ]


@settings(max_examples=25)
@given(files())
def test_networkx_reaches_the_same_at_the_same_distance(drawn):
    made = graph(drawn)
    for keys in (("broader",), ("broader", "part_of", "related")):
        network = nx.DiGraph()
        network.add_nodes_from(made.entries)
        for key in keys:
            network.add_edges_from((id, view.other) for id in made.entries for view in made.views(id, key))
        above = {id: set(ancestors(made, id, keys)) for id in made.entries}
        for id in made.entries:
            assert list(ancestors(made, id, keys)) == by_steps(
                made, nx.single_source_shortest_path_length(network, id), id
            )
            assert list(descendants(made, id, keys)) == by_steps(
                made, nx.single_source_shortest_path_length(network.reverse(), id), id
            )
            assert set(descendants(made, id, keys)) == {other for other in made.entries if id in above[other]}
            for other in made.entries:
                common = above[id] & above[other]
                lowest = {one for one in common if all(one not in above[two] or two in above[one] for two in common)}
                found = lowest_common_ancestors(made, id, other, keys)
                assert set(found) == lowest
                assert not {id, other} & {*found}
