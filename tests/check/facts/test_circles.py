"""Circles are found once, the same on every run, and however many are knotted together."""

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lexigraph.check.facts.circles import circles
from lexigraph.check.rules.hierarchy_cycle import findings
from lexigraph.graph import Graph
from lexigraph.link import link
from lexigraph.model import NOWHERE, Fields, ParsedEntry, RelationItem, Scheme

MANY = 3_000


def chained(count: int, pairs: Iterable[tuple[int, int]]) -> Graph:
    """A graph of entries `e0`, `e1` … of which the first of each pair is a kind of the second."""
    above: dict[int, list[RelationItem]] = {}
    for low, high in pairs:
        item = RelationItem(key="broader", target=f"e{high}", note="", citation="", span=NOWHERE, origin="field")
        above.setdefault(low, []).append(item)
    entries = [
        ParsedEntry(
            path=f"e{number}.md",
            stem=f"e{number}",
            title=f"E{number}",
            fields=Fields(),
            relation_items=tuple(above.get(number, ())),
        )
        for number in range(count)
    ]
    return link(Path("content"), Scheme(), entries, frozenset(), ())


def found(graph: Graph) -> list[list[str]]:
    return [[relation.source for relation in circle] for circle in circles(graph, graph.relations)]


def test_a_chain_is_no_circle() -> None:
    assert found(chained(3, [(0, 1), (1, 2), (0, 2)])) == []


def test_a_circle_is_found_once_and_begins_at_the_last_path() -> None:
    assert found(chained(4, [(0, 1), (1, 2), (2, 0), (3, 0)])) == [["e2", "e0", "e1"]]


def test_of_circles_that_share_an_entry_the_shortest_is_found() -> None:
    assert found(chained(4, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 2)])) == [["e3", "e2"]]


def test_circles_apart_from_one_another_are_found_each_by_path() -> None:
    assert found(chained(4, [(2, 3), (3, 2), (0, 1), (1, 0)])) == [["e1", "e0"], ["e3", "e2"]]


def test_a_circle_of_thousands_is_found_in_time() -> None:
    graph = chained(MANY, [(number, (number + 1) % MANY) for number in range(MANY)])
    started = time.process_time()
    assert len(found(graph)[0]) == MANY
    assert time.process_time() - started < 3


def test_a_knot_of_more_circles_than_can_be_counted_gives_one() -> None:
    graph = chained(80, [(low, high) for low in range(80) for high in range(80) if low != high])
    assert [finding.message for finding in findings(graph)] == ["the hierarchy runs in a circle of 2"]


def test_the_circle_is_the_same_whatever_the_seed_of_hashes() -> None:
    program = (
        "from tests.check.facts.test_circles import chained, found\n"
        "print(found(chained(30, [(n, (n * k + 1) % 30) for n in range(30) for k in (3, 7, 11) if (n * k + 1) % 30 != n])))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[3],
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]))


@given(PAIRS)
def test_what_is_found_is_a_circle_and_without_one_nothing_is_found(pairs: list[tuple[int, int]]) -> None:
    graph = chained(8, pairs)
    written = {(f"e{low}", f"e{high}") for low, high in pairs}
    for circle in found(graph):
        assert len(circle) == len(set(circle)) >= 2
        assert set(zip(circle, [*circle[1:], circle[0]], strict=True)) <= written
    reached = {(low, high) for low, high in written}
    for _ in range(8):
        reached |= {(low, high) for low, middle in reached for other, high in written if middle == other}
    assert bool(found(graph)) == any(low == high for low, high in reached)
