from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import concepts, graph

from lexigraph.query.paths import ENDS, related_to_both, shortest_path

KEYS = ("broader", "requires", "uses", "contrasts_with", "related")
KINDS = ("concept", "technique", "tool", "comparison", "lesson", "question", "disambiguation")


def entry(title: str, kind: str = "concept", **relations: list[str]) -> str:
    lines = [f"{key}: [{', '.join(targets)}]" for key, targets in relations.items()]
    return "\n".join(["---", f"title: {title}", f"kind: {kind}", *lines, "---", "Text.", ""])


def steps(files: dict[str, str], source: str, target: str, **options: object) -> list[tuple[str, str]] | None:
    found = shortest_path(graph(files), source, target, **options)
    return None if found is None else [(view.direction.key, view.other) for view in found]


def test_a_relation_is_walked_in_either_direction_in_the_words_of_each():
    files = {"a.md": entry("A", uses=["b"]), "b.md": entry("B", requires=["c"]), "c.md": entry("C")}
    assert steps(files, "a", "c") == [("uses", "b"), ("requires", "c")]
    assert steps(files, "c", "a") == [("required_for", "b"), ("used_by", "a")]


def test_nothing_leads_from_an_entry_to_itself_and_there_is_no_path_to_an_island():
    files = {"a.md": entry("A", uses=["b"]), "b.md": entry("B"), "c.md": entry("C")}
    assert steps(files, "a", "a") == []
    assert steps(files, "a", "c") is None


@pytest.mark.parametrize("kind", sorted(ENDS))
def test_entries_about_things_are_ends_and_never_steps(kind):
    files = {"a.md": entry("A"), "b.md": entry("B"), "m.md": entry("M", kind, related=["a", "b"])}
    assert steps(files, "a", "b") is None
    assert steps(files, "m", "b") == [("related", "b")]
    assert steps(files, "a", "m") == [("related", "m")]


def test_of_paths_of_one_length_the_earliest_in_the_vocabulary_wins_then_ids():
    files = {
        "a.md": entry("A", related=["b"], uses=["d", "c"]),
        **{f"{name}.md": entry(name.upper(), uses=["z"]) for name in "bcd"},
        "z.md": entry("Z"),
    }
    assert steps(files, "a", "z") == [("uses", "c"), ("uses", "z")]


def test_ranks_of_the_whole_way_come_before_ids_on_it():
    files = {
        "a.md": entry("A", uses=["b", "c"]),
        "b.md": entry("B", related=["z"]),
        "c.md": entry("C", requires=["z"]),
        "z.md": entry("Z"),
    }
    assert steps(files, "a", "z") == [("uses", "c"), ("requires", "z")]


def test_only_relations_asked_for_are_walked_whichever_of_their_two_keys_is_named():
    files = {"a.md": entry("A", uses=["b"], related=["c"]), "b.md": entry("B"), "c.md": entry("C", related=["b"])}
    assert steps(files, "a", "b", relations=["related"]) == [("related", "c"), ("related", "b")]
    assert steps(files, "a", "b", relations=["used_by"]) == [("uses", "b")]


def test_what_both_are_related_to_comes_by_number_of_relations_then_title():
    files = {
        "a.md": entry("A", uses=["x", "y", "b"]),
        "b.md": entry("B", requires=["x", "y"]),
        "x.md": entry("X"),
        "y.md": entry("Y", related=["o"]),
        "o.md": entry("O"),
    }
    assert related_to_both(graph(files), "a", "b") == ("y", "x")


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, str]:
    names = [f"n{number}" for number in range(draw(st.integers(2, 7)))]
    files = {}
    for name in names:
        targets = {key: draw(st.lists(st.sampled_from(names), max_size=2, unique=True)) for key in KEYS}
        files[f"{name}.md"] = entry(
            name, draw(st.sampled_from(KINDS)), **{key: ids for key, ids in targets.items() if ids}
        )
    return files


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_it_is_the_least_of_all_shortest_paths(files):
    made = graph(files)
    ranks = {key: rank for rank, key in enumerate(made.vocabulary.directions)}
    for source in made.entries:
        for target in made.entries:
            open_ones = [id for id, node in made.entries.items() if id in (source, target) or node.kind not in ENDS]
            network = nx.MultiDiGraph()
            network.add_nodes_from(open_ones)
            for id in open_ones:
                for view in made.relations_at.get(id, ()):
                    if view.other in network:
                        network.add_edge(id, view.other, ranks[view.direction.key])
            found = shortest_path(made, source, target)
            if not nx.has_path(network, source, target):
                assert found is None
                continue
            ways = []
            for nodes in nx.all_shortest_paths(nx.DiGraph(network), source, target):
                best = [min(network[one][other]) for one, other in pairwise(nodes)]
                ways.append((best, nodes[1:]))
            ranked = [ranks[view.direction.key] for view in found], [view.other for view in found]
            assert ranked == min(ways)


def test_the_public_graph_answers_by_names_with_sentences():
    world = concepts(
        {"a.md": entry("Alpha", uses=["b"]), "b.md": entry("Beta", requires=["c"]), "c.md": entry("Gamma")}
    )
    path = world.path("ALPHA", world["gamma"])
    assert [item.id for item in path.entries] == ["a", "b", "c"]
    assert str(path) == "Alpha uses Beta\nBeta presupposes Gamma"
    assert len(path) == 2
    assert [relation.kind for relation in path] == ["uses", "requires"]
    assert len(world.path("gamma", "alpha")) == 2
    assert [item.id for item in world.reading_order("beta")] == ["c"]
