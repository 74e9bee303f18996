"""A cache that somebody else wrote, or could have: it is not read, and nothing is put there."""

import os
import sqlite3
from pathlib import Path

import pytest

from lexigraph.loading import load_graph
from tests.worlds import write


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEXIGRAPH_CACHE", str(tmp_path / "cache"))
    return write(tmp_path / "content", {"a.md": "---\ntitle: A\n---\n\nText.\n"})


def _titles(content: Path) -> list[str]:
    return [node.title for node in load_graph(content, cached_as=content).entries.values()]


def _forge(content: Path, record: object) -> Path:
    assert _titles(content) == ["A"]
    (file,) = (content.parent / "cache").glob("*.sqlite3")
    connection = sqlite3.connect(file)
    connection.execute("UPDATE record SET data = ?", (record,))
    connection.commit()
    connection.close()
    return file


def test_a_new_folder_is_for_its_user_alone(content: Path) -> None:
    assert _titles(content) == ["A"]
    assert (content.parent / "cache").stat().st_mode & 0o077 == 0


def test_a_forged_record_would_be_believed(content: Path) -> None:
    _forge(content, b"")  # an entry that is not published
    assert _titles(content) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_what_anybody_could_have_written_is_not_read(content: Path) -> None:
    file = _forge(content, b"")
    file.chmod(0o666)
    assert _titles(content) == ["A"]
    file.chmod(0o600)
    file.parent.chmod(0o777)
    assert _titles(content) == ["A"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_a_link_is_no_cache(content: Path, tmp_path: Path) -> None:
    file = _forge(content, b"")
    file.rename(tmp_path / "elsewhere.sqlite3")
    file.symlink_to(tmp_path / "elsewhere.sqlite3")
    assert _titles(content) == ["A"]


@pytest.mark.parametrize("record", ["text", 5, b"\x90", b"\x91" * 100_000])
def test_what_is_no_record_is_parsed_anew(record: object, content: Path) -> None:
    _forge(content, record)
    assert _titles(content) == ["A"]
