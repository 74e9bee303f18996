"""What a change is to somebody who asks from Python."""

import pytest
from tests.worlds import concepts, write

import lexigraph
from lexigraph.change import FileChanged, plan
from lexigraph.concept_graph import ChangeSet
from lexigraph.loading import load_graph

ENTRY = "---\ntitle: {}\ndefinition: A thing.\n---\n"


def test_two_graphs_are_compared() -> None:
    change = lexigraph.diff(concepts({"a.md": ENTRY.format("A")}), concepts({"a.md": ENTRY.format("Alpha")}))
    assert [(each.kind, each.subject, each.before, each.after, each.risk) for each in change.changes] == [
        ("title changed", "a", "A", "Alpha", "careful")
    ]
    assert (change.risk, change.edits, change.diff(), change.apply(), len(change)) == ("careful", (), "", (), 1)
    assert change.to_markdown().startswith("<!-- lexigraph-report -->\n### 1 title changed · **careful**\n")


def test_nothing_changes_between_a_graph_and_itself() -> None:
    graph = concepts({"a.md": ENTRY.format("A")})
    change = lexigraph.diff(graph, graph)
    assert not change
    assert (len(change), change.risk) == (0, "safe")


def test_change_sets_compare_by_value() -> None:
    def change() -> ChangeSet:
        return lexigraph.diff(concepts({"a.md": ENTRY.format("A")}), concepts({}))

    assert change() == change()
    assert change() != lexigraph.diff(concepts({}), concepts({}))


def test_a_planned_change_is_looked_at_and_then_written(tmp_path) -> None:
    write(tmp_path, {"a.md": ENTRY.format("A")})
    rewrite = plan(tmp_path, created={"b.md": ENTRY.format("B")})
    change = ChangeSet.planned(load_graph(tmp_path), load_graph(tmp_path, overlay=rewrite.after), rewrite)
    assert [(each.kind, each.subject) for each in change.changes] == [("entry added", "b")]
    assert "+++ b/b.md" in change.diff()
    assert not (tmp_path / "b.md").exists()
    assert change.apply() == ("b.md",)
    assert lexigraph.load(tmp_path)["B"].id == "b"


def test_what_changed_in_the_meantime_is_not_written_over(tmp_path) -> None:
    write(tmp_path, {"a.md": ENTRY.format("A")})
    rewrite = plan(tmp_path, removed=["a.md"])
    change = ChangeSet.planned(load_graph(tmp_path), load_graph(tmp_path, overlay=rewrite.after), rewrite)
    write(tmp_path, {"a.md": ENTRY.format("Other")})
    with pytest.raises(FileChanged):
        change.apply()
