"""`lexigraph diff` on a real repository, on folders, and on what it cannot compare."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import KNOWLEDGE_BASE, write
from tests.test_history import Repository

RAG = "content/methods/rag.md"
EMBEDDING = "content/ideas/embedding.md"
SETTINGS = (
    "site_name: x\ndocs_dir: content\nrepo_url: https://github.com/example/kb\nsite_url: https://example.org/kb/\n"
)
WITH_ALIAS = KNOWLEDGE_BASE[EMBEDDING].replace("title: Embedding", "title: Embedding\naliases: [vector]")


@pytest.fixture
def repository(here: Path) -> Repository:
    """A repository in the working folder: `main`, and a branch `work` that adds an alias."""
    made = Repository(here)
    made.commit({"mkdocs.yml": SETTINGS})
    made.git("checkout", "-q", "-b", "work")
    made.commit({EMBEDDING: WITH_ALIAS})
    return made


def first_line(result) -> str:
    return result.stdout.splitlines()[0]


def test_the_work_on_a_branch_is_compared_with_main(run, repository: Repository) -> None:
    result = run("diff")
    assert (result.exit_code, first_line(result)) == (0, "1 alias added · safe")
    assert "  Embedding is also called vector\n" in result.stdout
    assert result.stderr == ""


def test_what_is_not_committed_counts(run, repository: Repository) -> None:
    (repository.folder / RAG).unlink()
    assert first_line(run("diff", "HEAD")) == "1 entry removed, 1 question removed, 1 relation removed · breaking"


def test_what_main_did_meanwhile_is_no_change_of_the_branch(run, repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    repository.commit({RAG: None})
    repository.git("checkout", "-q", "work")
    assert first_line(run("diff")) == first_line(run("diff", "main")) == "1 alias added · safe"
    assert first_line(run("diff", "main", "work")).startswith(
        "1 entry added"
    )  # two named trees are compared as they are


def test_two_revisions_are_compared(run, repository: Repository) -> None:
    (repository.folder / RAG).unlink()
    assert first_line(run("diff", "main", "HEAD")) == "1 alias added · safe"
    assert first_line(run("diff", "HEAD", "main")) == "1 alias removed · careful"


def test_origin_comes_before_a_branch_of_ones_own(run, repository: Repository, tmp_path: Path, monkeypatch) -> None:
    repository.git("checkout", "-q", "main")
    repository.git("clone", "-q", str(repository.folder), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    clone = Repository.__new__(Repository)
    clone.folder, clone.day = tmp_path / "clone", 5
    clone.commit({EMBEDDING: WITH_ALIAS})  # on its own `main`, ahead of origin's
    assert first_line(run("diff")) == "1 alias added · safe"


def test_folders_are_compared_with_each_other_and_with_revisions(run, repository: Repository) -> None:
    scheme = KNOWLEDGE_BASE["content/scheme.yml"]
    write(repository.folder, {"old/ideas/embedding.md": KNOWLEDGE_BASE[EMBEDDING], "old/scheme.yml": scheme})
    assert first_line(run("diff", "old", "content")).startswith("1 entry added, 1 question raised, 1 relation added")
    assert first_line(run("diff", "old", "HEAD")).startswith("1 entry added, 1 question raised, 1 relation added")
    assert first_line(run("diff", "main", "./old")).startswith("1 entry removed, 1 question removed")


def test_a_name_that_is_both_is_refused(run, repository: Repository) -> None:
    repository.git("branch", "content")
    result = run("diff", "content")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: 'content' is a folder and a revision\n"
        "  help: write ./content for the folder, refs/heads/content for a branch\n"
    )
    assert run("diff", "refs/heads/content").exit_code == run("diff", "./content").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "error: nothing to compare with at 'nowhere': no such revision in this clone\n"),
        (("HEAD", "nowhere"), "error: nothing to compare with at 'nowhere': no such revision in this clone\n"),
        (("--upload-pack=x",), "error: no such option '--upload-pack'\n"),
        (
            ("http://127.0.0.1:9/",),
            "error: cannot read http://127.0.0.1:9/concepts.json: nobody answers at '127.0.0.1:9'\n",
        ),
        (("HEAD", "-o", "none/report.md"), "error: none/report.md cannot be written: No such file or directory\n"),
    ],
)
def test_what_cannot_be_compared_is_said(run, repository: Repository, arguments: tuple[str, ...], said: str) -> None:
    result = run("diff", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_shallow_clone_is_told_what_to_fetch(run, repository: Repository, tmp_path: Path, monkeypatch) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", "--no-single-branch", repository.folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    result = run("diff", "origin/main")
    assert result.exit_code == 2
    assert "help: fetch it whole: git fetch --unshallow, in a workflow fetch-depth: 0\n" in result.stderr


def test_without_git_it_asks_for_folders(run, here: Path) -> None:
    result = run("diff")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: nothing to compare with at 'HEAD': the folder is in no git repository\n"
        "  help: two folders are compared with lexigraph diff OLD NEW\n"
    )


@pytest.mark.parametrize(
    ("fails_on", "breaking", "careful", "safe"),
    [("breaking", 1, 0, 0), ("careful", 1, 1, 0), ("never", 0, 0, 0)],
)
def test_it_fails_when_asked_to(
    run, repository: Repository, fails_on: str, breaking: int, careful: int, safe: int
) -> None:
    assert run("diff", "--fail-on", fails_on).exit_code == safe
    write(repository.folder, {EMBEDDING: WITH_ALIAS.replace("aliases", "kind: technique\naliases")})
    assert run("diff", "--fail-on", fails_on).exit_code == careful
    (repository.folder / RAG).unlink()
    assert run("diff", "--fail-on", fails_on).exit_code == breaking


def test_the_report_is_written_to_a_file(run, repository: Repository) -> None:
    result = run("diff", "main", "--format", "markdown", "-o", "report.md")
    assert (result.stdout, result.stderr) == ("", "wrote report.md\n")
    made = (repository.folder / "report.md").read_text("utf-8")
    assert made.startswith("<!-- lexigraph-report -->\n### 1 alias added · **safe**\n")
    commit = repository.git("rev-parse", "HEAD")
    assert (
        f"[Embedding](https://github.com/example/kb/blob/{commit}/{EMBEDDING}) ([live](https://example.org/kb/ideas/embedding/))"
        in made
    )


def test_on_a_pull_request_files_are_linked_at_the_head_and_not_at_the_merge_that_github_made(
    run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = repository.git("rev-parse", "HEAD")
    branch = repository.git("branch", "--show-current")
    repository.git("checkout", "-q", "--detach", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", branch)
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    assert f"/blob/{head}/{EMBEDDING})" in run("diff", "main", "--format", "markdown").stdout


def test_json_is_for_programs(run, repository: Repository) -> None:
    found = json.loads(run("diff", "--format", "json").stdout)
    assert [(change["kind"], change["after"]) for change in found["changes"]] == [("alias added", "vector")]
    assert found["checks"]["introduced"] == []


def test_a_preview_is_linked(run, repository: Repository) -> None:
    made = run("diff", "--format", "markdown", "--preview-url", "https://preview.example/7").stdout
    assert "[Embedding](https://preview.example/7/ideas/embedding/)" in made


def test_colour_is_for_terminals(run, repository: Repository) -> None:
    (repository.folder / RAG).unlink()
    assert "\x1b[31m\x1b[1mbreaking\x1b[0m: " in run("--color", "always", "diff").stdout
    assert "\x1b" not in run("diff").stdout


def test_a_list_of_old_findings_is_part_of_the_change(run, repository: Repository) -> None:
    scheme = KNOWLEDGE_BASE["content/scheme.yml"] + "check: {baseline: old.txt}\n"
    repository.commit({"content/scheme.yml": scheme, "content/old.txt": "W402 a b\nW402 a c\n"})
    write(repository.folder, {"content/old.txt": "W402 a b\nW402 a d\n"})
    result = run("diff", "HEAD")
    assert first_line(result) == "1 baseline line added, 1 baseline line removed · careful"
