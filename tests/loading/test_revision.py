"""The content folder as it was in another revision, and with text that is not saved."""

import subprocess
from pathlib import Path

import pytest

from lexigraph.history import NoSuchRevision, commit_of, is_clean, merge_base
from lexigraph.loading import load_graph, load_revision
from tests.worlds import write

ENTRY = "---\ntitle: {}\ndefinition: A thing.\n---\n"


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    return subprocess.run(("git", *identity, *words), cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with `content/t/a.md`, then also `b.md`, on a branch of its own."""
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {"content/t/a.md": ENTRY.format("Alpha"), "content/scheme.yml": "title: Old\n", "x.md": "x"})
    git(tmp_path, "add", "."), git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "checkout", "-qb", "work")
    write(tmp_path, {"content/t/b.md": ENTRY.format("Beta"), "content/scheme.yml": "title: New\n"})
    git(tmp_path, "add", "."), git(tmp_path, "commit", "-qm", "two")
    return tmp_path / "content"


def test_a_revision_is_loaded_with_its_own_scheme(repository: Path) -> None:
    old = load_revision(repository, commit_of(repository, "main"))
    assert list(old.entries) == ["a"]
    assert old.scheme.title == "Old"
    assert old.root == repository.resolve()
    assert old.entries["a"].path == "t/a.md"


def test_a_folder_that_was_not_there_is_empty(repository: Path) -> None:
    later = repository.parent / "later"
    write(later, {"a.md": "a"})
    assert load_revision(later, commit_of(repository, "main")).entries == {}


def test_a_change_is_compared_with_what_the_branches_have_in_common(repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository, {"t/c.md": ENTRY.format("Gamma")})
    git(repository, "add", "."), git(repository, "commit", "-qm", "three"), git(repository, "checkout", "-q", "work")
    base = merge_base(repository, "main")
    assert base == commit_of(repository, "main~1")


def test_before_the_first_commit_there_was_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    content = write(tmp_path / "content", {"a.md": ENTRY.format("Alpha")})
    assert load_revision(content, merge_base(content, "HEAD")).entries == {}


def test_a_clone_without_the_files_says_so(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", tmp_path.as_uri(), str(clone))
    with pytest.raises(NoSuchRevision, match="lacks some of its files"):
        load_revision(clone / "content", commit_of(clone, "origin/main"))


def test_an_unknown_revision_is_named(repository: Path) -> None:
    for typed in ("nowhere", "--upload-pack=x", "-h", ""):
        with pytest.raises(NoSuchRevision, match="no such revision in this clone"):
            commit_of(repository, typed)


def test_a_clone_without_the_common_history_says_what_to_fetch(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", tmp_path.as_uri(), str(clone))
    with pytest.raises(NoSuchRevision, match="fetch-depth: 0"):
        merge_base(clone, "origin/main")


def test_a_link_in_another_revision_leads_nowhere_outside(repository: Path, tmp_path: Path) -> None:
    write(tmp_path, {"secret.md": ENTRY.format("Secret")})
    (repository / "t" / "link.md").symlink_to(tmp_path / "secret.md")
    git(repository, "add", "."), git(repository, "commit", "-qm", "link")
    graph = load_revision(repository, commit_of(repository, "HEAD"))
    assert "link" not in graph.entries
    assert [finding.rule for finding in graph.diagnostics] == ["outside-content"]


def test_a_file_is_clean_until_it_differs_from_the_last_commit(repository: Path, tmp_path: Path) -> None:
    assert is_clean(repository, "t/a.md")
    write(repository, {"t/a.md": "other", "t/new.md": "new"})
    assert not is_clean(repository, "t/a.md")
    assert not is_clean(repository, "t/new.md")


def test_unsaved_text_stands_in_for_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ENTRY.format("Alpha"), "b.md": ENTRY.format("Beta")})
    graph = load_graph(tmp_path, overlay={"a.md": ENTRY.format("Other").encode(), "b.md": None, "c.md": b"Text."})
    assert {id: entry.title for id, entry in graph.entries.items()} == {"a": "Other", "c": "c"}
