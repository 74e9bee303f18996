"""What every workflow must keep to, in the flagship and in what `lexigraph init` writes."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lexigraph.starter import Settings, repository_files
from lexigraph.starter.pinned import ACTIONS

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
_MADE = {
    f"init/{Path(path).name}": text
    for path, text in repository_files(Settings(title="Terms", install='"lexigraph==1.2.3"')).items()
    if path.startswith(".github/workflows/")
}
WORKFLOWS = {
    **{path.name: path.read_text("utf-8") for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))},
    **_MADE,
}


def linted(path: Path) -> subprocess.CompletedProcess[str]:
    command = [PROGRAMS / "actionlint", "-no-color", "-shellcheck", PROGRAMS / "shellcheck", path]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def steps(text: str) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(text)["jobs"].values():
        yield from job["steps"]


def test_the_flagship_has_every_workflow_and_its_own_tests():
    assert {name for name in WORKFLOWS if "/" not in name} == {name.removeprefix("init/") for name in _MADE} | {
        "tests.yml"
    }


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_finds_nothing(name: str, tmp_path: Path):
    file = tmp_path / Path(name).name
    file.write_text(WORKFLOWS[name], "utf-8")
    found = linted(file)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_actionlint_would_find_a_mistake_and_one_of_the_shell(tmp_path: Path):
    file = tmp_path / "a.yml"
    file.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n      - run: echo $1\n"
    )
    found = linted(file)
    assert found.returncode == 1 and "SC2086" in found.stdout and 'property "nothing" is not defined' in found.stdout


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_the_commit_of_a_release(name: str):
    used = re.findall(r"uses: *(.*)", WORKFLOWS[name])
    assert used and set(used) <= set(ACTIONS.values())


def test_a_pin_is_a_whole_commit_with_its_version_beside_it():
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", pin) for pin in ACTIONS.values())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_strangers_write_reaches_no_shell_and_no_script(name: str):
    for step in steps(WORKFLOWS[name]):
        assert "${{" not in step.get("run", "")
        assert "${{" not in str(step.get("with", {}).get("script", ""))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_says_what_it_may_do_and_leaves_no_credentials_behind(name: str):
    workflow = yaml.safe_load(WORKFLOWS[name])
    assert isinstance(workflow["permissions"], dict)
    assert "pull_request_target" not in WORKFLOWS[name]
    assert all(job.get("timeout-minutes") for job in workflow["jobs"].values())
    checkouts = [step for step in steps(WORKFLOWS[name]) if "actions/checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("prefix", ["", "init/"])
def test_what_runs_a_strangers_files_may_write_nothing(prefix: str):
    assert yaml.safe_load(WORKFLOWS[f"{prefix}pull-request.yml"])["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("prefix", ["", "init/"])
def test_what_may_comment_checks_nothing_out_and_installs_nothing(prefix: str):
    workflow = yaml.safe_load(WORKFLOWS[f"{prefix}report.yml"])
    assert workflow["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step["uses"].split("@")[0] for step in steps(WORKFLOWS[f"{prefix}report.yml"])] == [
        "actions/download-artifact",
        "actions/github-script",
    ]


@pytest.mark.parametrize("prefix", ["", "init/"])
def test_the_report_is_written_by_the_workflow_that_the_comment_waits_for(prefix: str):
    asked, given = (yaml.safe_load(WORKFLOWS[f"{prefix}{name}.yml"]) for name in ("report", "pull-request"))
    assert asked[True]["workflow_run"]["workflows"] == [given["name"]]  # YAML 1.1 reads `on` as true


@pytest.mark.parametrize("prefix", ["", "init/"])
def test_the_script_in_the_workflow_is_the_one_that_is_tested(prefix: str):
    *_, step = steps(WORKFLOWS[f"{prefix}report.yml"])
    assert step["with"]["script"].strip() == (ROOT / "generator/lexigraph/starter/report.js").read_text("utf-8").strip()
