"""The rules that judge a graph, one file each, and the table that says which there are.

To add a rule: one file named after it, with its documentation as the module's docstring, and one line in
`GRAPH_RULES`. Rules 0xx are found while a file is read; `parse.findings` documents them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
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

__all__ = ["GRAPH_RULES", "PROFILES", "RULES", "GraphRule", "UnknownRule", "check", "explain"]


class GraphRule(Protocol):
    """What the file of a rule holds."""

    RULE: Rule

    def findings(self, graph: Graph, base: Graph | None = None) -> Iterator[Diagnostic]:
        """What the rule finds in the graph; `base` is the graph of the other tree, for rules 7xx."""


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

RULES: tuple[Rule, ...] = (*while_reading.RULES, *(each.RULE for each in GRAPH_RULES))
"""Every rule there is, in order of their codes."""


def check(
    graph: Graph,
    *,
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: str | None = None,
) -> tuple[Diagnostic, ...]:
    """What the rules find, loading included, in order of file, line, column, code.

    Args:
        graph: the knowledge base; its scheme's `check` settings hold.
        select: selectors of the rules that run, in place of the profile.
        extend: selectors of rules that run too.
        ignore: selectors of rules that do not run.
        profile: `default` or `guest`; the scheme's when None, and `guest` for a folder without a scheme.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    names = chosen(RULES, graph.scheme, select=select, extend=extend, ignore=ignore, profile=profile)
    found = [finding for finding in graph.diagnostics if finding.rule in names]
    for each in GRAPH_RULES:
        if each.RULE.name in names:
            found.extend(each.findings(graph))
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
