"""A graph from the cache is the graph from the files, and nothing in the cache can be in the way."""

import os
import sqlite3
from importlib import metadata
from pathlib import Path

import msgspec
import pytest

from lexigraph.graph import Graph
from lexigraph.loading import load_graph, parsing
from lexigraph.loading.cache import _PARSERS, Cache, _installed, _parser_version
from lexigraph.model import SourceFile
from tests.worlds import write

ENTRY = "---\ntitle: {}\ndefinition: A thing.\n---\n\nText.\n"


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEXIGRAPH_CACHE", str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", {"t/a.md": ENTRY.format("Alpha"), "t/b.md": ENTRY.format("Beta")})


def loaded(content: Path) -> Graph:
    return load_graph(content, cached_as=content)


def parsed_by(content: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Load, and name the files that were not in the cache."""
    asked: list[str] = []
    parse = parsing._parsed

    def watched(files, scheme, workers):  # type: ignore[no-untyped-def]
        asked.extend(file.path for file in files)
        return parse(files, scheme, workers)

    with monkeypatch.context() as patch:
        patch.setattr(parsing, "_parsed", watched)
        loaded(content)
    return asked


def test_a_file_is_parsed_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed_by(content, monkeypatch) == ["t/a.md", "t/b.md"]
    assert parsed_by(content, monkeypatch) == []


def test_a_changed_file_is_parsed_again_and_no_other(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(content)
    write(content, {"t/b.md": ENTRY.format("Other")})
    assert parsed_by(content, monkeypatch) == ["t/b.md"]
    assert loaded(content).entries["b"].title == "Other"


def test_another_scheme_makes_other_entries(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(content)
    write(content, {"scheme.yml": "kinds: [poem]\n"})
    assert parsed_by(content, monkeypatch) == ["t/a.md", "t/b.md"]


def test_a_moved_file_is_another_file(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(content)
    (content / "t/b.md").rename(content / "t/c.md")
    assert parsed_by(content, monkeypatch) == ["t/c.md"]


def test_the_flagship_from_the_cache_equals_the_flagship_from_its_files() -> None:
    content = Path(__file__).parents[2] / "content"
    plain, cold, warm = load_graph(content), loaded(content), loaded(content)
    assert cold == plain
    assert warm == plain
    assert warm.mentions == plain.mentions
    assert warm.backlinks == plain.backlinks


def test_a_file_that_is_not_published_stays_so(content: Path) -> None:
    write(content, {"t/a.md": "---\ntitle: Alpha\npublish: false\n---\n"})
    assert list(loaded(content).entries) == list(loaded(content).entries) == ["b"]


def test_a_library_that_was_installed_without_its_metadata_stops_nothing(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lexigraph.loading.cache._PARSERS", ("a-distribution-that-is-not-there",))
    _parser_version.cache_clear()
    try:
        assert list(loaded(content).entries) == ["a", "b"]
    finally:
        _parser_version.cache_clear()


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 4000])
def test_a_broken_cache_is_no_cache(content: Path, caches: Path, damage: bytes) -> None:
    loaded(content)
    (file,) = caches.iterdir()
    file.write_bytes(damage)
    assert list(loaded(content).entries) == ["a", "b"]
    assert list(loaded(content).entries) == ["a", "b"]


def test_broken_records_are_parsed_again(content: Path, caches: Path) -> None:
    loaded(content)
    (file,) = caches.iterdir()
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE record SET data = ?", (b"\x93\x01",))
    connection.close()
    assert list(loaded(content).entries) == ["a", "b"]


def test_another_parser_makes_other_entries(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(content)
    monkeypatch.setattr("lexigraph.loading.cache._FORMAT", "another")
    _parser_version.cache_clear()
    try:
        assert parsed_by(content, monkeypatch) == ["t/a.md", "t/b.md"]
    finally:
        _parser_version.cache_clear()


def test_the_versions_of_the_libraries_that_parse_are_known() -> None:
    installed = _installed()
    assert {name: metadata.version(name) for name in _PARSERS} == {name: installed[name] for name in _PARSERS}


def test_a_record_whose_second_part_is_broken_is_parsed_again_when_it_is_asked_for(content: Path, caches: Path) -> None:
    before = loaded(content).entries["a"].parsed
    (file,) = caches.iterdir()
    connection = sqlite3.connect(file)
    with connection:
        for key, data in connection.execute("SELECT key, data FROM record").fetchall():
            head = msgspec.msgpack.decode(data)
            broken = msgspec.msgpack.encode([*head[:-1], b"\x93\x01"])
            connection.execute("UPDATE record SET data = ? WHERE key = ?", (broken, key))
    connection.close()
    after = loaded(content).entries["a"].parsed
    assert after.source == before.source == "\nText.\n"
    assert after == before


def test_a_cache_that_cannot_be_written_is_done_without(content: Path, caches: Path) -> None:
    caches.write_text("a file where the folder should be")
    assert list(loaded(content).entries) == ["a", "b"]


def test_records_of_other_branches_stay_until_they_are_many(content: Path, caches: Path) -> None:
    cache = Cache(content)
    files = [SourceFile(path=f"{number}.md", data=b"") for number in range(3000)]
    keys = cache.keys(files)
    cache.keep(dict.fromkeys(keys[:1000], b"x"))
    cache.keep(dict.fromkeys(keys[1000:1015], b"y"), used=keys[1000:1015])
    assert len(cache.known(keys)) == 1015
    cache.keep(dict.fromkeys(keys[1015:1100], b"z"), used=keys[1090:1100])
    assert set(cache.known(keys)) == set(keys[1090:1100])


def test_the_caches_of_folders_that_nobody_loads_go(content: Path, caches: Path) -> None:
    caches.mkdir()
    old = caches / "old.sqlite3"
    old.touch()
    os.utime(old, (0, 0))
    loaded(content)
    assert not old.exists()
