import random
from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.query.communities import communities
from lexigraph.query.layout import layout


def clique(names: range) -> dict[tuple[int, int], float]:
    return dict.fromkeys(combinations(names, 2), 1.0)


def neighbours(count: int, edges: dict[tuple[int, int], float]) -> list[dict[int, float]]:
    found: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), weight in edges.items():
        found[one][other] = found[other][one] = weight
    return found


def test_two_cliques_joined_by_one_edge_are_two_communities():
    edges = clique(range(6)) | clique(range(6, 11)) | {(0, 6): 1.0}
    found = communities(neighbours(11, edges), [f"n{number}" for number in range(11)])
    assert found == [0] * 6 + [1] * 5


def test_the_order_of_nodes_and_edges_changes_no_community():
    rng = random.Random(3)
    edges = {(one, other): 1.0 for one, other in combinations(range(40), 2) if rng.random() < 0.1}
    names = [f"n{number}" for number in range(40)]
    straight = communities(neighbours(40, edges), names)
    back = {(39 - one, 39 - other): weight for (one, other), weight in reversed(edges.items())}
    turned = communities(neighbours(40, back), names[::-1])[::-1]
    groups = {frozenset(node for node in range(40) if straight[node] == number) for number in straight}
    assert groups == {frozenset(node for node in range(40) if turned[node] == number) for number in turned}


def test_nothing_is_laid_out_as_nothing():
    assert layout([], {}, []) == ((), ())


def test_entries_without_relations_stand_with_their_topic():
    names = [f"n{number}" for number in range(8)]
    found = layout(names, {}, ["x"] * 4 + ["y"] * 4)
    assert sorted(sorted(region.members) for region in found.regions) == [[0, 1, 2, 3], [4, 5, 6, 7]]


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10_000))
def test_every_node_is_in_one_region_and_within_its_circle_and_no_two_circles_overlap(count, seed):
    rng = random.Random(seed)
    edges = {(one, other): 1.0 for one, other in combinations(range(count), 2) if rng.random() < 0.08}
    names = [f"n{number}" for number in range(count)]
    found = layout(names, edges, [rng.choice(["", "a", "b"]) for _ in names])
    assert found == layout(names, dict(reversed(edges.items())), [*_again(seed, count)])
    assert sorted(node for region in found.regions for node in region.members) == list(range(count))
    for region in found.regions:
        assert all(
            hypot(found.places[node][0] - region.x, found.places[node][1] - region.y) <= region.radius + 2
            for node in region.members
        )
    for one, other in combinations(found.regions, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 2
    assert min(min(place) for place in found.places) >= -1


def _again(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    for _ in combinations(range(count), 2):
        rng.random()
    return [rng.choice(["", "a", "b"]) for _ in range(count)]


def test_one_more_entry_moves_few_of_the_others():
    rng = random.Random(5)
    edges = {}
    for block in range(5):
        for one, other in combinations(range(block * 20, block * 20 + 20), 2):
            if rng.random() < 0.3:
                edges[one, other] = 1.0
    names = [f"n{number}" for number in range(100)]
    before = layout(names, edges, ["t"] * 100)
    after = layout([*names, "new"], edges | {(3, 100): 1.0}, ["t"] * 101)
    same = {frozenset(region.members) for region in before.regions} & {
        frozenset(region.members) for region in after.regions
    }
    assert len(same) == 4
