"""The shell of every workflow step runs, in a scratch repository with the workflow's own environment.

Stood in for: GitHub's `gh` (a program that writes down what it was asked and knows of one issue), the actions, and
`pip install`, of which only the form is looked at, for the program under test is installed.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.starter.scratch import commit, git, knowledge_base
from tests.starter.workflow import Job, Step

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"

GH = """\
#!{python}
import json, os, sys
text = ""
if "--body-file" in sys.argv:
    with open(sys.argv[sys.argv.index("--body-file") + 1], encoding="utf-8") as file:
        text = file.read()
with open({log!r}, "a", encoding="utf-8") as file:
    print(json.dumps([sys.argv[1:], text]), file=file)
if sys.argv[1] == "api":
    print({{"Due for review": "9\\n7"}}.get(os.environ["TITLE"], ""))
"""

NEW = """\
---
title: Synonym
kind: concept
definition: A word that says the same as some different word.
broader: [term]
---
Text.
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A knowledge base with the flagship's workflows, and `origin` as GitHub has it."""
    folder = knowledge_base(tmp_path / "base")
    git(folder, "clone", "--quiet", "--bare", ".", str(tmp_path / "origin.git"))
    git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(folder, "fetch", "--quiet", "origin")
    return folder


@pytest.fixture
def job(base: Path, tmp_path: Path) -> Callable[..., Job]:
    """Makes a job of one of the flagship's workflows."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def job(workflow: str, name: str, values: Mapping[str, str] = {}, **options: object) -> Job:
        return Job(WORKFLOWS / workflow, name, base, temporary, values, **options)  # type: ignore[arg-type]

    return job


@pytest.fixture
def gh(tmp_path: Path) -> Callable[[], list[tuple[list[str], str]]]:
    """Puts a `gh` into the folder `programs`; gives what it was asked, with the text that it was given."""
    folder, log = tmp_path / "programs", tmp_path / "gh.jsonl"
    folder.mkdir()
    (folder / "gh").write_text(GH.format(python=shutil.which("python3"), log=str(log)))
    (folder / "gh").chmod(0o755)
    log.touch()
    return lambda: [tuple(json.loads(line)) for line in log.read_text("utf-8").splitlines()]


def statuses(steps: list[Step]) -> dict[str, int]:
    return {step.name.split(".")[0]: step.status for step in steps}


ACCEPTED = "contains(github.event.pull_request.labels.*.name, 'breaking-accepted') && 'yes' || ''"
PULL_REQUEST = {"GITHUB_BASE_REF": "main", "GITHUB_EVENT_NAME": "pull_request"}


def test_a_good_pull_request_passes_and_leaves_report_and_site(base: Path, job):
    git(base, "switch", "--quiet", "--create", "topic")
    commit(base, {"content/basics/synonym.md": NEW})
    ran = job("pull-request.yml", "check", {ACCEPTED: ""}, variables=PULL_REQUEST).run()
    assert [step.status for step in ran] == [0, 0, 0, 0], ran
    report = (base / "report.md").read_text("utf-8")
    assert report.startswith("<!-- lexigraph-report -->\n### 1 entry added")
    assert (base / "site" / "basics" / "synonym" / "index.html").is_file()
    assert "::error" not in ran[-1].printed and "::warning" not in ran[-1].printed


def test_what_a_pull_request_introduces_fails_its_last_step(base: Path, job):
    commit(base, {"content/basics/old.md": "---\ntitle: Old\ndefinition: X.\nuses: [nothing]\n---\n"})
    git(base, "push", "--quiet", "origin", "main")
    git(base, "switch", "--quiet", "--create", "topic")
    commit(base, {"content/basics/synonym.md": NEW.replace("[term]", "[trem]")})
    ran = job("pull-request.yml", "check", {ACCEPTED: ""}, variables=PULL_REQUEST).run()
    assert [step.status for step in ran] == [0, 0, 0, 1], ran
    assert "::error file=content/basics/synonym.md,line=5" in ran[-1].printed and "old.md" not in ran[-1].printed
    assert "trem" in (base.parent / "temporary" / "summary.md").read_text("utf-8")


def test_a_break_that_a_maintainer_accepted_passes(base: Path, job):
    git(base, "switch", "--quiet", "--create", "topic")
    for path in ("content/basics/term.md", "content/basics/definition.md", "content/basics/glossary.md"):
        (base / path).unlink()
    commit(
        base,
        {"content/index.md": "# Terms\n\nText.\n", "content/basics/synonym.md": NEW.replace("broader: [term]\n", "")},
    )
    refused = job("pull-request.yml", "check", {ACCEPTED: ""}, variables=PULL_REQUEST).run()
    accepted = job("pull-request.yml", "check", {ACCEPTED: "yes"}, variables=PULL_REQUEST).run()
    assert (refused[-1].status, accepted[-1].status) == (1, 0)
    assert "title=E701" in refused[-1].printed


def test_the_messages_come_though_the_site_cannot_be_built(base: Path, job):
    git(base, "switch", "--quiet", "--create", "topic")
    commit(base, {"mkdocs.yml": "docs_dir: content\n", "content/basics/synonym.md": NEW.replace("[term]", "[trem]")})
    ran = job("pull-request.yml", "check", {ACCEPTED: ""}, variables=PULL_REQUEST).run()
    assert [step.status != 0 for step in ran] == [False, False, True, True], ran
    assert "::error file=content/basics/synonym.md,line=5" in ran[-1].printed


def test_what_was_merged_is_published(base: Path, job):
    ran = job("publish.yml", "build").run()
    assert [step.status for step in ran] == [0, 0, 0], ran
    assert (base / "site" / "index.html").is_file()


def test_the_last_good_site_stays_when_the_check_fails(base: Path, job):
    commit(base, {"content/basics/synonym.md": NEW.replace("[term]", "[trem]")})
    ran = job("publish.yml", "build").run()
    assert [step.status for step in ran] == [0, 1] and not (base / "site").exists()


def lychee(base: Path, text: str, status: str) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
    def check(given: Mapping[str, str]) -> Mapping[str, str]:
        assert (given["output"], given["fail"]) == ("links.md", "False") and given["args"].endswith(" content")
        (base / "links.md").write_text(text, "utf-8")
        return {"exit_code": status}

    return check


def weekly(base: Path, job, text: str, status: str) -> list[Step]:
    return job(
        "external-links.yml", "links", {"github.token": "secret", "github.repository": "acme/terms", "github.run_id": "1"},
        variables={"GITHUB_REPOSITORY": "acme/terms"}, programs=base.parent / "programs",
        actions={"lycheeverse/lychee-action": lychee(base, text, status)},
    ).run()  # fmt: skip


def test_dead_links_go_into_a_new_issue_and_what_is_not_due_any_more_is_closed(base: Path, job, gh):
    ran = weekly(base, job, "# Dead\n\n- `x`\n", "2")
    assert [step.status for step in ran] == [0, 0, 0], ran
    calls = [(arguments[:2], text) for arguments, text in gh() if arguments[0] == "issue"]
    assert calls == [(["issue", "create"], "# Dead\n\n- `x`\n"), (["issue", "close"], "")]
    assert [arguments[2] for arguments, _ in gh() if arguments[:2] == ["issue", "close"]] == ["7"]


def test_what_is_due_for_review_is_written_into_the_issue_that_is_there(base: Path, job, gh):
    commit(
        base,
        {
            "content/basics/synonym.md": NEW.replace(
                "---\nText", "last_reviewed: 2020-01-01\nreview_every: 30\n---\nText"
            )
        },
    )
    ran = weekly(base, job, "All is well", "0")
    assert [step.status for step in ran] == [0, 0, 0], ran
    calls = [(arguments, text) for arguments, text in gh() if arguments[0] == "issue"]
    assert [arguments[:3] for arguments, _ in calls] == [["issue", "edit", "7"], ["issue", "reopen", "7"]]
    assert "I507" in calls[0][1] and "synonym" in calls[0][1]


ISSUE = """\
### Name

Synonym

### Kind

concept

### Topic

basics

### Definition

A word that says the same as some different word.

### Other names

_No response_

### How it relates to other entries

{relations}

### Sources

_No response_

### Before you send it

- [X] I searched for it under its other names.
"""


def from_issue(base: Path, job, body: str) -> list[Step]:
    event = base.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "body": body, "user": {"login": "ada"}}}), "utf-8")
    values = {
        "github.token": "secret", "github.repository": "acme/terms", "github.event.issue.number": "12",
        "github.event.repository.default_branch": "main",
    }  # fmt: skip
    return job(
        "from-issue.yml", "entry", values, variables={"GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "acme/terms"},
        programs=base.parent / "programs",
    ).run()  # fmt: skip


def test_an_accepted_suggestion_becomes_a_draft_pull_request(base: Path, job, gh):
    hostile = "`touch hacked`, $(touch hacked), '; touch hacked; ', \\\"; touch hacked, ${{ github.token }}"
    ran = from_issue(base, job, ISSUE.format(relations=hostile).replace("\n", "\r\n"))
    assert [step.status for step in ran] == [0, 0, 0, 0, 0], ran
    assert git(base, "show", "--stat", "--format=%an: %s", "origin/main..suggestion-12").startswith(
        "github-actions[bot]: New entry from issue #12"
    )
    text = git(base.parent / "origin.git", "show", "suggestion-12:content/basics/synonym.md")
    assert "title: Synonym" in text and "ada" in text and "touch hacked" in text
    assert not list(base.parent.rglob("hacked"))
    (arguments, body), *others = [call for call in gh() if call[0][:2] == ["pr", "create"]]
    assert "--draft" in arguments and not others and "closes #12" in body
    assert git(base, "status", "--porcelain") == ""


def test_a_suggestion_that_exists_is_answered_on_the_issue(base: Path, job, gh):
    ran = from_issue(base, job, ISSUE.format(relations="").replace("Synonym", "Term"))
    assert [step.status for step in ran] == [0, 0, 0, 0], ran
    ((arguments, body),) = [call for call in gh() if call[0][0] == "issue"]
    assert arguments[:3] == ["issue", "comment", "12"]
    assert body.startswith("No entry could be made from this:\n\n    ") and "exists" in body
    assert git(base, "branch", "--list", "suggestion-12") == ""


def test_every_workflow_with_a_shell_is_run_here():
    tried = {"pull-request.yml", "publish.yml", "external-links.yml", "from-issue.yml"}
    assert {path.name for path in WORKFLOWS.glob("*.yml") if " run: " in path.read_text("utf-8")} == tried | {
        "tests.yml"
    }
