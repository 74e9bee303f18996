import os
import subprocess
import unicodedata
from pathlib import Path

import pytest

from lexigraph.history import NO_HISTORY, read_history, versions


class Repository:
    """A real repository; each commit is made on a day of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.day = 0
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, **variables: str) -> str:
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org",
            "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org", **variables,
        }  # fmt: skip
        run = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments], cwd=self.folder, env=environment, check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        return run.stdout.strip()

    def commit(self, files: dict[str, str | None], subject: str = "a change", author: str = "Ann") -> str:
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.day += 1
        self.git("add", "-A")
        date = f"2026-01-{self.day:02}T12:00:00Z"
        self.git(
            "commit", "-q", "--allow-empty", "-m", subject, GIT_AUTHOR_NAME=author, GIT_COMMITTER_DATE=date,
            GIT_AUTHOR_DATE=date,
        )  # fmt: skip
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


LONG = "".join(f"line {number}\n" for number in range(40))


def test_every_kind_of_change_is_told_newest_first(repository):
    repository.commit({"content/a.md": "one", "content/b.md": LONG, "content/c.md": "x"}, "begin")
    repository.commit({"content/a.md": "two"}, "more", "Bob")
    repository.commit({"content/b.md": None, "content/t/d.md": LONG + "end\n", "content/c.md": None}, "move")
    found = [
        (change.path, change.previous, change.what, change.date.day, change.author, change.subject)
        for change in read_history(repository.folder / "content").changes
    ]
    assert found == [
        ("c.md", "", "removed", 3, "Ann", "move"),
        ("t/d.md", "b.md", "renamed", 3, "Ann", "move"),
        ("a.md", "", "changed", 2, "Bob", "more"),
        ("a.md", "", "added", 1, "Ann", "begin"),
        ("b.md", "", "added", 1, "Ann", "begin"),
        ("c.md", "", "added", 1, "Ann", "begin"),
    ]


def test_a_file_keeps_its_history_when_it_is_renamed(repository):
    repository.commit({"a.md": LONG}, author="Bob")
    repository.commit({"a.md": None, "b.md": LONG})
    repository.commit({"b.md": LONG + "end\n"}, author="Bob")
    history = read_history(repository.folder)
    assert [change.what for change in history.of("b.md")] == ["changed", "renamed", "added"]
    assert history.of("a.md") == ()
    assert history.authors("b.md") == ("Bob", "Ann")


def test_a_new_file_does_not_inherit_the_history_of_a_removed_one(repository):
    repository.commit({"a.md": LONG}, author="Bob")
    repository.commit({"a.md": None})
    repository.commit({"a.md": "something else"})
    history = read_history(repository.folder)
    assert [(change.what, change.author) for change in history.of("a.md")] == [("added", "Ann")]


def test_only_the_content_folder_counts(repository):
    first = repository.commit({"content/a.md": "one", "other.md": "one"})
    repository.commit({"other.md": "two"})
    history = read_history(repository.folder / "content")
    assert [change.path for change in history.changes] == ["a.md"]
    assert (history.commit, history.seconds) == (first, 1767268800)


@pytest.mark.parametrize("name", ["od d.md", 'qu"ote.md', "new\nline.md", "é.md", "-n.md", ":(glob)x.md", "tab\t.md"])
def test_file_names_with_odd_characters_are_whole(repository, name):
    repository.commit({f"content/{name}": "one"})
    assert read_history(repository.folder / "content").last(name).what == "added"


def test_decomposed_names_are_composed(repository):
    repository.commit({unicodedata.normalize("NFD", "é.md"): "one"})
    assert read_history(repository.folder).last("é.md") is not None


def test_what_looks_like_git_in_a_subject_or_name_is_text(repository):
    repository.commit({"a.md": "one"}, "commit 0123\n:100644 M a.md", author="x :100 commit")
    change = read_history(repository.folder).last("a.md")
    assert (change.author, change.subject) == ("x :100 commit", "commit 0123 :100644 M a.md")


def test_names_follow_the_mailmap(repository):
    repository.commit({"a.md": "one", ".mailmap": "Ann Lee <ann@example.org>\n"})
    assert read_history(repository.folder).authors("a.md") == ("Ann Lee",)


def test_a_merge_is_no_change_of_its_own(repository):
    repository.commit({"a.md": "one"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"b.md": "two"}, "side")
    repository.git("checkout", "-q", "main")
    repository.commit({"c.md": "three"}, "main")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert sorted(change.path for change in read_history(repository.folder).changes) == ["a.md", "b.md", "c.md"]


def test_a_shallow_clone_does_not_take_everything_for_new(repository, tmp_path):
    repository.commit({"a.md": "one", "b.md": "one"})
    repository.commit({"b.md": "two"})
    last = repository.commit({"a.md": "two"})
    repository.git("clone", "-q", "--depth", "2", f"file://{repository.folder}", str(tmp_path / "clone"))
    history = read_history(tmp_path / "clone")
    assert [(change.path, change.what) for change in history.changes] == [("a.md", "changed")]
    assert history.commit == last
    assert history.last("b.md") is None


def test_a_submodule_has_its_own_history(repository, tmp_path):
    repository.commit({"a.md": "one"}, author="Bob")
    outer = Repository(tmp_path / "outer")
    outer.commit({"readme.md": "x"})
    outer.git("submodule", "--quiet", "add", f"file://{repository.folder}", "content")
    outer.commit({})
    history = read_history(outer.folder / "content")
    assert [(change.path, change.author) for change in history.changes] == [("a.md", "Bob")]


def test_without_git_or_commits_there_is_no_history(tmp_path):
    assert read_history(tmp_path) == NO_HISTORY
    empty = Repository(tmp_path / "empty")
    assert read_history(empty.folder) == NO_HISTORY
    assert NO_HISTORY.of("a.md") == ()
    assert NO_HISTORY.last("a.md") is None


def test_variables_of_a_hook_do_not_lead_to_another_repository(repository, tmp_path, monkeypatch):
    repository.commit({"a.md": "one"})
    other = Repository(tmp_path / "other")
    other.commit({"b.md": "one"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert [change.path for change in read_history(repository.folder).changes] == ["a.md"]


def test_settings_of_the_repository_start_no_program(repository):
    repository.commit({"a.md": "one"})
    ran = repository.folder / "ran"
    repository.git("config", "core.fsmonitor", f"touch {ran}; false")
    repository.git("config", "diff.external", f"touch {ran}; false")
    repository.git("config", "core.pager", f"touch {ran}")
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "gpg.program", f"touch {ran}")
    assert [change.path for change in read_history(repository.folder).changes] == ["a.md"]
    assert not ran.exists()


def test_versions_are_what_stood_in_the_file(repository):
    repository.commit({"a.md": "one\n"})
    repository.commit({"a.md": "two\nlines"})
    newest, oldest = read_history(repository.folder).changes
    found = versions(repository.folder, [newest.after, newest.before, "0" * 40, ""])
    assert found == {newest.after: b"two\nlines", newest.before: b"one\n"}
    assert newest.before == oldest.after
