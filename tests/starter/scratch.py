"""A git repository with a knowledge base, as a contributor or a workflow has it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["ENVIRONMENT", "PROGRAMS", "commit", "git", "knowledge_base", "run"]

PROGRAMS = Path(sys.executable).parent

ENVIRONMENT = {
    "PATH": f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    "LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
}  # fmt: skip
"""All that a command sees: neither the tester's settings of git nor the runner's own variables."""


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] = ENVIRONMENT) -> subprocess.CompletedProcess[str]:
    """The command, whatever its exit status."""
    env = {"HOME": str(cwd), **env}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def git(folder: Path, *arguments: str) -> str:
    """What git printed; it must succeed."""
    done = run("git", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(folder: Path, files: Mapping[str, str], message: str = "Change") -> None:
    """Write the files and commit everything."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", message)


def knowledge_base(folder: Path) -> Path:
    """What `lexigraph init` writes, committed on the branch `main`; the folder must not be there."""
    return shutil.copytree(Path(_begun().name), folder)


@cache
def _begun() -> tempfile.TemporaryDirectory[str]:
    """One for all, which is copied: the program and git need a second for it."""
    begun = tempfile.TemporaryDirectory(prefix="lexigraph-begun-")
    folder = Path(begun.name)
    done = run(PROGRAMS / "lexigraph", "init", "--title", "Terms", "--repo", "acme/terms", cwd=folder)
    assert done.returncode == 0, done.stderr
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, {}, "Begin")
    return begun
