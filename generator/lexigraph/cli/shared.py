"""What every verb has in common: its options, its way of refusing, its one line about loading."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lexigraph.wording import counted, harmless

if TYPE_CHECKING:
    from lexigraph.graph import Graph
    from lexigraph.model import MissingExtra

__all__ = [
    "Refused",
    "Stopped",
    "WrongUse",
    "be_quiet",
    "harmless_lines",
    "is_quiet",
    "mention_problems",
    "not_installed",
    "shared_options",
    "tell",
]

_QUIET = "lexigraph.quiet"
_AFTER_LOADING = tuple(f"{group}xx" for group in range(1, 9))
"""The groups of rules that see the graph, not one file."""

_STALE = "stale-copy"
"""The rule that says that a site could not be reached."""

Function = TypeVar("Function", bound=Callable[..., Any])


class WrongUse(click.ClickException):
    """The program was asked for what cannot be: exit status 2."""

    exit_code = 2

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help

    def show(self, file: Any = None) -> None:
        """Say what is wrong and what to do, on stderr; nothing that was typed or read steers the terminal."""
        click.echo(f"error: {harmless_lines(self.message)}", err=True)
        if self.help:
            click.echo(f"  help: {harmless_lines(self.help)}", err=True)


class Refused(WrongUse):
    """Rightly asked, and the answer is no: exit status 1."""

    exit_code = 1


def not_installed(name: str, error: "MissingExtra") -> WrongUse:
    """That the format of that name needs an extra, and how to install it."""
    return WrongUse(f"'{name}' needs a package that is not installed", str(error))


class Stopped(click.ClickException):
    """Whoever asked has pressed Ctrl-C: the exit status that shells give."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("stopped")

    def show(self, file: Any = None) -> None:
        """Say so on stderr, behind what the terminal shows of the keys."""
        click.echo(f"\n{self.message}", err=True)


def shared_options(function: Function) -> Function:
    """Give a verb `-C`, `--color`, `-q` and `--version`."""
    options = (
        click.option(
            "-C", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False), is_eager=True,
            expose_value=False, callback=_work_there, help="Work in that folder.",
        ),
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", is_eager=True,
            expose_value=False, callback=_set_color, help="When to colour; auto: on a terminal, unless NO_COLOR.",
        ),
        click.option(
            "-q", "--quiet", is_flag=True, is_eager=True, expose_value=False, callback=_set_quiet,
            help="No progress and no summary.",
        ),
        click.version_option(package_name="lexigraph", prog_name="lexigraph", message="%(prog)s %(version)s"),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def is_quiet() -> bool:
    """True when the user wants to hear of nothing but results and errors."""
    context = click.get_current_context(silent=True)  # a thread of a server has none
    return context is None or bool(context.meta.get(_QUIET))


def tell(line: str) -> None:
    """A line on stderr for whoever watches."""
    if not is_quiet():
        click.echo(harmless_lines(line), err=True)


def harmless_lines(text: str) -> str:
    """The text, of which nothing but its line ends steers a terminal."""
    return "\n".join(map(harmless, text.split("\n")))


def mention_problems(graph: "Graph") -> None:
    """Say in one line how many errors there are in what was loaded, counted as `lexigraph check` counts them.

    Of a site, also that it could not be reached and a copy served.
    """
    from lexigraph.model import Severity

    errors = sum(finding.severity is Severity.ERROR for finding in graph.diagnostics)
    if graph.published is not None:
        warnings = [finding for finding in graph.diagnostics if finding.rule == _STALE]
        for finding in warnings:
            tell(f"warning: {finding.message}")
        if errors:
            first = next(finding for finding in graph.diagnostics if finding.severity is Severity.ERROR)
            tell(
                f"{counted(errors, 'error', 'errors')} in {graph.published.source}, which another program wrote or "
                f"changed; the first: {first.message}"
            )
        return
    if not errors and not (graph.diagnostics and graph.scheme.check.get("severity")):
        return  # without having loaded a hundred rules
    from lexigraph.check import check

    found = check(graph, ignore=_AFTER_LOADING)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    if errors:
        tell(f"{counted(errors, 'error', 'errors')} while loading; see 'lexigraph check'")


def _work_there(context: click.Context, parameter: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        context.call_on_close(partial(os.chdir, Path.cwd()))
        os.chdir(folder)


def _set_color(context: click.Context, parameter: click.Parameter, value: str) -> None:
    if value != "auto":
        context.color = value == "always"
    elif os.environ.get("NO_COLOR"):
        context.color = False


def be_quiet(context: click.Context) -> None:
    """Say nothing but results and errors from now on."""
    context.meta[_QUIET] = True


def _set_quiet(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's
    if value:
        be_quiet(context)
