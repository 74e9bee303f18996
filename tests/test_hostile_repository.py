"""A repository that means ill: git is asked about it, and nothing in it runs or is written elsewhere."""

import os
import subprocess
from pathlib import Path

import pytest

from lexigraph.history import NoSuchRevision, changed_lines, commit_of, folder_at, is_clean


def _git(folder: Path, *words: str, given: bytes = b"") -> str:
    run = subprocess.run(("git", *words), cwd=folder, input=given, capture_output=True, check=True)
    return run.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository" / "content"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("---\ntitle: A\n---\n\none\n")
    _git(folder.parent, "init", "--quiet", "--initial-branch", "main")
    _git(folder.parent, "config", "user.name", "Somebody")
    _git(folder.parent, "config", "user.email", "somebody@example.org")
    _git(folder.parent, "add", ".")
    _git(folder.parent, "commit", "--quiet", "--message", "One")
    return folder


@pytest.mark.parametrize("program", ["clean", "process"])
@pytest.mark.parametrize("name", ["evil", "a=b", "a.b c"])
def test_no_filter_of_the_repository_runs(program: str, name: str, repository: Path, tmp_path: Path) -> None:
    _git(repository, "config", f"filter.{name}.{program}", f"touch '{tmp_path}/ran'; cat")
    _git(repository, "config", f"filter.{name}.required", "true")
    attribute = name if name.isalpha() else "evil"
    (repository.parent / ".gitattributes").write_text(f"* filter={attribute} diff={attribute}\n")
    (repository.parent / ".git" / "info" / "attributes").write_text('* "filter=a=b"\n* filter=a=b\n')
    (repository / "a.md").write_text("---\ntitle: A\n---\n\ntwo\n")
    os.utime(repository / "a.md", (1, 1))
    assert not is_clean(repository, "a.md")
    assert changed_lines(repository, commit_of(repository, "HEAD")) == {"a.md": (range(5, 6),)}
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "revision", ["^HEAD", "--all", "--output=x", "a\0b", "HEAD..HEAD", "HEAD:content", "-", "x" * 9999]
)
def test_what_names_no_commit_is_no_revision(revision: str, repository: Path) -> None:
    with pytest.raises(NoSuchRevision):
        commit_of(repository, revision)


def test_a_name_that_git_would_take_for_a_pattern_is_a_name(repository: Path) -> None:
    (repository / "a.md").write_text("changed\n")
    assert is_clean(repository, ":(top)*")
    assert not is_clean(repository, "a.md")


def _tree(repository: Path, *rows: tuple[str, str, str]) -> str:
    """Hash of a tree of these rows (mode, name, hash), however wrong."""
    data = b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(hash) for mode, name, hash in rows)
    return _git(repository, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=data)


def test_a_tree_cannot_be_written_through_a_link_out_of_its_copy(repository: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    link = _git(repository, "hash-object", "-w", "--stdin", given=os.fsencode(outside))
    other = _git(repository, "hash-object", "-w", "--stdin", given=b"/etc/hostname")
    text = _git(repository, "hash-object", "-w", "--stdin", given=b"text")
    below = _tree(repository, ("120000", "planted.md", other), ("100644", "written.md", text))
    content = _tree(
        repository, ("120000", "up", link), ("40000", "up", below), ("100644", "..", text), ("100644", "b.md", text)
    )
    commit = _git(repository, "commit-tree", "-m", "Two", _tree(repository, ("40000", "content", content)))
    with folder_at(repository, commit) as copy:
        assert (copy / "b.md").read_text() == "text"
    assert list(outside.iterdir()) == []
