"""`lexigraph check`: what is wrong in a knowledge base, and what to do."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexigraph.cli.colour import coloured
from lexigraph.cli.folder import content_folder, display_prefix, project_here, site_address
from lexigraph.cli.progress import Watch
from lexigraph.cli.request import Request, day
from lexigraph.cli.shared import WrongUse, shared_options, tell

if TYPE_CHECKING:
    from lexigraph.graph import Graph
    from lexigraph.model import Diagnostic

__all__ = ["FORMATS", "check"]

FORMATS = ("full", "concise", "github", "markdown", "json")
_RULES: dict[str, Any] = {"metavar": "RULES", "multiple": True, "callback": lambda *given: _split(given[-1])}


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--fix", is_flag=True, help="Mend what can be mended without a change of meaning.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Make the guesses too; read what they did.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.option("--base", metavar="REF", help="Only what came since the last common commit with REF.")
@click.option("--select", help="Run these rules instead of the profile's.", **_RULES)
@click.option("--extend", help="Run these rules too.", **_RULES)
@click.option("--ignore", help="Do not run these rules.", **_RULES)
@click.option("--profile", type=click.Choice(["default", "guest"]), help="guest: only what is broken.")
@click.option("--info", is_flag=True, help="Print advice too.")
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.option("--write-baseline", is_flag=True, help="Write the findings into the scheme's baseline; it only shrinks.")
@click.option("--format", "style", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option(
    "--stdin-filename",
    "stdin_path",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Check the unsaved text of that file, which is read from stdin.",
)
@click.option(
    "--today",
    metavar="DATE",
    callback=day,
    help="The date for rules that read the calendar; by default the real one.",
)
@shared_options
def check(paths: tuple[Path, ...], **options: Any) -> None:
    """Print what is wrong, with place and way out.

    A PATH that holds a scheme.yml, or lies outside the knowledge base, is a knowledge base. Any other PATH narrows
    what is printed; the graph is always whole. RULES are codes, names, letters with digits or groups (E301,
    unknown-entry, W4, 3xx), with commas between.
    """
    request = Request(**options)
    if request.stdin_path is not None:
        failed = _check_unsaved(request.stdin_path, paths, request)
    else:
        bases, narrowed = _sorted_out(paths)
        request = replace(request, narrowed=narrowed)
        _refuse_contradictions(request)
        failed = sum(_check(content, request) for content in bases) > 0  # all of them, not up to the first
    if failed:
        click.get_current_context().exit(1)


def _check(content: Path, request: Request, unsaved: Mapping[str, bytes | None] | None = None) -> bool:
    """Check one knowledge base; True when there is something that fails."""
    from lexigraph.cli.baseline import write_baseline
    from lexigraph.cli.mending import mend, mended_line, with_reasons

    with Watch() as watch:
        workers = os.cpu_count() or 1
        graph = _loaded(content, workers, watch, unsaved)
        before = _before(content, request.base, workers, watch) if request.base is not None else None
        if request.write_baseline:
            graph = write_baseline(graph, request)
        findings, line = _judged(graph, before, request)
        made = mend(graph, before, findings, request) if request.mends else None
        if made is not None:
            findings, line = _judged(made.graph, before, request)
            findings, line = with_reasons(findings, made), mended_line(made, findings, line, request)
    if not request.diff:
        _print(graph, findings, line, request, unsaved)
    tell(line)
    return _fails(findings, request)


def _judged(graph: "Graph", before: "Graph | None", request: Request) -> "tuple[tuple[Diagnostic, ...], str]":
    """The findings, and the line that counts them."""
    from lexigraph.check.report import introduced_line, summary

    if before is None:
        findings = request.findings(graph)
        return findings, summary(findings, len(graph.entries), infos_shown=request.shows_infos)
    comparison = request.compared(graph, before)
    introduced = request.within(graph, comparison.introduced)
    fixed, older = request.within(graph, comparison.fixed), request.within(graph, comparison.older)
    return introduced, introduced_line(introduced, fixed, older)


def _check_unsaved(file: Path, paths: tuple[Path, ...], request: Request) -> bool:
    """Check the knowledge base of a file whose text is on stdin; True when there is something that fails in it."""
    if paths:
        raise WrongUse("--stdin-filename names the file that is checked", "leave the other paths out")
    if request.mends or request.write_baseline:
        raise WrongUse("a text that is not saved cannot be mended", "leave --stdin-filename out")
    place = file.resolve()
    content = _base_of(place)
    data = sys.stdin.buffer.read()
    unsaved = {place.relative_to(content).as_posix(): data}
    return _check(content, replace(request, narrowed=(place,)), unsaved)


def _base_of(file: Path) -> Path:
    """The knowledge base that the file is part of: the default one, else the nearest with a scheme."""
    default = _default()
    if file.is_relative_to(default):
        return default
    for folder in file.parents:
        if (folder / "scheme.yml").is_file():
            return folder
    raise WrongUse(f"{file} is part of no knowledge base", f"it would lie below {default}")


def _loaded(content: Path, workers: int, watch: Watch, unsaved: Mapping[str, bytes | None] | None) -> "Graph":
    from lexigraph.loading import load_graph

    address = site_address(content)
    return load_graph(
        content, cached_as=content, workers=workers, progress=watch, overlay=unsaved, base_iri=address
    )  # fmt: skip


def _before(content: Path, revision: str, workers: int, watch: Watch) -> "Graph":
    """The graph before the change.

    Raises:
        WrongUse: this clone has no such revision, or not the history that leads to it.
    """
    from lexigraph.history import NoSuchRevision, merge_base
    from lexigraph.loading import load_revision

    address = site_address(content)
    try:
        commit = merge_base(content, revision)
        return load_revision(content, commit, cached_as=content, workers=workers, progress=watch, base_iri=address)
    except NoSuchRevision as error:
        reason, _, help = error.reason.partition("; ")
        raise WrongUse(f"nothing to compare with at '{error.revision}': {reason}", help) from error


def _print(
    graph: "Graph", findings: "tuple[Diagnostic, ...]", line: str, request: Request,
    unsaved: Mapping[str, bytes | None] | None,
) -> None:  # fmt: skip
    """Print the findings as asked; for GitHub also into the summary of the job."""
    from lexigraph.check.report import render, source_lines
    from lexigraph.cli.job_summary import add_to_job_summary, touched_lines

    shown, prefix = request.shown(findings), display_prefix(graph.root)
    lines_of = source_lines(graph.root, unsaved)
    if request.style == "github":
        add_to_job_summary(render(shown, lines_of, "markdown", prefix=prefix), line)
        is_touched = touched_lines(graph.root, request.base)
        report = render(shown, lines_of, "github", prefix=prefix, is_touched=is_touched)
    else:
        report = render(shown, lines_of, request.style, prefix=prefix)
    click.echo(coloured(report) if request.style in ("full", "concise") else report, nl=False)


def _fails(findings: "tuple[Diagnostic, ...]", request: Request) -> bool:
    """Whether one of the findings makes the command fail."""
    from lexigraph.model import Severity

    failing = {Severity.ERROR, Severity.WARNING} if request.strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)


def _refuse_contradictions(request: Request) -> None:
    if request.write_baseline and (request.mends or request.narrowed or request.base is not None):
        raise WrongUse("--write-baseline is about the whole knowledge base", "use it alone")


def _sorted_out(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The knowledge bases to check, and the paths that narrow what is printed of the default one."""
    for path in paths:
        if not path.exists():
            raise WrongUse(f"there is no file or folder {path}")
    default = _default()
    bases = tuple(path for path in paths if _is_base(path, default))
    narrowed = tuple(path.resolve() for path in paths if path not in bases)
    if narrowed and bases:
        raise WrongUse(f"{bases[0]} is a knowledge base of its own", "check it alone")
    return tuple(map(content_folder, bases)) or (content_folder(None),), narrowed


def _default() -> Path:
    project = project_here()
    return (project.content if project else Path("content")).resolve()


def _is_base(path: Path, default: Path) -> bool:
    if (path / "scheme.yml").is_file() or path.resolve() == default:
        return True
    return not path.resolve().is_relative_to(default)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
