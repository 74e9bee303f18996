"""A contributor's terminal: what was typed and what was answered, the same on every machine."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.starter.scratch import ENVIRONMENT, commit, git

__all__ = ["Terminal", "clone_of"]

_COUNT = re.compile(r"(?<=not shown: )\d+|\d+(?= older untouched)")
"""How many findings the knowledge base had before: not what a transcript is about."""


def clone_of(project: Path, folder: Path) -> Path:
    """A clone of a repository that holds the knowledge base of the project, on its main branch."""
    upstream = folder / "upstream"
    shutil.copytree(project / "content", upstream / "content")
    shutil.copy(project / "mkdocs.yml", upstream)
    git(upstream, "init", "--quiet", "--initial-branch", "main")
    commit(upstream, {})
    git(folder, "clone", "--quiet", str(upstream), "clone")
    return folder / "clone"


class Terminal:
    """Commands in a folder, with all that they print."""

    def __init__(self, folder: Path, cache: Path, date: str) -> None:
        self.folder = folder
        self.environment: Mapping[str, str] = {
            **ENVIRONMENT, "HOME": str(cache), "LEXIGRAPH_CACHE": str(cache), "COLUMNS": "100", "NO_COLOR": "1",
        }  # fmt: skip
        self.date = date
        self.blocks: list[str] = []

    def types(self, command: str) -> int:
        """Run the command; its exit status. The transcript leaves out the day that was passed off as today."""
        words = shlex.split(command)
        if words[:2] == ["lexigraph", "check"]:
            words += ["--today", self.date]
        done = subprocess.run(
            words, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        self.blocks.append(f"$ {command}\n{_COUNT.sub('…', done.stdout)}")
        return done.returncode

    def writes(self, path: str, lines: Sequence[str]) -> None:
        """Save the file as an editor does, and look at it."""
        (self.folder / path).write_text("".join(f"{line}\n" for line in lines), "utf-8")
        assert self.types(f"cat {path}") == 0

    def edits(self, path: str, old: str, new: str) -> None:
        """Put one text in place of another, which the file holds once."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")

    @property
    def transcript(self) -> str:
        """Everything that was typed and answered."""
        return "\n".join(self.blocks)
