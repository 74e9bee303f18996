"""What `lexigraph check` was asked for, and the judge that it makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.shared import WrongUse
from lexigraph.wording import quoted, the_nearest

if TYPE_CHECKING:
    from lexigraph.check import Selectors, UnknownRule
    from lexigraph.check.introduced import Comparison
    from lexigraph.graph import Graph
    from lexigraph.model import Diagnostic, Rule

__all__ = ["Request", "day", "no_rule"]


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """The date that an option names; today without one.

    Raises:
        WrongUse: it is none.
    """
    try:
        return datetime.now().date() if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise WrongUse(f"'{value}' is not a date", "write it as 2026-11-30") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of `lexigraph check`, as given."""

    style: str
    strict: bool
    info: bool
    select: tuple[str, ...]
    extend: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    today: date
    base: str | None
    """A git revision; only what came since is wanted."""
    fix: bool
    unsafe: bool
    diff: bool
    write_baseline: bool
    stdin_path: Path | None
    """The file whose unsaved text is on stdin."""
    narrowed: tuple[Path, ...] = ()
    """Absolute paths to which the findings are narrowed; empty: all."""

    @property
    def shows_infos(self) -> bool:
        """Whether advice is printed."""
        return self.info or bool(self.select or self.narrowed) or self.base is not None

    def shown(self, findings: "Iterable[Diagnostic]") -> "tuple[Diagnostic, ...]":
        """Those of the findings that are printed."""
        from lexigraph.model import Severity

        return tuple(each for each in findings if self.shows_infos or each.severity is not Severity.INFO)

    @property
    def mends(self) -> bool:
        """Whether files are to be changed, or the change shown."""
        return self.fix or self.unsafe or self.diff

    def findings(self, graph: "Graph", base: "Graph | None" = None) -> "tuple[Diagnostic, ...]":
        """What is wanted of the findings: all, or with a base those that are introduced; below the paths.

        Raises:
            WrongUse: a selector names no rule.
        """
        return self.within(graph, self.compared(graph, base).introduced if base is not None else self._checked(graph))

    def compared(self, graph: "Graph", base: "Graph") -> "Comparison":
        """The findings of both trees, compared.

        Raises:
            WrongUse: a selector names no rule.
        """
        from lexigraph.check import UnknownRule
        from lexigraph.check.introduced import compare

        try:
            return compare(graph, base, today=self.today, **self._selectors())
        except UnknownRule as error:
            raise no_rule(error) from error

    def rules(self, graph: "Graph") -> "tuple[Rule, ...]":
        """The rules that run without a base.

        Raises:
            WrongUse: a selector names no rule.
        """
        from lexigraph.check import UnknownRule, chosen_rules

        try:
            return chosen_rules(graph, today=self.today, **self._selectors())
        except UnknownRule as error:
            raise no_rule(error) from error

    def within(self, graph: "Graph", findings: "Iterable[Diagnostic]") -> "tuple[Diagnostic, ...]":
        """Those of the findings that stand below the paths."""
        if not self.narrowed:
            return tuple(findings)
        is_within: dict[str, bool] = {}
        for path in {finding.path for finding in findings}:
            file = (graph.root / path).resolve()
            is_within[path] = any(file.is_relative_to(top) for top in self.narrowed)
        return tuple(finding for finding in findings if is_within[finding.path])

    def _checked(self, graph: "Graph") -> "tuple[Diagnostic, ...]":
        from lexigraph.check import UnknownRule, check

        try:
            return check(graph, today=self.today, **self._selectors())
        except UnknownRule as error:
            raise no_rule(error) from error

    def _selectors(self) -> "Selectors":
        return {"select": self.select, "extend": self.extend, "ignore": self.ignore, "profile": self.profile}


def no_rule(error: "UnknownRule") -> WrongUse:
    """That there is no such rule, and which are nearest."""
    help = the_nearest(quoted(error.suggestions)) if error.suggestions else "lexigraph explain --all lists them"
    return WrongUse(f"no rule has the code or name '{error.word}'", help)
