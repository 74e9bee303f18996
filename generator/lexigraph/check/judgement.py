"""Which of the findings count: exemptions, suppressions and the baseline applied, in that order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lexigraph.check.baseline import read_baseline, without_old
from lexigraph.check.exemption import exempt
from lexigraph.check.facts.unread import unread
from lexigraph.check.rules import malformed_suppression, unused_suppression
from lexigraph.check.selection import severities
from lexigraph.check.suppressed import rules_by_word, without_suppressed, written
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["judged"]


def judged(
    graph: Graph, rules: Sequence[Rule], names: frozenset[str], findings: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The findings that count, each with its entry and the severity that the scheme gives it, and what is wrong with
    the suppressions themselves; in order of file, line, column, code.

    Args:
        graph: in which they were found.
        rules: all there are.
        names: of those that ran.
        findings: in any order.
    """
    is_exempt, by_word, settled = exempt(rules, graph.scheme), rules_by_word(rules), _settling(graph, rules)
    blind = unread(graph)

    def has_run(rule: str, path: str) -> bool:
        return rule in names and path not in blind and not is_exempt(rule, path)

    def allowed(some: Iterable[Diagnostic]) -> list[Diagnostic]:
        return settled(each for each in some if each.rule in names and not is_exempt(each.rule, each.path))

    suppressions, baseline = tuple(written(graph)), read_baseline(graph.baseline)
    kept, used = without_suppressed(allowed(findings), suppressions, graph, by_word)
    malformed = allowed(malformed_suppression.findings(suppressions, by_word))
    new, idle = without_old(_in_order((*kept, *malformed)), baseline)
    silent = {rule.code for rule in rules if rule.name not in names}
    unused = (
        *unused_suppression.findings(suppressions, used, by_word, has_run),
        *unused_suppression.of_baseline(baseline, (each for each in idle if baseline.lines[each].code not in silent)),
    )
    return tuple(_in_order((*new, *allowed(unused))))


def _settling(graph: Graph, rules: Sequence[Rule]) -> Callable[[Iterable[Diagnostic]], list[Diagnostic]]:
    """Gives findings their entry and severity, and puts them in order."""
    changed = severities(rules, graph.scheme)
    entry_of = {node.path: node.id for node in graph.entries.values()}

    def settled(finding: Diagnostic) -> Diagnostic:
        severity, entry = changed.get(finding.rule, finding.severity), finding.entry or entry_of.get(finding.path, "")
        if severity is finding.severity and entry == finding.entry:
            return finding
        return replace(finding, severity=severity, entry=entry)

    return lambda findings: _in_order(map(settled, findings))


def _in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(findings, key=lambda finding: finding.sort_key)
