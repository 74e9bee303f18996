"""`lexigraph diff`: what a change does to the graph, for the person who decides on it."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import content_folder, project_here, site_address
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import WrongUse, shared_options, tell

if TYPE_CHECKING:
    from lexigraph.change.report import Places
    from lexigraph.graph import Graph
    from lexigraph.history import NoSuchRevision

__all__ = ["diff"]

_DEFAULT_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_GRAVE = re.compile(r"^  (breaking|careful)(?=: )", re.MULTILINE)
_COLOURS = {"breaking": "red", "careful": "yellow"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """One side: a folder as it is, or as it was in a commit."""

    folder: Path
    commit: str = ""
    """Full hash; empty: as it is."""


@click.command()
@click.argument("base", metavar="[BASE]", required=False)
@click.argument("head", metavar="[HEAD]", required=False)
@click.option("--format", "style", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
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

    Each is a git revision or a folder. Without HEAD it is the working tree, compared with the last commit that it has
    in common with BASE; without BASE that is the main branch. A folder of the same name as a branch is ./NAME.
    """
    from lexigraph.change import report as write
    from lexigraph.check.introduced import compare
    from lexigraph.query.difference import Risk, difference

    before, after = _trees(base, head)
    with Watch() as watch:
        address = site_address(after.folder)  # for both, so that it is no change
        old, new = _loaded(before, address, watch), _loaded(after, address, watch)
        found = difference(old, new)
        made = write.Report(difference=found, checks=compare(new, old), places=_places(after, preview_url))
        text = {"text": write.text, "markdown": write.markdown, "json": write.json}[style](made)
    if output is not None:
        _write(output, text)
    else:
        click.echo(_coloured(text) if style == "text" else text, nl=False)
    failing = {"breaking": {Risk.BREAKING}, "careful": {Risk.BREAKING, Risk.CAREFUL}, "never": set[Risk]()}[fail_on]
    if found.changes and found.risk in failing:
        tell(f"a change is {found.risk}, and --fail-on is {fail_on}")
        click.get_current_context().exit(1)


def _trees(base: str | None, head: str | None) -> tuple[_Tree, _Tree]:
    """The two sides.

    Raises:
        WrongUse: one of them is neither a revision nor a folder.
    """
    from lexigraph.history import NoSuchRevision, merge_base

    folders = [name for name in (base, head) if name is not None and _is_folder(name)]
    content = None if len(folders) == (base is not None) + (head is not None) > 0 else content_folder(None)
    after = _tree(head, content) if head is not None else _Tree(folder=content or content_folder(None))
    if base is None:
        return _default_base(after.folder), after
    if head is not None or _is_folder(base):
        return _tree(base, content), after
    try:
        return _Tree(folder=after.folder, commit=merge_base(after.folder, _revision(base))), after
    except NoSuchRevision as error:
        raise _unknown(error) from error


def _tree(name: str, content: Path | None) -> _Tree:
    from lexigraph.history import NoSuchRevision, commit_of

    if content is None or _is_folder(name):
        return _Tree(folder=content_folder(Path(name)))
    try:
        return _Tree(folder=content, commit=commit_of(content, _revision(name)))
    except NoSuchRevision as error:
        raise _unknown(error) from error


def _default_base(content: Path) -> _Tree:
    """The last commit in common with the main branch."""
    from lexigraph.history import NoSuchRevision, commit_of, merge_base

    try:
        commit_of(content, "HEAD")
    except NoSuchRevision as error:
        if "repository" in error.reason:
            raise _unknown(error) from error
    for name in _DEFAULT_BASES:
        try:
            commit_of(content, name)
        except NoSuchRevision:
            continue
        try:
            return _Tree(folder=content, commit=merge_base(content, name))
        except NoSuchRevision as error:
            raise _unknown(error) from error
    raise WrongUse("there is no main branch to compare with", "name what to compare with: lexigraph diff REVISION")


def _is_folder(name: str) -> bool:
    """Whether the name means a folder.

    Raises:
        WrongUse: it may mean a revision as well.
    """
    if not Path(name).is_dir():
        return False
    if name.startswith((".", "/", "~")) or name.endswith("/"):
        return True
    from lexigraph.history import NoSuchRevision, commit_of

    try:
        commit_of(Path(), name)
    except NoSuchRevision:
        return True
    raise WrongUse(
        f"'{name}' is a folder and a revision", f"write ./{name} for the folder, refs/heads/{name} for a branch"
    )


def _revision(name: str) -> str:
    if "://" in name:
        raise WrongUse(f"{name} is an address", "name a git revision or a folder; sites cannot be compared yet")
    return name


def _unknown(error: "NoSuchRevision") -> WrongUse:
    reason, _, help = error.reason.partition("; ")
    return WrongUse(f"nothing to compare with at '{error.revision}': {reason}", help)


def _loaded(tree: _Tree, address: str, watch: Watch) -> "Graph":
    from lexigraph.history import NoSuchRevision
    from lexigraph.loading import load_graph, load_revision

    workers = os.cpu_count() or 1
    if tree.commit:
        try:
            return load_revision(
                tree.folder, tree.commit, cached_as=tree.folder, workers=workers, progress=watch, base_iri=address
            )
        except NoSuchRevision as error:
            raise _unknown(error) from error
    return load_graph(tree.folder, cached_as=tree.folder, workers=workers, progress=watch, base_iri=address)


def _places(tree: _Tree, preview_url: str) -> "Places":
    """Where the report's links lead, as far as `mkdocs.yml` and git know."""
    from lexigraph.change.report import Places
    from lexigraph.history import NoSuchRevision, commit_of, folder_in_repository

    project = project_here()
    if project is None or project.content != tree.folder.resolve():
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
