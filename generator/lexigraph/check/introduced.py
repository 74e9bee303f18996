"""What a change introduced and what it mended: the findings of two trees compared by identity.

A finding's identity is its rule, its entry and its subject, never a line number. What moved keeps its findings
through `redirect_from`; a file without an id counts by its path. Equal identities are counted: two before and three
after is one introduced.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Unpack

from lexigraph.check import CHANGE_RULES, Selectors, check
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Span
from lexigraph.read import SCHEME_FILE

__all__ = ["Comparison", "Identity", "compare", "identity_after"]

_WORD = re.compile(r"[^\s,]+")

Identity = tuple[str, str, str]
"""Name of the rule, id of the entry or path of the file, subject."""
_Standing = tuple[Identity, str, Span]
"""A finding by what identifies it, and where it stands."""


class Comparison(NamedTuple):
    """The findings of two trees, each in order of file, line, column, code."""

    introduced: tuple[Diagnostic, ...]
    """Findings that the change brought about, wherever they stand; places are those after it."""
    fixed: tuple[Diagnostic, ...]
    """Findings that are gone; places are those before it."""
    older: tuple[Diagnostic, ...]
    """Findings that were there already; places are those after it."""


def compare(graph: Graph, base: Graph, *, today: date | None = None, **selectors: Unpack[Selectors]) -> Comparison:
    """What is found in `graph` and was not found in `base`, the graph before the change, and the other way round.

    Both are judged by the `check` settings and the baseline of `graph`, so that switching a rule on brings nobody
    old findings; each has its own kinds, relations and tags. The arguments are those of `check`.

    Raises:
        UnknownRule: a selector names no rule.
        ValueError: no such profile.
    """
    scheme = replace(base.scheme, check=graph.scheme.check, is_declared=graph.scheme.is_declared)
    before = replace(base, scheme=scheme, baseline=graph.baseline)
    found = check(graph, base=before, today=today, **selectors)
    earlier = check(before, today=today, **selectors)
    if not base.scheme.is_declared:  # nothing was wrong in a file that was not there
        earlier = tuple(finding for finding in earlier if finding.path != SCHEME_FILE)
    return _matched(found, earlier, identity_after(graph, base))


def _matched(
    found: Iterable[Diagnostic], earlier: Iterable[Diagnostic], identity: Callable[[Diagnostic], Identity]
) -> Comparison:
    """The findings after a change beside those before it, which the function identifies."""
    of_change = {each.RULE.name for each in CHANGE_RULES}
    unmatched: dict[Identity, list[Diagnostic]] = {}
    for finding in earlier:
        unmatched.setdefault(identity(finding), []).append(finding)
    standing = Counter((key, each.path, each.span) for key, same in unmatched.items() for each in same)
    older, introduced = [], []
    waiting: list[Diagnostic] = []
    staying: Counter[_Standing] = Counter()
    for finding in found:  # those that stand where they stood are the old ones, whatever was added before them
        here = (_plain(finding), finding.path, finding.span)
        if finding.rule in of_change:
            introduced.append(finding)
        elif standing[here] > staying[here]:
            staying[here] += 1
            older.append(finding)
        else:
            waiting.append(finding)
    unmatched = {key: _without(key, same, staying) for key, same in unmatched.items()}
    for finding in waiting:
        same = unmatched.get(_plain(finding), [])
        if same:
            same.pop()
            older.append(finding)
        else:
            introduced.append(finding)
    fixed = [finding for findings in unmatched.values() for finding in findings]
    return Comparison(_in_order(introduced), _in_order(fixed), _in_order(older))


def _without(key: Identity, findings: Iterable[Diagnostic], staying: "Counter[_Standing]") -> list[Diagnostic]:
    """The findings of that identity that do not stay where they are, the first of them last."""
    left: list[Diagnostic] = []
    for finding in findings:
        here = (key, finding.path, finding.span)
        if staying[here] > 0:
            staying[here] -= 1
        else:
            left.append(finding)
    return left[::-1]


def identity_after(graph: Graph, base: Graph) -> Callable[[Diagnostic], Identity]:
    """What identifies a finding of `base` in the words of `graph`: an entry that moved has its new id."""
    gone = (id for id in base.entries if id not in graph.entries)
    moved = {id: graph.redirects[id] for id in gone if id in graph.redirects}

    def of(finding: Diagnostic) -> Identity:
        rule, entry, subject = _plain(finding)
        if not moved:
            return rule, entry, subject
        path = graph.redirects.get(entry.removesuffix(".md"), "") if entry not in graph.entries else ""
        renamed = _WORD.sub(lambda word: moved.get(word[0], word[0]), subject)
        return rule, moved.get(entry) or path or entry, renamed

    return of


def _plain(finding: Diagnostic) -> Identity:
    return finding.rule, finding.entry or finding.path, finding.subject


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
