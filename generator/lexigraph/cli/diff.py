"""`lexigraph diff`: what a change does to the graph, for the person who decides on it."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import STYLES, as_csv, rows_of
from lexigraph.cli.folder import project_here
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import WrongUse, shared_options, tell
from lexigraph.cli.trees import Tree, loaded_trees, trees

if TYPE_CHECKING:
    from lexigraph.change.report import Places, Report

__all__ = ["diff"]

_GRAVE = re.compile(r"^  (breaking|careful)(?=: )", re.MULTILINE)
_COLOURS = {"breaking": "red", "careful": "yellow"}


@click.command()
@click.argument("base", metavar="[BASE]", required=False)
@click.argument("head", metavar="[HEAD]", required=False)
@click.option("--format", "style", type=click.Choice(STYLES), default="text", show_default=True)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write the report there."
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "careful", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 when a change is of that class, or of a graver one.",
)
@click.option("--preview-url", metavar="URL", default="", help="Where a site built from the change can be looked at.")
@shared_options  # fmt: skip
def diff(base: str | None, head: str | None, style: str, output: Path | None, fail_on: str, preview_url: str) -> None:
    """Print what changes in the graph from BASE to HEAD, and what that does to other entries.

    Each is a git revision, a folder, a concepts.json or the address of a published site. Without HEAD it is the
    working tree; a revision BASE is then the last commit that both have in common, and without BASE that is the main
    branch. A folder of the same name as a branch is ./NAME.

    \b
    Examples:
      lexigraph diff origin/main
      lexigraph diff https://example.org/glossary/ content
    """
    from lexigraph.change.report import Report
    from lexigraph.check.introduced import compare
    from lexigraph.query.difference import Risk, difference

    before, after = trees(base, head)
    with Watch() as watch:
        old, new = loaded_trees(before, after, watch)
        found = difference(old, new)
        checks = None if before.published or after.published else compare(new, old)  # rules look at files
        text = _text(Report(difference=found, checks=checks, places=_places(after, preview_url)), style)
    if output is not None:
        _write(output, text)
    else:
        click.echo(_coloured(text) if style == "text" else text, nl=False)
    failing = {"breaking": {Risk.BREAKING}, "careful": {Risk.BREAKING, Risk.CAREFUL}, "never": set[Risk]()}[fail_on]
    if found.changes and found.risk in failing:
        tell(f"a change is {found.risk}, and --fail-on is {fail_on}")
        click.get_current_context().exit(1)


def _text(report: "Report", style: str) -> str:
    """The report; as JSON Lines and CSV its changes, a row each."""
    import json

    from lexigraph.change import report as write

    if style == "csv":
        return as_csv(rows_of("Change", report.difference.changes))
    if style == "jsonl":
        changes = json.loads(write.json(report))["changes"]
        return "".join(f"{json.dumps(change, ensure_ascii=False)}\n" for change in changes)
    return {"text": write.text, "markdown": write.markdown, "json": write.json}[style](report)


def _places(tree: Tree, preview_url: str) -> "Places":
    """Where the report's links lead, as far as `mkdocs.yml` and git know."""
    from lexigraph.change.report import Places
    from lexigraph.history import NoSuchRevision, commit_of, folder_in_repository

    project = project_here()
    if project is None or tree.published or project.content.resolve() != tree.folder.resolve():
        return Places(preview_url=preview_url)
    # on a pull request GitHub checks out a merge of its own, which nobody can open later; its second parent stays
    newest = "HEAD^2" if os.environ.get("GITHUB_EVENT_NAME") == "pull_request" else "HEAD"
    commit = tree.commit
    for revision in (newest, "HEAD"):
        with suppress(NoSuchRevision):
            commit = commit or commit_of(tree.folder, revision)
    return Places(
        repo_url=project.repo_url, commit=commit, folder=folder_in_repository(tree.folder), site_url=project.site_url,
        preview_url=preview_url,
    )  # fmt: skip


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUse(f"{file} cannot be written: {error.strerror}", "name a file in a folder that exists") from error
    tell(f"wrote {file}")


def _coloured(text: str) -> str:
    return _GRAVE.sub(lambda found: f"  {click.style(found[1], fg=_COLOURS[found[1]], bold=True)}", text)
