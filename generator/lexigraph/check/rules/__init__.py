"""The rules, one file each, and the tables that say which there are.

To add a rule: one file named after it, with its documentation as the module's docstring, and one line in the table
that says what it needs: `GRAPH_RULES` see the graph, `CALENDAR_RULES` the date too, `CHANGE_RULES` the graph that
the change started from. Rules 0xx are found while a file is read, `parse.findings` documents them; 09x while a
published graph is loaded, `loading.findings` documents them. Two rules see the suppressions and come after all others.
"""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from lexigraph.check.rules import (
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
from lexigraph.graph import Graph
from lexigraph.loading import findings as while_loading
from lexigraph.model import Diagnostic, Rule
from lexigraph.parse import findings as while_reading

__all__ = ["CALENDAR_RULES", "CHANGE_RULES", "GRAPH_RULES", "RULES", "CalendarRule", "ChangeRule", "GraphRule"]


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
            *while_loading.RULES,
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
