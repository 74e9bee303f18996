"""A workflow's job, run on this machine: each shell step in bash as a runner starts it, each action by a stand-in.

The stand-ins are few and say what they leave out. An expression that the test gives no value for fails it, so that no
step runs with an empty variable by mistake.
"""

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.starter.scratch import ENVIRONMENT

__all__ = ["Job", "Step"]

_INSTALLS = re.compile(r"pip install (\.|\"lexigraph==\d+\.\d+\.\d+\S*\")")
_EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")


@dataclass(frozen=True)
class Step:
    """A shell step that ran."""

    name: str
    status: int
    printed: str


@dataclass
class Job:
    """One job of a workflow."""

    workflow: Path
    name: str
    folder: Path
    """The checkout; its remote `origin` stands for GitHub's."""
    temporary: Path
    """The runner's own folder."""
    values: Mapping[str, str]
    """Expression, as between `${{` and `}}` → its value."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What the runner sets."""
    actions: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, str]]] = field(default_factory=dict)
    """Repository of an action → what stands in for it; it is given the step's `with`, and returns its outputs."""
    programs: Path | None = None
    """A folder with programs that stand in for those of the runner."""
    ran: list[Step] = field(default_factory=list)

    def run(self) -> list[Step]:
        """The shell steps that ran. After one that failed, only those run that say so."""
        made = yaml.safe_load(self.workflow.read_text("utf-8"))
        shell = made.get("defaults", {}).get("run", {}).get("shell", "")
        outputs: dict[str, str] = {}
        failed = False
        for step in made["jobs"][self.name]["steps"]:
            condition = str(step.get("if", "")).removeprefix("${{ ").removesuffix(" }}")
            if not self._holds(condition, outputs, failed=failed):
                continue
            if "uses" in step:
                found = self._used(step, outputs)
            else:
                found = self._shell(step, shell, outputs)
                failed = failed or self.ran[-1].status != 0
            outputs |= {f"steps.{step.get('id')}.outputs.{key}": value for key, value in found.items()}
            outputs[f"steps.{step.get('id')}.outcome"] = "failure" if failed else "success"
        return self.ran

    def _holds(self, condition: str, outputs: Mapping[str, str], *, failed: bool) -> bool:
        """Of `&&` between `!cancelled()` and comparisons of an output with a text: all that is used here."""
        parts = condition.split(" && ") if condition else []
        if failed and "!cancelled()" not in parts:
            return False
        for part in parts:
            if part != "!cancelled()":
                name, sign, text = part.split(" ")
                assert sign in ("==", "!=") and text[0] == text[-1] == "'"
                if (outputs.get(name, "") == text[1:-1]) != (sign == "=="):
                    return False
        return True

    def _used(self, step: Mapping[str, Any], outputs: Mapping[str, str]) -> Mapping[str, str]:
        action = step["uses"].split("@")[0]
        given = {name: self._filled(str(value), outputs) for name, value in step.get("with", {}).items()}
        if action == "actions/upload-artifact" or action == "actions/upload-pages-artifact":
            path = self.folder / given["path"]
            assert path.is_file() or any(path.iterdir()), f"{given['path']} is empty"
            return {}
        stand_in = self.actions.get(action)
        return stand_in(given) if stand_in else {}

    def _shell(self, step: Mapping[str, Any], shell: str, outputs: Mapping[str, str]) -> Mapping[str, str]:
        """Run it; its outputs."""
        text = step["run"].rstrip("\n")
        if text.startswith("pip install"):
            assert _INSTALLS.fullmatch(text), text  # the program that is tested is installed already
            text = ":"
        output = self.temporary / "output"
        output.write_text("")
        script = self.temporary / "step.sh"
        script.write_text(text, "utf-8")
        path = f"{self.programs}:{ENVIRONMENT['PATH']}" if self.programs else ENVIRONMENT["PATH"]
        environment = {
            **ENVIRONMENT, "PATH": path, "HOME": str(self.temporary), "RUNNER_TEMP": str(self.temporary), "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"), **self.variables,
            **{name: self._filled(str(value), outputs) for name, value in step.get("env", {}).items()},
        }  # fmt: skip
        # as runners do. Source: docs.github.com, Workflow syntax, `jobs.<job_id>.steps[*].shell`
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if shell == "bash" else ["bash", "-e"]
        done = subprocess.run(
            [*command, script], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        self.ran.append(Step(str(step.get("name", step["run"])).strip(), done.returncode, done.stdout + done.stderr))
        return dict(line.split("=", 1) for line in output.read_text().splitlines())

    def _filled(self, text: str, outputs: Mapping[str, str]) -> str:
        return _EXPRESSION.sub(lambda found: {**self.values, **outputs}[found[1]], text)
