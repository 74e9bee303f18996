"""The way up in a hierarchy."""

from lexigraph.check.facts.hierarchy import above_of, way_up
from tests.check.world import entry, graph

WORLD = graph(
    {
        "dog.md": entry("Dog", "broader: [mammal, animal]"),
        "mammal.md": entry("Mammal", "broader: [animal]"),
        "animal.md": entry("Animal", "broader: [thing]"),
        "thing.md": entry("Thing"),
        "hen.md": entry("Hen", "broader: [egg]"),
        "egg.md": entry("Egg", "broader: [hen]"),
    }
)
ABOVE = above_of(WORLD.relations)


def ids(low: str, high: str, **arguments: tuple[str, ...]) -> list[str]:
    return [step.target for step in way_up(ABOVE, low, high, **arguments)]


def test_the_shortest_way_is_found() -> None:
    assert ids("dog", "thing") == ["animal", "thing"]


def test_the_first_step_may_be_ruled_out() -> None:
    assert ids("dog", "animal", not_first=("animal",)) == ["mammal", "animal"]
    assert ids("mammal", "animal", not_first=("animal",)) == []


def test_what_does_not_stand_above_is_not_reached() -> None:
    assert ids("animal", "dog") == []
    assert ids("dog", "dog") == []
    assert ids("nobody", "dog") == []


def test_a_circle_ends_the_search() -> None:
    assert ids("hen", "egg") == ["egg"]
    assert ids("hen", "thing") == []
