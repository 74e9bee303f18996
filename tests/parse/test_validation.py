import time
from typing import Annotated, Any

from pydantic import ConfigDict, TypeAdapter
from tests.parse.reading import codes
from typing_extensions import TypedDict

from lexigraph.model import LineTable
from lexigraph.parse.fields import Owner
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.text_types import OneOf, Year
from lexigraph.parse.validation import validated
from lexigraph.parse.yaml_nodes import plain
from lexigraph.parse.yaml_recovery import read_mapping


class Leaf(TypedDict, total=False):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    year: Year
    size: Annotated[str, OneOf("level", ("small", "large"))]


class Tree(TypedDict, total=False):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    name: str
    names: tuple[str, ...]
    leaves: tuple[Leaf, ...]


ADAPTER: TypeAdapter[Any] = TypeAdapter(Tree)
OWNERS = {(): Owner("a tree", ("name", "names", "leaves")), ("leaves",): Owner("a leaf", ("year", "size"))}


def valid(text: str) -> tuple[dict[str, Any], object, list[str]]:
    reporter = Reporter("a.md", text, LineTable(text))
    tree = read_mapping(0, len(text), reporter, what="the text")
    values, rest = validated(tree, ADAPTER, OWNERS, reporter)
    return values, plain(rest), codes(reporter.diagnostics)


def test_what_is_valid_is_neither_changed_nor_reported() -> None:
    assert valid("name: a\nleaves: [{year: 2020}]") == (
        {"name": "a", "leaves": ({"year": 2020},)}, {"name": "a", "leaves": [{"year": "2020"}]}, [],
    )  # fmt: skip


def test_the_bad_item_alone_is_dropped_and_the_tree_holds_what_is_left() -> None:
    values, rest, found = valid(
        "name: [x]\nnames: [a, {b: c}, d]\nleaves: [{year: soon, size: small}, e, {year: 1999}]"
    )
    assert values == {"names": ("a", "d"), "leaves": ({"size": "small"}, {"year": 1999})}
    assert rest == {"names": ["a", "d"], "leaves": [{"size": "small"}, {"year": "1999"}]}
    assert found == ["E010 1:7", "E010 2:12", "E010 3:17", "E010 3:37"]


def test_other_capitals_are_mended_on_every_level() -> None:
    values, _, found = valid("NAME: a\nLeaves: [{Size: LARGE}]")
    assert values == {"name": "a", "leaves": ({"size": "large"},)}
    assert found == ["W008 1:1", "W008 2:1", "W008 2:11", "W008 2:17"]


def test_a_lone_item_is_read_as_a_list_of_one() -> None:
    assert valid("names: a\nleaves: {year: 2020}") == (
        {"names": ("a",), "leaves": ({"year": 2020},)},
        {"names": ["a"], "leaves": [{"year": "2020"}]},
        ["E010 1:8", "E010 2:9"],
    )


def test_what_drops_leave_empty_is_dropped_without_a_word() -> None:
    assert valid("leaves: [{colour: red}]") == ({}, {}, ["E007 1:11"])


def test_thousands_of_bad_items_are_dropped_at_once() -> None:
    start = time.process_time()
    values, _, found = valid("names: [" + "[a], " * 8_000 + "b]")
    assert values == {"names": ("b",)}
    assert len(found) == 8_000
    assert time.process_time() - start < 2
