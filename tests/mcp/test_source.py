"""A server's graph follows its files."""

from pathlib import Path

import pytest

import lexigraph
from lexigraph.mcp.source import Source
from tests.worlds import write


def test_a_server_follows_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("lexigraph.mcp.source._PAUSE", 0.0)
    content = write(tmp_path / "content", {"a.md": "# First\n"})
    source = Source(lexigraph.load(content), again=lambda: lexigraph.load(content))
    assert [entry.title for entry in source.graph] == ["First"]
    same = source.graph
    assert source.graph is same
    write(content, {"b.md": "# Second\n"})
    assert [entry.title for entry in source.graph] == ["First", "Second"]
    (content / "a.md").unlink()
    assert [entry.title for entry in source.graph] == ["Second"]


def test_a_server_keeps_its_graph_while_the_folder_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("lexigraph.mcp.source._PAUSE", 0.0)
    content = write(tmp_path / "content", {"a.md": "# First\n"})
    source = Source(lexigraph.load(content), again=lambda: lexigraph.load(content))
    content.rename(tmp_path / "away")
    assert [entry.title for entry in source.graph] == ["First"]
