"""The rules, one file each, and the tables that say which there are.

To add a rule: one file named after it, with its documentation as the module's docstring, and one line in the table
that says what it needs: `GRAPH_RULES` see the graph, `CALENDAR_RULES` the date too, `CHANGE_RULES` the graph that
the change started from. Rules 0xx are found while a file is read; `parse.findings` documents them. Two rules see
the suppressions and come after all others.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol

from lexigraph.check import (
    alias_clash,
    ambiguous_name,
    block_in_definition,
    broader_across_kinds,
    broken_anchor,
    broken_link,
    circular_definition,
    crowded_question,
    deprecated_target,
    draft_target,
    dropped_name,
    duplicate_definition,
    duplicate_id,
    duplicate_title,
    embed_cycle,
    empty_section,
    half_deprecation,
    hierarchy_cycle,
    impossible_date,
    incoherent_scheme,
    incomplete_scheme,
    informal_reference,
    label_markup,
    long_definition,
    loosely_connected_entry,
    malformed_id,
    malformed_link,
    malformed_source,
    malformed_suppression,
    mapping_clash,
    missing_definition,
    missing_question_mark,
    near_duplicate,
    order_cycle,
    orphan_entry,
    overdue_review,
    overtaken_question,
    question_about_nothing,
    redirect_clash,
    redirected_target,
    redundant_ancestor,
    related_ancestor,
    related_siblings,
    removed_id,
    repeated_label,
    repeated_relation,
    reserved_id,
    self_relation,
    self_review,
    shared_alias,
    too_few_targets,
    unanchored_question,
    unknown_entry,
    unlinked_mention,
    unready_stable,
    unreviewed_change,
    unsupported_answer,
    unsupported_position,
    unused_suppression,
    wanted_entry,
    weak_definition,
    wrong_kind,
)
from lexigraph.check.documentation import explained
from lexigraph.check.judgement import judged
from lexigraph.check.selection import PROFILES, UnknownRule, chosen, rule_named
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule
from lexigraph.parse import findings as while_reading

__all__ = [
    "CALENDAR_RULES", "CHANGE_RULES", "GRAPH_RULES", "PROFILES", "RULES", "CalendarRule", "ChangeRule", "GraphRule",
    "UnknownRule", "check", "chosen_rules", "explain",
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
    reserved_id,
    label_markup,
    repeated_label,
    duplicate_title,
    alias_clash,
    shared_alias,
    near_duplicate,
    missing_definition,
    long_definition,
    block_in_definition,
    duplicate_definition,
    circular_definition,
    empty_section,
    weak_definition,
    unknown_entry,
    self_relation,
    hierarchy_cycle,
    order_cycle,
    related_ancestor,
    wrong_kind,
    too_few_targets,
    mapping_clash,
    orphan_entry,
    redundant_ancestor,
    repeated_relation,
    related_siblings,
    broader_across_kinds,
    loosely_connected_entry,
    broken_link,
    wanted_entry,
    ambiguous_name,
    broken_anchor,
    embed_cycle,
    deprecated_target,
    redirected_target,
    malformed_link,
    draft_target,
    informal_reference,
    unlinked_mention,
    unready_stable,
    malformed_source,
    half_deprecation,
    redirect_clash,
    self_review,
    question_about_nothing,
    unsupported_answer,
    missing_question_mark,
    overtaken_question,
    unsupported_position,
    unanchored_question,
    crowded_question,
    incoherent_scheme,
    incomplete_scheme,
)
"""Rules that see the whole graph, in order of their codes."""

CALENDAR_RULES: tuple[CalendarRule, ...] = (impossible_date, overdue_review)
"""Rules that see the graph and the date, in order of their codes."""

CHANGE_RULES: tuple[ChangeRule, ...] = (removed_id, dropped_name, unreviewed_change)
"""Rules that see the graph before and after a change, in order of their codes."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *while_reading.RULES,
            *(each.RULE for each in GRAPH_RULES),
            *(each.RULE for each in CALENDAR_RULES),
            *(each.RULE for each in CHANGE_RULES),
            malformed_suppression.RULE,
            unused_suppression.RULE,
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
