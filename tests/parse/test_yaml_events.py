import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.reading import codes

from lexigraph.model import LineTable
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import TooDeep, YamlMistake, read_node
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Scalar, paths, plain


def read(text: str, offset: int = 0) -> tuple[Node | None, Reporter]:
    reporter = Reporter("a.md", text, LineTable(text))
    return read_node(text, offset, reporter), reporter


def plainly(text: str) -> object:
    node, _ = read(text)
    assert node is not None
    return plain(node)


def test_every_scalar_is_the_text_that_stands_there() -> None:
    assert plainly("a: no\nb: 1.10\nc: [12:30, ~, null, 0o7]\nd: {e: 2026-01-02}") == {
        "a": "no", "b": "1.10", "c": ["12:30", "~", "null", "0o7"], "d": {"e": "2026-01-02"},
    }  # fmt: skip


def test_a_node_has_the_offsets_of_what_was_written() -> None:
    text = "a: 'it''s'\nb:\n  - one # why\n  - {c: d}\ne: |\n  x\n\nf: [g]\n"
    node, _ = read(text)
    assert node is not None
    written = {path: text[found.start : found.end] for path, found, _ in paths(node) if path}
    assert written == {
        ("a",): "'it''s'", ("b",): "- one # why\n  - {c: d}", ("b", 0): "one", ("b", 1): "{c: d}",
        ("b", 1, "c"): "d", ("e",): "|\n  x", ("f",): "[g]", ("f", 0): "g",
    }  # fmt: skip


def test_offsets_begin_where_the_caller_says() -> None:
    node, _ = read("a: b", 100)
    assert isinstance(node, Mapping)
    assert node.pairs[0].key.start == 100
    assert node.pairs[0].value[1:3] == (103, 104)


def test_offsets_count_characters_beyond_the_basic_plane_and_foreign_line_breaks() -> None:
    text = "a: 😀\u2028x\nb: c"
    node, _ = read(text)
    assert isinstance(node, Mapping)
    assert [text[pair.key.start] for pair in node.pairs] == ["a", "b"]


def test_an_empty_text_is_no_node() -> None:
    assert read("")[0] is None
    assert read("# a comment\n")[0] is None


def test_of_two_equal_keys_the_first_is_kept_whatever_the_capitals() -> None:
    node, reporter = read("a: 1\nA: 2\nb: {c: 3, c: 4}")
    assert node is not None
    assert plain(node) == {"a": "1", "b": {"c": "3"}}
    assert codes(reporter.diagnostics) == ["E006 2:1", "E006 3:11"]


def test_anchors_and_aliases_are_reported_once_and_aliases_left_out() -> None:
    node, reporter = read("a: &x [1]\nb: *x\nc: [*x, 2]\nd: [*x]")
    assert node is not None
    assert plain(node) == {"a": ["1"], "c": ["2"]}
    assert codes(reporter.diagnostics) == ["E014 1:4"]


def test_a_tag_is_text_and_runs_nothing() -> None:
    node, reporter = read("a: !!python/object/apply:os.system [true]\nb: !x y")
    assert node is not None
    assert plain(node) == {"a": ["true"], "b": "!x y"}
    assert codes(reporter.diagnostics) == ["E003 1:4", "E003 2:4"]


@pytest.mark.parametrize("depth", [51, 30_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_beyond_the_limit_is_refused_at_once(depth: int, opening: str) -> None:
    start = time.process_time()
    with pytest.raises(TooDeep):
        read(opening * depth)
    assert time.process_time() - start < 1


def test_fifty_levels_are_read() -> None:
    assert isinstance(read("[" * 50 + "]" * 50)[0], Listing)


@pytest.mark.parametrize("text", ["a: [", "a: 'x", "a: b: c", "\t- a", "a: @b", "a: 1\n---\nb: 2", "a: b\n c: d"])
def test_what_is_no_yaml_raises_with_its_place(text: str) -> None:
    with pytest.raises(YamlMistake) as caught:
        read(text)
    assert 0 <= caught.value.at <= len(text)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        node, _ = read(text)
    except (YamlMistake, TooDeep):
        return
    assert node is None or isinstance(node, Scalar | Listing | Mapping)
