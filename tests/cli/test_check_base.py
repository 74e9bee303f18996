"""`lexigraph check --base`: only what the change introduced is printed and decides."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import write

BROKEN = "---\ntitle: X\ndefinition: What X is.\nuses: [gone]\n---\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout


@pytest.fixture
def cloned(here, monkeypatch):
    """A repository whose first commit has an old finding."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write(here, {"content/old.md": BROKEN.replace("X", "Old").replace("gone", "lost")})
    git(here, "init", "--quiet", "--initial-branch=main")
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "--message=begin")
    return here


def test_nothing_new_passes_whatever_was_there(cloned, run):
    result = run("check", "--base", "main", "--ignore", "I")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "introduced: nothing · fixed: 0 · older, not shown: 1\n"


def test_only_what_is_new_is_printed_and_fails(cloned, run):
    write(cloned, {"content/x.md": BROKEN})
    result = run("check", "--base", "main", "--ignore", "I", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout == "content/x.md:4:8: error[E301] no entry has the name 'gone'\n"
    assert result.stderr == "introduced: 1 error · fixed: 0 · older, not shown: 1\n"


def test_what_was_mended_is_counted(cloned, run):
    write(cloned, {"content/old.md": BROKEN.replace("X", "Old").replace("gone", "rag")})
    assert (
        run("check", "--base", "HEAD", "--ignore", "I").stderr
        == "introduced: nothing · fixed: 1 · older, not shown: 0\n"
    )


def test_the_comparison_is_with_the_common_ancestor(cloned, run):
    git(cloned, "switch", "--quiet", "--create=change")
    write(cloned, {"content/x.md": BROKEN})
    git(cloned, "add", "--all")
    git(cloned, "commit", "--quiet", "--message=change")
    git(cloned, "switch", "--quiet", "main")
    (cloned / "content" / "old.md").unlink()
    git(cloned, "commit", "--quiet", "--all", "--message=mended meanwhile")
    git(cloned, "switch", "--quiet", "change")
    assert (
        run("check", "--base", "main", "--ignore", "I").stderr
        == "introduced: 1 error · fixed: 0 · older, not shown: 1\n"
    )


def test_rules_about_changes_run_with_a_base_only(cloned, run):
    (cloned / "content" / "ideas" / "embedding.md").rename(cloned / "content" / "ideas" / "vector.md")
    assert "E701" in run("check", "--base", "HEAD", "--format", "concise").stdout
    assert "E701" not in run("check", "--format", "concise").stdout


def test_advice_that_the_change_introduced_is_printed_and_fails_nothing(cloned, run):
    write(cloned, {"content/ideas/b.md": "---\ntitle: B\ndefinition: not a list.\nrelated: [RAG]\n---\n"})
    result = run("check", "--base", "HEAD", "--select", "I410", "--format", "concise")
    assert result.exit_code == 0
    assert "content/ideas/b.md:4:11: info[I410]" in result.stdout


@pytest.mark.parametrize("revision", ["nothing", "", "--help", "-x", "HEAD~9", "$(touch pwned)", "a b", "HEAD:content"])
def test_a_revision_that_is_none_is_wrong_use(cloned, run, revision):
    result = run("check", f"--base={revision}")
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: nothing to compare with at '{revision}': no such revision in this clone\n"
        "  help: fetch it first, or name another: 'git branch --all' lists branches\n"
    )
    assert not (cloned / "pwned").exists()


def test_a_folder_without_git_is_wrong_use(here, run):
    result = run("check", "--base", "main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: nothing to compare with at 'main': the folder is in no git repository\n"
        "  help: two folders are compared with lexigraph diff OLD NEW\n"
    )


def test_a_shallow_clone_is_told_to_fetch_all(cloned, run, tmp_path, monkeypatch):
    write(cloned, {"content/x.md": BROKEN})
    git(cloned, "add", "--all")
    git(cloned, "commit", "--quiet", "--message=more")
    git(cloned, "clone", "--quiet", "--depth=1", f"file://{cloned}", "shallow")
    monkeypatch.chdir(cloned / "shallow")
    result = run("check", "--base", "origin/elsewhere")
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


def test_only_what_is_introduced_is_fixed(cloned, run):
    spaced = "---\ntitle: Tea\nTags: []\ndefinition: A drink.\nuses: [rag]\n---\n"
    write(cloned, {"content/tea.md": spaced})
    git(cloned, "add", "--all")
    git(cloned, "commit", "--quiet", "--message=more")
    write(cloned, {"content/coffee.md": spaced.replace("Tea", "Coffee")})
    result = run("check", "--base", "HEAD", "--fix", "--select", "W012,W008")
    assert result.exit_code == 0
    assert (cloned / "content/tea.md").read_text() == spaced
    assert "Tags" not in (cloned / "content/coffee.md").read_text()
    assert all(line.startswith("fixed content/coffee.md:3:") for line in result.stdout.splitlines())


def test_on_github_the_touched_lines_come_first_and_the_summary_has_all(cloned, run, monkeypatch):
    summary = cloned / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (cloned / "content/methods/rag.md").unlink()
    many = "".join(f"  - gone{number}\n" for number in range(14))
    write(
        cloned,
        {
            "content/a.md": f"---\ntitle: A\ndefinition: One.\nuses:\n{many}---\n",
            "content/old.md": f"---\ntitle: Old\ndefinition: One.\nuses:\n{many}---\n",
        },
    )
    git(cloned, "add", "--intent-to-add", "content/a.md")
    lines = run("check", "--base", "HEAD", "--select", "E301", "--format", "github").stdout.splitlines()
    assert [line.partition(",")[0] for line in lines[:10]] == ["::error file=content/a.md"] * 10
    assert lines[10:] == ["4 more in the summary of the job"]
    assert summary.read_text().count("name 'gone13'") == 1
    assert summary.read_text().startswith("### lexigraph check\n\n| where | what |")
    assert summary.read_text().endswith("introduced: 28 errors · fixed: 1 · older, not shown: 0\n\n")
