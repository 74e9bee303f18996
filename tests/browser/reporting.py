"""The script of the trusted workflow, run in Chromium with a GitHub that is a few lists."""

import base64
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from playwright.sync_api import Page

__all__ = ["BOT", "MARK", "STOP", "Ran", "Reporter", "places", "pull", "shown", "written"]

MARK = "<!-- lexigraph-report -->"
STOP = "\u200b"
BOT = "github-actions[bot]"
HEAD = "a" * 40

_RUN = """
async ({script, given}) => {
  const calls = [], said = [];
  const bytes = given.report === null ? null : Uint8Array.from(atob(given.report), char => char.charCodeAt(0));
  const fs = {
    lstatSync: () => { if (!bytes) throw new Error('no such file'); return {isFile: () => given.ordinary, size: bytes.length}; },
    readdirSync: () => given.files,
    readFileSync: () => bytes,
  };
  const list = name => async options => { calls.push([name, options]); return given[name]; };
  const github = {
    paginate: (method, options) => method(options),
    rest: {
      pulls: {list: list('pulls')},
      issues: {
        listComments: list('comments'),
        createComment: async options => { calls.push(['create', options]); },
        updateComment: async options => { calls.push(['update', options]); },
      },
    },
  };
  const context = {
    repo: {owner: given.owner, repo: given.repository}, serverUrl: 'https://github.com', payload: {workflow_run: given.run},
  };
  const core = {info: text => said.push(text), warning: text => said.push(text)};
  const process = {env: {PLACES: 'https://acme.github.io/terms/\\nhttps://preview.example.org/'}};
  const AsyncFunction = (async () => {}).constructor;
  const start = performance.now();
  await new AsyncFunction('github', 'context', 'core', 'require', 'process', script)(github, context, core, () => fs, process);
  return {calls, said, milliseconds: performance.now() - start};
}
"""


@dataclass(frozen=True)
class Ran:
    """What the script did."""

    calls: list[tuple[str, dict[str, Any]]]
    """What it asked of GitHub, in order."""
    said: list[str]
    """What it logged."""
    milliseconds: float

    @property
    def writes(self) -> list[tuple[str, dict[str, Any]]]:
        """The calls that change something."""
        return [call for call in self.calls if call[0] in ("create", "update")]

    @property
    def body(self) -> str:
        """What it wrote, without the marker; empty when it wrote nothing."""
        texts = [options["body"] for _, options in self.writes]
        return texts[0].removeprefix(MARK).strip("\n") if texts else ""


@dataclass
class Reporter:
    """Runs the script; by default on the newest commit of an open pull request from a fork, without a comment yet."""

    page: Page
    own: str = "Acme/terms"
    """The repository."""
    script: str = field(default_factory=lambda: (files("lexigraph.starter") / "report.js").read_text("utf-8"))

    def __call__(
        self, report: str | bytes | None, *, ordinary: bool = True, names: tuple[str, ...] = ("report.md",),
        comments: list[dict[str, Any]] | None = None, pulls: list[dict[str, Any]] | None = None, marked: bool = True,
    ) -> Ran:  # fmt: skip
        if isinstance(report, str):
            report = (f"{MARK}\n{report}" if marked else report).encode()
        owner, _, repository = self.own.partition("/")
        given = {
            "owner": owner, "repository": repository,
            "report": None if report is None else base64.b64encode(report).decode(),
            "ordinary": ordinary, "files": list(names), "comments": comments or [],
            "pulls": [pull()] if pulls is None else pulls,
            "run": {
                "head_sha": HEAD, "head_branch": "patch-1",
                "head_repository": {"id": 7, "owner": {"login": "ada"}},
            },
        }  # fmt: skip
        found = self.page.evaluate(_RUN, {"script": self.script, "given": given})
        return Ran([(name, options) for name, options in found["calls"]], found["said"], found["milliseconds"])


def pull(number: int = 12, sha: str = HEAD, repository: int = 7) -> dict[str, Any]:
    """A pull request as GitHub lists it."""
    return {"number": number, "head": {"sha": sha, "repo": {"id": repository}}}


def written(body: str, login: str = BOT, number: int = 5) -> dict[str, Any]:
    """A comment as GitHub lists it."""
    return {"id": number, "user": {"login": login}, "body": body}


def places(markdown: str) -> list[str]:
    """Where a reader of the comment could be led: what GitHub's own parser makes links and images of."""
    html = github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    found: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: found.extend(
        value or "" for name, value in attrs if name in ("href", "src")
    )  # type: ignore[method-assign]
    reader.feed(html)
    return found


def shown(markdown: str) -> str:
    """What GitHub makes of it, without the characters that show nothing."""
    return github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE).replace(STOP, "")
