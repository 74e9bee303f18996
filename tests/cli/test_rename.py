import subprocess

import pytest


def git(folder, *words):
    name = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    return subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(here):
    git(here, "init", "-q")
    git(here, "add", "-A")
    git(here, "commit", "-qm", "first")
    return here


PREVIEW = """move  content/ideas/embedding.md -> content/ideas/vector.md
edit  content/ideas/vector.md        + redirect_from: [embedding]
edit  content/methods/rag.md:7:5     embedding -> vector
edit  content/methods/rag.md:10:32   ../ideas/embedding.md -> ../ideas/vector.md
"""


def test_a_rename_is_shown_and_not_done(repository, run):
    result = run("rename", "EMBEDDING", "vector")
    assert (result.exit_code, result.stderr) == (0, "nothing written; repeat with --write\n")
    assert result.stdout == PREVIEW
    assert git(repository, "status", "--short") == ""


def test_it_is_done_when_told_to_and_git_sees_a_move(repository, run):
    result = run("rename", "embedding", "vector", "--write")
    assert (result.exit_code, result.stderr) == (0, "wrote 2 files\n")
    assert (
        git(repository, "status", "--short")
        == "RM content/ideas/embedding.md -> content/ideas/vector.md\n M content/methods/rag.md\n"
    )
    assert run("check", "--base", "HEAD").exit_code == 0
    assert run("show", "embedding").stdout.startswith("Embedding\n")


def test_files_with_uncommitted_changes_are_not_edited(repository, run):
    with (repository / "content/methods/rag.md").open("a") as file:
        file.write("More.\n")
    assert run("rename", "embedding", "vector").exit_code == 0
    result = run("rename", "embedding", "vector", "--write")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "refused: a file to be edited has uncommitted changes\n  content/methods/rag.md\n"
        "  help: commit them first; --force edits them all the same\n"
    )
    assert run("rename", "embedding", "vector", "--write", "--force").exit_code == 0


def test_without_git_it_is_done_too(here, run):
    assert run("rename", "embedding", "vector", "--topic", "methods", "--title", "Vector", "--write").exit_code == 0
    assert (
        (here / "content/methods/vector.md")
        .read_text()
        .startswith(
            "---\ntitle: Vector\naliases: [Embedding]\ndefinition: A list of numbers that stands for the meaning of a text.\n"
            "redirect_from: [embedding, ideas/embedding]\n---\n"
        )
    )


def test_many_places_are_counted(here, run):
    for number in range(20):
        (here / f"content/ideas/x{number}.md").write_text(
            f"---\ntitle: X{number}\ndefinition: Y{number}.\nuses: [rag]\n---\n\n[r](../methods/rag.md)\n"
        )
    lines = run("rename", "rag", "retrieval").stdout.splitlines()
    assert len(lines) == 13
    assert lines[-1] == "      … 30 more places in 15 files, see --all"
    assert len(run("rename", "rag", "retrieval", "--all").stdout.splitlines()) == 42


@pytest.mark.parametrize(("arguments", "stderr"), [
    (["embeding", "x"], "refused: no entry has the name 'embeding'\n  embedding  Embedding  content/ideas/embedding.md\n  help: the nearest are above\n"),
    (["embedding", "rag"], "refused: 'rag' is another entry\n  rag  Retrieval-augmented generation (RAG)  content/methods/rag.md\n  help: to fold one into the other: lexigraph merge embedding rag\n"),
    (["embedding", "Big Name"], "refused: 'Big Name' is no id\n  help: an id is lower-case words joined by hyphens; 'big-name' is one\n"),
    (["embedding", "long-context"], "refused: 'long-context' is a question\n"),
])  # fmt: skip
def test_what_cannot_be_is_refused(here, run, arguments, stderr):
    result = run("rename", *arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith(stderr)


def test_two_entries_become_one(repository, run):
    shown = run("merge", "embedding", "rag")
    assert shown.stdout.splitlines()[0] == "fold  content/ideas/embedding.md -> content/methods/rag.md"
    result = run("merge", "embedding", "rag", "--write")
    assert (result.exit_code, result.stderr) == (0, "wrote 1 file, deleted 1\n")
    assert run("check", "--base", "HEAD", "--ignore", "W202").exit_code == 0
    assert "## Embedding\n\nTexts with one meaning" in (repository / "content/methods/rag.md").read_text()
    assert run("merge", "embedding", "rag").stderr.startswith("refused: both names are those of one entry\n")
