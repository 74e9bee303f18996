"""What is wrong in a knowledge base, as values with their place and way out.

`rules/` holds the rules, one file each, and their tables. Beside it stand what decides which of them run
(`selection`), what is allowed (`suppressed`, `baseline`, `exemption`, put together in `judgement`), what a change
introduced (`introduced`), how findings are written (`report/`), and what several rules share.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lexigraph.check.documentation import explained
from lexigraph.check.judgement import judged
from lexigraph.check.rules import CALENDAR_RULES, CHANGE_RULES, GRAPH_RULES, RULES
from lexigraph.check.selection import PROFILES, UnknownRule, chosen, rule_named
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = [
    "CALENDAR_RULES", "CHANGE_RULES", "GRAPH_RULES", "PROFILES", "RULES", "UnknownRule", "check", "chosen_rules",
    "explain",
]  # fmt: skip


def check(
    graph: Graph,
    *,
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: str | None = None,
    base: Graph | None = None,
    today: date | None = None,
) -> tuple[Diagnostic, ...]:
    """What the rules find, loading included, in order of file, line, column, code.

    Args:
        graph: the knowledge base; its scheme's `check` settings hold.
        select: selectors of the rules that run, in place of the profile.
        extend: selectors of rules that run too.
        ignore: selectors of rules that do not run.
        profile: `default` or `guest`; the scheme's when None, and `guest` for a folder without a scheme.
        base: the graph before the change; without it the rules about changes (7xx) do not run.
        today: the date; without it the rules that read the calendar do not run.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    selection: dict[str, Any] = {"select": select, "extend": extend, "ignore": ignore, "profile": profile}
    names = frozenset(rule.name for rule in chosen_rules(graph, base=base, today=today, **selection))
    found = [finding for finding in graph.diagnostics if finding.rule in names]
    for each in GRAPH_RULES:
        if each.RULE.name in names:
            found.extend(each.findings(graph))
    for dated in CALENDAR_RULES:
        if today is not None and dated.RULE.name in names:
            found.extend(dated.findings(graph, today))
    for comparing in CHANGE_RULES:
        if base is not None and comparing.RULE.name in names:
            found.extend(comparing.findings(graph, base))
    return judged(graph, RULES, names, found)


def chosen_rules(
    graph: Graph,
    *,
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: str | None = None,
    base: Graph | None = None,
    today: date | None = None,
) -> tuple[Rule, ...]:
    """The rules that `check` runs when it is called with these arguments, in order of their codes.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    names = chosen(RULES, graph.scheme, select=select, extend=extend, ignore=ignore, profile=profile)
    if base is None:
        names -= {each.RULE.name for each in CHANGE_RULES}
    if today is None:
        names -= {each.RULE.name for each in CALENDAR_RULES}
    return tuple(rule for rule in RULES if rule.name in names)


def explain(name: str) -> str:
    """The documentation of the rule with that code or name, as Markdown.

    Raises:
        UnknownRule: there is none.
    """
    return explained(rule_named(RULES, name))
