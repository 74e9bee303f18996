"""A file that was moved is moved in git's index too, and nothing else is."""

import subprocess
from pathlib import Path

import pytest

from lexigraph.history import moved_in_index
from tests.worlds import write


def git(folder: Path, *words: str) -> str:
    name = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    return subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("old", ["a b.md", "*.md", "ü.md", "-x.md"])
def test_the_index_holds_the_file_under_its_new_name_as_it_was(tmp_path: Path, old: str) -> None:
    write(tmp_path, {f"content/{old}": "one\n", "content/other.md": "two\n"})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    content = tmp_path / "content"
    (content / "new").mkdir()
    (content / old).rename(content / "new/b.md")
    (content / "new/b.md").write_text("one\nmore\n")
    assert moved_in_index(content, old, "new/b.md")
    staged = git(tmp_path, "-c", "core.quotepath=off", "diff", "--cached", "--name-status", "-M").split("\t")
    assert (staged[0], staged[-1].strip()) == ("R100", "content/new/b.md")
    assert git(tmp_path, "diff", "--name-only").split() == ["content/new/b.md"]
    assert "content/other.md" in git(tmp_path, "ls-files")


def test_a_file_that_git_does_not_know_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    assert not moved_in_index(tmp_path, "a.md", "b.md")
    git(tmp_path, "init", "-q")
    assert not moved_in_index(tmp_path, "a.md", "b.md")
    assert git(tmp_path, "ls-files") == ""
