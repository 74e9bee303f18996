"""What is reached, against the plain definition of it."""

from hypothesis import given
from hypothesis import strategies as st

from lexigraph.query.questions.closure import Reached, reached

NODES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=4))


def walked(following, start):
    found, waiting = set(), [start]
    while waiting:
        for next in following.get(waiting.pop(), ()):
            if next in following and next not in found:
                found.add(next)
                waiting.append(next)
    return found - {start}


@given(GRAPHS)
def test_what_is_reached_is_what_a_walk_finds(following):
    found = reached(following)
    for node in following:
        ids = found.get(node, Reached()).ids
        assert set(ids) == walked(following, node)
        assert found.get(node, Reached()).count == len(ids)


@given(GRAPHS)
def test_what_is_reached_stands_in_the_order_of_the_nodes(following):
    order = list(following)
    for some in reached(following).values():
        assert list(some.ids) == sorted(some.ids, key=order.index)
