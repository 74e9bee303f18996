"""What is wrong in a knowledge base, as values with their place and way out.

`rules/` holds the rules, one file each, and their tables. Beside it stand what decides which of them run
(`selection`), what is allowed (`suppressed`, `baseline`, `exemption`, put together in `judgement`), what a change
introduced (`introduced`), how findings are written (`report/`), and what several rules share: what they ask of the
graph (`facts/`) and what they say (`words/`). What a fix writes is the work of `edit`.
"""

from datetime import date
from typing import Unpack

from lexigraph.check.documentation import explained
from lexigraph.check.judgement import judged
from lexigraph.check.rules import CALENDAR_RULES, CHANGE_RULES, GRAPH_RULES, RULES
from lexigraph.check.selection import PROFILES, Selectors, chosen, rule_named
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule, UnknownRule

__all__ = [
    "CALENDAR_RULES", "CHANGE_RULES", "GRAPH_RULES", "PROFILES", "RULES", "Selectors", "UnknownRule", "check",
    "chosen_rules", "explain",
]  # fmt: skip


def check(
    graph: Graph, *, base: Graph | None = None, today: date | None = None, **selectors: Unpack[Selectors]
) -> tuple[Diagnostic, ...]:
    """What the rules find, loading included, in order of file, line, column, code.

    Args:
        graph: the knowledge base; its scheme's `check` settings hold.
        base: the graph before the change; without it the rules about changes (7xx) do not run.
        today: the date; without it the rules that read the calendar do not run.
        selectors: which rules run.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    names = frozenset(rule.name for rule in chosen_rules(graph, base=base, today=today, **selectors))
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
    graph: Graph, *, base: Graph | None = None, today: date | None = None, **selectors: Unpack[Selectors]
) -> tuple[Rule, ...]:
    """The rules that `check` runs when it is called with these arguments, in order of their codes.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    names = chosen(RULES, graph.scheme, **selectors)
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
