from lexigraph.model import LineTable
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import read_node
from lexigraph.parse.yaml_nodes import Mapping, Pair, changed, keys_of, paths, plain


def tree(text: str) -> Mapping:
    node = read_node(text, 0, Reporter("a.md", text, LineTable(text)))
    assert isinstance(node, Mapping)
    return node


def drop(_pair: Pair) -> None:
    return None


def test_paths_lead_to_every_node_with_the_last_key_on_the_way() -> None:
    node = tree("a: [b, {c: d}]")
    assert [(path, key.value if key else None) for path, _, key in paths(node)] == [
        ((), None), (("a",), "a"), (("a", 0), "a"), (("a", 1), "a"), (("a", 1, "c"), "c"),
    ]  # fmt: skip


def test_changes_are_made_at_once_so_that_indexes_stay_true() -> None:
    node = changed(tree("a: [b, c, d, e]\nf: g"), {("a", 0): drop, ("a", 2): drop, ("f",): drop})
    assert plain(node) == {"a": ["c", "e"]}


def test_what_changes_leave_empty_is_dropped_too() -> None:
    node = tree("a: [{b: c}]\nd: e")
    assert plain(changed(node, {("a", 0, "b"): drop})) == {"d": "e"}
    assert plain(changed(node, {("a",): drop, ("d",): drop})) == {}


def test_a_change_may_rename_or_replace() -> None:
    node = tree("a: b\nc: d")
    renamed = changed(node, {("a",): lambda pair: Pair(pair.key._replace(value="x"), keys_of(node)["c"].value)})
    assert plain(renamed) == {"x": "d", "c": "d"}


def test_a_change_below_another_one_is_not_made() -> None:
    node = tree("a: {b: c}\nd: e")
    assert plain(changed(node, {("a", "b"): drop, ("a",): lambda pair: pair})) == {"a": {"b": "c"}, "d": "e"}


def test_a_path_that_leads_nowhere_changes_nothing() -> None:
    node = tree("a: [b]")
    assert changed(node, {("x", 1): drop, ("a", 7): drop, ("a", 0, "y"): drop}) == node
