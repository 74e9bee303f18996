"""The hook: pre-commit reads its manifests, and only what a commit introduces stops the commit."""

import sys
from pathlib import Path

import pytest
import yaml

from tests.starter.scratch import ENVIRONMENT, commit, git, knowledge_base, run

ROOT = Path(__file__).parents[2]


def pre_commit(*arguments: str, cwd: Path):
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(cwd.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, env=environment)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A knowledge base whose hook runs the program that is tested, where pre-commit would install the released one."""
    folder = knowledge_base(tmp_path / "base")
    settings = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text())
    hook = settings["repos"][0]["hooks"][0]
    assert hook.pop("additional_dependencies")[0].startswith("lexigraph==")
    hook["language"] = "system"
    commit(folder, {".pre-commit-config.yaml": yaml.safe_dump(settings)})
    return folder


def test_the_hook_for_other_repositories_is_valid():
    done = pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_all_of_them_run_the_same_command(base: Path):
    hooks = [
        yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0],
        *(
            next(
                hook
                for repo in yaml.safe_load(file.read_text())["repos"]
                for hook in repo["hooks"]
                if hook["id"] == "lexigraph-check"
            )
            for file in (ROOT / ".pre-commit-config.yaml", base / ".pre-commit-config.yaml")
        ),
    ]
    assert {hook["entry"].removeprefix(".venv/bin/") for hook in hooks} == {"lexigraph check --base HEAD"}
    assert {(hook["files"], hook["pass_filenames"]) for hook in hooks} == {("^content/", False)}


def test_the_settings_are_valid(base: Path):
    for folder in (ROOT, base):
        assert pre_commit("validate-config", str(folder / ".pre-commit-config.yaml"), cwd=base).returncode == 0


def test_what_a_commit_introduces_stops_it(base: Path):
    (base / "content/basics/more.md").write_text("---\ntitle: More\ndefinition: X.\nuses: [trem]\n---\n")
    git(base, "add", "--all")
    done = pre_commit("run", cwd=base)
    assert done.returncode == 1
    assert "error[E301] no entry has the name 'trem'" in done.stdout and "the nearest is 'term'" in done.stdout


def test_what_was_there_before_does_not(base: Path):
    commit(base, {"content/basics/more.md": "---\ntitle: More\ndefinition: X.\nuses: [trem]\n---\n"})
    (base / "content/basics/more.md").write_text("---\ntitle: More\ndefinition: Y.\nuses: [trem]\n---\n")
    git(base, "add", "--all")
    assert pre_commit("run", cwd=base).returncode == 0


def test_a_commit_of_other_files_is_not_looked_at(base: Path):
    (base / "notes.txt").write_text("x")
    git(base, "add", "--all")
    assert "(no files to check)Skipped" in pre_commit("run", cwd=base).stdout
