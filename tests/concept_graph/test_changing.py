"""Changes are planned by the methods of a graph, and written only when they are applied."""

from pathlib import Path

import pytest
from tests.worlds import write

import lexigraph

WORLD = {
    "scheme.yml": "title: T\n",
    "a/lora.md": "---\ntitle: LoRA\ndefinition: Low-rank updates.\nuses: [matrix]\n---\n",
    "a/matrix.md": '---\ntitle: Matrix\ndefinition: Rows and columns.\naliases: [table, ""]\n---\n\nSee [[lora]] and a gradient.\n',
}


def test_a_rename_is_a_change_set(tmp_path: Path) -> None:
    graph = lexigraph.load(write(tmp_path, WORLD), cache=False)
    change = graph.rename("LORA", "low-rank-adaptation")
    assert [(each.kind, each.subject) for each in change.changes if "renamed" in each.kind] == [
        ("entry renamed", "low-rank-adaptation")
    ]
    assert [(edit.path, edit.span.line) for edit in change.edits] == [("a/lora.md", 5), ("a/matrix.md", 7)]
    assert "rename" not in change.diff()
    assert "+redirect_from: [lora]" in change.diff()
    assert (tmp_path / "a/lora.md").exists()
    assert change.apply() == ("a/low-rank-adaptation.md", "a/matrix.md")
    assert lexigraph.load(tmp_path, cache=False)["lora"].id == "low-rank-adaptation"


def test_a_merge_is_one(tmp_path: Path) -> None:
    graph = lexigraph.load(write(tmp_path, WORLD), cache=False)
    graph.merge("lora", "matrix").apply()
    after = lexigraph.load(tmp_path, cache=False)
    assert [entry.id for entry in after] == ["matrix"]
    assert after["LoRA"].id == "matrix"


def test_a_new_entry_is_one(tmp_path: Path) -> None:
    graph = lexigraph.load(write(tmp_path, WORLD), cache=False)
    change = graph.new("Gradient", definition="The slope.")
    assert change.apply() == ("a/gradient.md",)
    assert lexigraph.load(tmp_path, cache=False)["gradient"].status == "draft"
    with pytest.raises(lexigraph.CannotChange, match="this name exists"):
        graph.new("LoRA", definition="The same.")


def test_fixes_are_one(tmp_path: Path) -> None:
    graph = lexigraph.load(write(tmp_path, WORLD), cache=False)
    assert '-aliases: [table, ""]\n+aliases: [table]\n' in graph.fix().diff()


def test_an_unknown_name_is_refused_with_the_nearest(tmp_path: Path) -> None:
    graph = lexigraph.load(write(tmp_path, WORLD), cache=False)
    with pytest.raises(lexigraph.CannotChange) as refusal:
        graph.rename("matrx", "grid")
    assert refusal.value.entries == ("matrix",)


def test_a_new_entry_is_the_only_change_where_fields_have_foreign_names(tmp_path: Path) -> None:
    files = {"a/lora.md": "---\nterm: LoRA\nshort: Low-rank updates.\n---\n"}
    graph = lexigraph.load(write(tmp_path, files), fields={"title": "term", "definition": "short"}, cache=False)
    change = graph.new("Gradient", definition="A slope.", topic="a")
    assert [(each.kind, each.subject) for each in change.changes] == [("entry added", "gradient")]
