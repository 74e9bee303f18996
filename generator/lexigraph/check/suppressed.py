"""Findings that their authors know and mean: those that a suppression in the file covers."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Rule, Span, Suppression
from lexigraph.read import SCHEME_FILE

__all__ = ["NEVER", "Judged", "Written", "is_suppressible", "rules_by_word", "without_suppressed", "written"]

NEVER = frozenset({"E001", "E002", "E003", "E091", "W092", "W802", "W803"})
"""Codes that cannot be suppressed: a file that cannot be read has no comments to trust, a published graph has none, and
what is wrong with a suppression is mended in it."""


class Written(NamedTuple):
    """A suppression, in the file in which it is written."""

    path: str
    suppression: Suppression


class Judged(NamedTuple):
    """What the suppressions of a knowledge base came to."""

    kept: tuple[Diagnostic, ...]
    """Findings that nothing suppresses, in their order."""
    used: frozenset[tuple[Written, str]]
    """Each suppression with each name of a rule by which it suppressed something."""


def written(graph: Graph) -> Iterator[Written]:
    """Every suppression of the knowledge base, those without effect too; by file and place."""
    files = {node.path: node.parsed for node in graph.entries.values()} | {**graph.pages, **graph.redirecting}
    found = {path: file.suppressions for path, file in files.items() if file.suppressions}
    if graph.scheme.suppressions:
        found[SCHEME_FILE] = graph.scheme.suppressions
    for path in sorted(found):
        yield from (Written(path, suppression) for suppression in found[path])


def rules_by_word(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    """Code and name of each rule, in lower case → the rule."""
    return {word: rule for rule in rules for word in (rule.code.lower(), rule.name)}


def is_suppressible(rule: Rule) -> bool:
    """Whether a suppression of that rule suppresses anything."""
    return rule.code not in NEVER


def without_suppressed(findings: Iterable[Diagnostic], suppressions: Iterable[Written], graph: Graph,
                       rules: Mapping[str, Rule]) -> Judged:  # fmt: skip
    """The findings that no suppression covers, and which suppressions were of use."""
    places = _places(suppressions, rules)
    if not places:
        return Judged(tuple(findings), frozenset())
    place_of = _whole_entries(graph, {path for path, _ in places})
    covered = {key: _Ranges((each.suppression.start, each.suppression.end) for each in some)
               for key, some in places.items()}  # fmt: skip
    kept: list[Diagnostic] = []
    suppressed: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for finding in findings:
        key, span = (finding.path, finding.rule), place_of(finding)
        place = span.start, max(span.end, span.start + 1)  # what has no extent stands where it begins
        if key in covered and covered[key].meet(*place):
            suppressed.setdefault(key, []).append(place)
        else:
            kept.append(finding)
    used: set[tuple[Written, str]] = set()
    for key, found in suppressed.items():
        ranges = _Ranges(found)
        used.update((each, key[1]) for each in places[key] if ranges.meet(each.suppression.start, each.suppression.end))
    return Judged(tuple(kept), frozenset(used))


class _Ranges:
    """Ranges of offsets, asked whether one of them meets another; there may be many, nested in any way."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        in_order = sorted(ranges)
        self._starts = [start for start, _ in in_order]
        self._ends = list(accumulate((end for _, end in in_order), max))
        """The furthest end of the ranges up to each."""

    def meet(self, start: int, end: int) -> bool:
        """Whether a character of one of them lies between the offsets."""
        number = bisect_left(self._starts, end)
        return number > 0 and self._ends[number - 1] > start


def _places(
    suppressions: Iterable[Written], rules: Mapping[str, Rule]
) -> Mapping[tuple[str, str], tuple[Written, ...]]:
    """Path and name of a rule → the suppressions of that rule in that file."""
    found: dict[tuple[str, str], dict[Written, None]] = {}
    for each in suppressions:
        if each.suppression.word != "allow" or not each.suppression.reason:
            continue
        for selector in each.suppression.selectors:
            rule = rules.get(selector.lower())
            if rule is not None and is_suppressible(rule):
                found.setdefault((each.path, rule.name), {})[each] = None
    return {key: tuple(some) for key, some in found.items()}


def _whole_entries(graph: Graph, paths: set[str]) -> Callable[[Diagnostic], Span]:
    """Where a finding stands: that of an entry as a whole at the entry's title."""
    titles = {node.path: node.parsed.title_span for node in graph.entries.values() if node.path in paths}
    return lambda finding: titles.get(finding.path, NOWHERE) if finding.span == NOWHERE else finding.span
