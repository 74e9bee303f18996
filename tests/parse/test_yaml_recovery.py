import time

import pytest
from tests.parse.reading import codes

from lexigraph.model import LineTable
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_nodes import plain
from lexigraph.parse.yaml_recovery import read_mapping


def recovered(text: str) -> tuple[object, list[str]]:
    reporter = Reporter("a.md", text, LineTable(text))
    return plain(read_mapping(0, len(text), reporter, what="the text")), codes(reporter.diagnostics)


def test_a_block_that_cannot_be_read_is_left_out_alone() -> None:
    assert recovered("a: b\nc: [d\ne: f\n") == ({"a": "b", "e": "f"}, ["E003 2:4"])


def test_of_a_list_only_the_broken_item_is_left_out() -> None:
    assert recovered('a:\n  - {b: "c}\n  - {d: e}\n') == ({"a": [{"d": "e"}]}, ["E003 2:9"])


def test_what_is_plainly_meant_is_read_as_meant() -> None:
    assert recovered("a: b: c\nd:\n\t- e\nf: @g\nh: *i*\n") == (
        {"a": "b: c", "d": ["e"], "f": "@g", "h": "*i*"},
        ["E004 1:5", "E005 3:1", "E003 4:4", "E003 5:4"],
    )


def test_a_text_read_in_blocks_finds_keys_that_stand_twice() -> None:
    assert recovered("a: b\nc: d: e\na: f\n") == ({"a": "b", "c": "d: e"}, ["E004 2:5", "E006 3:1"])


def test_a_key_that_nests_too_deep_is_left_out_alone() -> None:
    assert recovered("a: b\nc: " + "[" * 30_000 + "\nd: e\n") == ({"a": "b", "d": "e"}, ["E014 2:53"])


def test_a_mistake_that_no_block_has_alone_is_reported_all_the_same() -> None:
    assert recovered("  a: b\nc: d\n") == ({"a": "b", "c": "d"}, ["E003 2:1"])


HOSTILE = {
    "bomb": "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)),
    "keys": "".join(f"k{i}: v\n" for i in range(6500)),
    "repeated keys": "a: b\n" * 13_000,
    "empty items": "tags: [" + '"", ' * 15_000 + "]",
    "lists of lists": "tags: [" + "[a], " * 12_000 + "]",
    "tabs": "a:\n" + "\t- b\n" * 12_000,
    "colons": "a: b: c\n" * 8_000,
    "colons on a line": "a: " + "b: " * 20_000,
    "colons in brackets": "a: {" + "b: c: d, " * 7_000 + "}",
    "open quotes": 'a: "\n' * 12_000,
    "bad indents": "a:\n" + "".join(" " * (i % 7) + "b: c\n" for i in range(6_000)),
    "special starts": "a:\n" + " - @x\n" * 9_000,
    "spaces": "a: b" + " " * 60_000 + "c: d",
    "one key": "? " + "a" * 60_000,
    "no keys": "foo\n" * 16_000,
    "directives": "%a\n" * 16_000,
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_of_the_greatest_length_is_read_within_a_second(text: str) -> None:
    start = time.process_time()
    recovered(text)
    assert time.process_time() - start < 2
