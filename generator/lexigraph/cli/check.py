"""`lexigraph check`: what is wrong in a knowledge base, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.colour import coloured
from lexigraph.cli.folder import content_folder, display_prefix, project_here
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import WrongUse, shared_options, tell

if TYPE_CHECKING:
    from lexigraph.model import Diagnostic

__all__ = ["FORMATS", "check"]

FORMATS = ("full", "concise", "github", "markdown", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rules run, as typed."""

    select: tuple[str, ...]
    extend: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.option("--info", is_flag=True, help="Print advice too.")
@click.option("--select", metavar="RULES", multiple=True, help="Run these rules instead of the profile's.")
@click.option("--extend", metavar="RULES", multiple=True, help="Run these rules too.")
@click.option("--ignore", metavar="RULES", multiple=True, help="Do not run these rules.")
@click.option("--profile", type=click.Choice(["default", "guest"]), help="guest: only what is broken.")
@shared_options
def check(
    paths: tuple[Path, ...], style: str, *, strict: bool, info: bool, select: tuple[str, ...],
    extend: tuple[str, ...], ignore: tuple[str, ...], profile: str | None,
) -> None:  # fmt: skip
    """Print what is wrong, with place and way out.

    A PATH that holds a scheme.yml, or lies outside the knowledge base, is a knowledge base. Any other PATH narrows
    what is printed; the graph is always whole. RULES are codes, names, letters with digits or groups (E301,
    unknown-entry, W4, 3xx), with commas between.
    """
    selection = Selection(select=_split(select), extend=_split(extend), ignore=_split(ignore), profile=profile)
    bases, narrowed = _sorted_out(paths)
    failed = False
    for content in bases:
        failed |= _check(content, narrowed, selection, style=style, strict=strict, info=info or bool(narrowed))
    if failed:
        click.get_current_context().exit(1)


def _check(
    content: Path, narrowed: tuple[Path, ...], selection: Selection, *, style: str, strict: bool, info: bool
) -> bool:
    """Check one knowledge base; True when there is something that fails."""
    import os

    from lexigraph.check import UnknownRule
    from lexigraph.check import check as find
    from lexigraph.check.report import render, source_lines, summary
    from lexigraph.loading import load_graph
    from lexigraph.model import Severity

    with Watch() as watch:
        graph = load_graph(content, workers=os.cpu_count() or 1, progress=watch)
        try:
            findings: Iterable[Diagnostic] = find(
                graph,
                select=selection.select,
                extend=selection.extend,
                ignore=selection.ignore,
                profile=selection.profile,
            )
        except UnknownRule as error:
            raise WrongUse(str(error)) from error
    if narrowed:
        findings = [finding for finding in findings if _is_below(content / finding.path, narrowed)]
    shown = [finding for finding in findings if info or finding.severity is not Severity.INFO]
    report = render(shown, source_lines(content), style, prefix=display_prefix(content))
    click.echo(coloured(report) if style in ("full", "concise") else report, nl=False)
    tell(summary(findings, len(graph.entries), infos_shown=info))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)


def _sorted_out(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The knowledge bases to check, and the paths that narrow what is printed of the default one."""
    for path in paths:
        if not path.exists():
            raise WrongUse(f"there is no file or folder {path}")
    project = project_here()
    default = (project.content if project else Path("content")).resolve()
    bases = tuple(path for path in paths if _is_base(path, default))
    narrowed = tuple(path.resolve() for path in paths if path not in bases)
    if narrowed and bases:
        raise WrongUse(f"{bases[0]} is a knowledge base of its own", "check it alone")
    return tuple(map(content_folder, bases)) or (content_folder(None),), narrowed


def _is_base(path: Path, default: Path) -> bool:
    if (path / "scheme.yml").is_file() or path.resolve() == default:
        return True
    return not path.resolve().is_relative_to(default)


def _is_below(path: Path, tops: tuple[Path, ...]) -> bool:
    path = path.resolve()
    return any(path.is_relative_to(top) for top in tops)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
