"""The rules, one file each, and the tables that say which there are.

To add a rule: one file named after it, with its documentation as the module's docstring, and one line in the table
that says what it needs: `GRAPH_RULES` see the graph, `CALENDAR_RULES` the date too, `CHANGE_RULES` the graph that
the change started from. Rules 0xx are found while a file is read; `parse.findings` documents them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from lexigraph.check import (
    alias_clash,
    ambiguous_name,
    broken_link,
    duplicate_id,
    duplicate_title,
    hierarchy_cycle,
    long_definition,
    malformed_id,
    missing_definition,
    missing_question_mark,
    order_cycle,
    orphan_entry,
    question_about_nothing,
    redirect_clash,
    related_ancestor,
    self_relation,
    self_review,
    unknown_entry,
    unready_stable,
    unsupported_answer,
    wanted_entry,
    wrong_kind,
)
from lexigraph.check.exemption import exempt
from lexigraph.check.selection import PROFILES, UnknownRule, chosen, rule_named, severities
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule
from lexigraph.parse import findings as while_reading

__all__ = [
    "CALENDAR_RULES", "CHANGE_RULES", "GRAPH_RULES", "PROFILES", "RULES", "CalendarRule", "ChangeRule", "GraphRule",
    "UnknownRule", "check", "explain",
]  # fmt: skip


class GraphRule(Protocol):
    """What the file of a rule holds."""

    RULE: Rule

    def findings(self, graph: Graph) -> Iterator[Diagnostic]:
        """What the rule finds in the graph."""


class CalendarRule(Protocol):
    """A rule that needs to know which day it is."""

    RULE: Rule

    def findings(self, graph: Graph, today: date) -> Iterator[Diagnostic]:
        """What the rule finds in the graph on that day."""


class ChangeRule(Protocol):
    """A rule about what a change does; it runs only where there is a base to compare with."""

    RULE: Rule

    def findings(self, graph: Graph, base: Graph) -> Iterator[Diagnostic]:
        """What the rule finds in the graph, which was `base` before the change."""


GRAPH_RULES: tuple[GraphRule, ...] = (
    malformed_id,
    duplicate_id,
    duplicate_title,
    alias_clash,
    missing_definition,
    long_definition,
    unknown_entry,
    self_relation,
    hierarchy_cycle,
    order_cycle,
    related_ancestor,
    wrong_kind,
    orphan_entry,
    broken_link,
    wanted_entry,
    ambiguous_name,
    unready_stable,
    redirect_clash,
    self_review,
    question_about_nothing,
    unsupported_answer,
    missing_question_mark,
)
"""Rules that see the whole graph, in order of their codes."""

CALENDAR_RULES: tuple[CalendarRule, ...] = ()
"""Rules that see the graph and the date, in order of their codes."""

CHANGE_RULES: tuple[ChangeRule, ...] = ()
"""Rules that see the graph before and after a change, in order of their codes."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *while_reading.RULES,
            *(each.RULE for each in GRAPH_RULES),
            *(each.RULE for each in CALENDAR_RULES),
            *(each.RULE for each in CHANGE_RULES),
        ),
        key=lambda rule: rule.code[1:],
    )
)
"""Every rule there is, in order of their codes."""


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
    names = chosen(RULES, graph.scheme, select=select, extend=extend, ignore=ignore, profile=profile)
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
    changed, is_exempt = severities(RULES, graph.scheme), exempt(RULES, graph.scheme)
    judged = (replace(each, severity=changed.get(each.rule, each.severity)) for each in found if not is_exempt(each))
    return tuple(sorted(judged, key=lambda finding: finding.sort_key))


def explain(name: str) -> str:
    """The documentation of the rule with that code or name, as Markdown.

    Raises:
        UnknownRule: there is none.
    """
    rule = rule_named(RULES, name)
    return f"# {rule.name} ({rule.code})\n\n{rule.doc.strip()}\n"
