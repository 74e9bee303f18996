import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.query.similar import Likeness


def of(files: dict[str, str], id: str, limit: int | None = None, **options: str):
    return Likeness(graph(files, **options)).of(id, limit)


def test_entries_with_the_same_neighbours_and_no_word_in_common_are_half_alike():
    world = {"x.md": entry("Xylem", uses=["h"]), "y.md": entry("Yarn", uses=["h"]), "h.md": entry("Hub")}
    (found,) = of(world, "x")
    assert found == ("y", 0.5, {"uses": ("h",)}, (), ())


def test_entries_of_which_the_same_is_said_and_without_neighbours_are_half_alike_but_for_their_names():
    world = {"x.md": entry("Xylem", definition="Water pipes"), "y.md": entry("Yarn", definition="A pipe for water")}
    (found,) = of(world, "x")
    rare, common = math.log(1 + 2), math.log(1 + 1)
    assert found.score == pytest.approx(common**2 / (2 * common**2 + rare**2), abs=1e-6)  # half of 2c² / (2c² + r²)
    assert found.words == ("pipes", "water")


def test_a_rare_neighbour_says_more_than_one_that_all_have():
    world = {
        "x.md": entry("Xylem", uses=["common", "rare"]),
        "y.md": entry("Yarn", uses=["common"]),
        "z.md": entry("Zebra", uses=["rare"]),
        **{f"o{number}.md": entry(f"Other{number}", uses=["common"]) for number in range(5)},
        "common.md": entry("Common"),
        "rare.md": entry("Rare"),
    }
    assert [found.id for found in of(world, "x")][:2] == ["z", "o0"]


def test_to_use_the_same_is_more_alike_than_to_be_joined_to_it_some_way():
    world = {
        "x.md": entry("Xylem", uses=["h"]),
        "part.md": entry("Parcel", part_of=["h"]),
        "user.md": entry("User", uses=["h"]),
        "h.md": entry("Hub"),
    }
    assert [(each.id, each.relations, each.neighbours) for each in of(world, "x")] == [
        ("user", {"uses": ("h",)}, ()),
        ("part", {}, ("h",)),
    ]


def test_a_link_counts_half_as_much_as_a_relation():
    world = {
        "x.md": entry("Xylem", body="[one](one.md) [two](two.md)", related=["one"]),
        "y.md": entry("Yarn", related=["one"]),
        "z.md": entry("Zebra", related=["two"]),
        "one.md": entry("Mono"),
        "two.md": entry("Duo"),
    }
    assert [each.id for each in of(world, "x")] == ["y", "z"]


def test_things_are_compared_with_things_and_questions_with_questions():
    world = {
        "x.md": entry("Water pipes"),
        "y.md": entry("Pipes of water", "technique"),
        "q.md": entry("Which water pipes?", "question", about=["x"]),
        "r.md": entry("Which pipes?", "question", about=["x"]),
    }
    assert [found.id for found in of(world, "x")] == ["y"]
    assert [found.id for found in of(world, "q")] == ["r"]


def test_words_of_the_language_that_say_nothing_are_left_out():
    world = {"x.md": entry("Xylem", definition="that is the"), "y.md": entry("Yarn", definition="that is the")}
    assert of(world, "x") == []
    assert of(world, "x", scheme="title: World\nlanguage: it")[0].score > 0


def test_an_entry_alone_is_like_nothing():
    assert of({"x.md": entry("Xylem")}, "x") == []


@settings(max_examples=25)
@given(files(), st.randoms())
def test_likeness_is_mutual_between_0_and_1_never_of_oneself_and_the_same_whatever_the_order_of_files(drawn, random):
    made = graph(drawn)
    shuffled = list(drawn.items())
    random.shuffle(shuffled)
    again = Likeness(graph(dict(shuffled)))
    likeness = Likeness(made)
    scores = {}
    for id in made.entries:
        found = likeness.of(id)
        assert found == again.of(id)
        assert found[:2] == likeness.of(id, 2)
        places = [(-each.score, list(made.entries).index(each.id)) for each in found]
        assert places == sorted(places)
        for each in found:
            assert 0 < each.score <= 1
            assert each.id != id
            assert each.relations or each.neighbours or each.words
            scores[id, each.id] = each.score
    for (one, other), score in scores.items():
        assert scores[other, one] == pytest.approx(score, abs=2e-6)
