"""Findings mended by their own edits, each verified before anything is written.

Edits are tried on texts that are not saved: what does not make its finding go, or brings an error about, is left out
with its reason. Nothing here writes; `Fixes.rewrite` does.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from lexigraph.change.drafts import Drafts
from lexigraph.change.rewrite import Rewrite
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Edit

__all__ = ["Fixed", "Fixes", "Left", "fixes"]

Judge = Callable[[Graph], Iterable[Diagnostic]]
"""What is wrong in a graph."""
Load = Callable[[Mapping[str, bytes | None]], Graph]
"""The graph of the folder with these texts in place of those on disk (an overlay, see `loading.load_graph`)."""

_MOST_TRIALS = 200
"""Graphs that are made to verify edits, so that time is bounded; what was not tried waits for the next run."""
_WORDS = 60
"""Characters of an edit that are shown."""
_MOST_BLAMED = 50
"""Edits up to which each is tried alone, to know which takes a comment away."""
_LOST = "its fix would take a comment away"
_REVEALING = frozenset({"0"})
"""Group of the rules about reading: mending such a finding may let others be seen that were there before."""

_errors: Judge = partial(check, select=("E",))


class Fixed(NamedTuple):
    """A finding that is mended."""

    finding: Diagnostic
    """As it was found; its place is that before this fix."""
    change: str
    """What was done, in one line: `ft -> fine-tuning`, `removed ""`."""


class Left(NamedTuple):
    """A finding whose fix was not made."""

    finding: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixes:
    """What mending came to."""

    fixed: tuple[Fixed, ...]
    """In the order in which they were made: round by round, by file and place."""
    left: tuple[Left, ...]
    """Findings that have a fix of the wanted kind which was not made; by file and place."""
    findings: tuple[Diagnostic, ...]
    """What is found in the mended folder, `left` included; as the judge gave them."""
    graph: Graph
    """Of the mended folder."""
    rewrite: Rewrite
    """The new texts; not written yet."""


class _Problem(NamedTuple):
    """Why edits are not kept."""

    reason: str
    finding: Diagnostic | None
    """Where it shows; None: which of the edits are to blame was not looked for."""


def fixes(
    graph: Graph, *, judge: Judge, load: Load, unsafe: bool = False, findings: Iterable[Diagnostic] | None = None
) -> Fixes:
    """Mend what can be mended, until nothing more can be.

    Args:
        graph: the folder as it is.
        judge: what is to be mended in a graph; asked again after each round.
        load: makes the graph of texts that are not saved.
        unsafe: whether the guesses are made too.
        findings: what the judge finds in `graph`, where that is known already.
    """
    found = tuple(judge(graph) if findings is None else findings)
    state = _State(drafts=Drafts(graph.root), graph=graph, findings=found, errors=tuple(_errors(graph)))
    mending = _Mending(judge=judge, load=load, unsafe=unsafe, state=state)
    while mending.round():
        pass
    return mending.result()


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """Texts, and what they make."""

    drafts: Drafts
    graph: Graph
    findings: tuple[Diagnostic, ...]
    """By the judge."""
    errors: tuple[Diagnostic, ...]
    """By every rule."""


@dataclass(slots=True, kw_only=True)
class _Mending:
    """One run of `fixes`."""

    judge: Judge
    load: Load
    unsafe: bool
    state: _State
    trials: int = 0
    fixed: list[Fixed] = field(default_factory=list)
    refused: dict[tuple[object, ...], str] = field(default_factory=dict)
    """Fixes that did not do → why."""

    def round(self) -> bool:
        """Make what can be made at once; True when something was."""
        start = self.state
        units = [
            finding for finding in start.findings if self._is_wanted(finding) and _key(finding) not in self.refused
        ]
        made = self._settle(self._apart(units, start.drafts), (), start)
        if not made:
            if not self.refused or not self.fixed:
                return False
            retried, self.refused = self.refused, {}
            units = [finding for finding in start.findings if _key(finding) in retried and self._is_wanted(finding)]
            made = self._settle(self._apart(units, start.drafts), (), start)
        self.fixed += (Fixed(finding, _said(finding, start.drafts)) for finding in made)
        return bool(made)

    def result(self) -> Fixes:
        """What it came to."""
        state = self.state
        left = tuple(
            Left(finding, self.refused.get(_key(finding), "there was too much to try; run it again"))
            for finding in state.findings
            if self._is_wanted(finding)
        )
        return Fixes(
            fixed=tuple(self.fixed), left=left, findings=state.findings, graph=state.graph,
            rewrite=state.drafts.rewrite(),
        )  # fmt: skip

    def _is_wanted(self, finding: Diagnostic) -> bool:
        return finding.fix is not None and (finding.fix.safe or self.unsafe)

    def _apart(self, units: Iterable[Diagnostic], drafts: Drafts) -> list[Diagnostic]:
        """The findings whose edits can be made at once, each whole; the others wait for the next round."""
        taken: dict[str, list[Edit]] = {}
        apart: list[Diagnostic] = []
        objection = drafts.objections()
        for finding in units:
            edits = finding.fix.edits if finding.fix else ()
            if (reason := objection(edits)) is not None:
                self.refused[_key(finding)] = reason
            elif not any(_clash(edit, other) for edit in edits for other in _near(edit, taken.get(edit.path, ()))):
                apart.append(finding)
                for edit in edits:
                    insort(taken.setdefault(edit.path, []), edit, key=_extent)
        return apart

    def _settle(
        self, units: Sequence[Diagnostic], made: tuple[Diagnostic, ...], start: _State
    ) -> tuple[Diagnostic, ...]:
        """Those of `made` and of the units that do together; `self.state` is then what they make.

        A batch that fails is parted: into the units that are to blame and the rest, else into halves.
        """
        if not units or self.trials >= _MOST_TRIALS:
            return made
        self.trials += 1
        trial = self._tried((*made, *units), start)
        problems = _problems((*made, *units), start, trial)
        if not problems:
            self.state = trial
            return (*made, *units)
        if len(units) == 1:
            self.refused[_key(units[0])] = problems[0].reason
            return made
        blamed, rest = _parted(units, problems)
        if not blamed or not rest:
            half = len(units) // 2
            rest, blamed = list(units[:half]), list(units[half:])
        return self._settle(blamed, self._settle(rest, made, start), start)

    def _tried(self, units: Iterable[Diagnostic], start: _State) -> _State:
        drafts = start.drafts.with_edits(edit for unit in units if unit.fix for edit in unit.fix.edits)
        graph = self.load(drafts.overlay)
        return _State(drafts=drafts, graph=graph, findings=tuple(self.judge(graph)), errors=tuple(_errors(graph)))


def _key(finding: Diagnostic) -> tuple[object, ...]:
    """What makes two fixes one, wherever the lines before them went."""
    edits = finding.fix.edits if finding.fix else ()
    return (*_identity(finding), *((edit.path, edit.text) for edit in edits))


def _identity(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.rule, finding.path, finding.subject


def _as_said(finding: Diagnostic) -> tuple[str, ...]:
    """The identity with the message: an empty item that goes may leave an empty list, which is another finding."""
    return (*_identity(finding), finding.message)


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits cannot be made at once: they overlap, or their order would matter."""
    if one == other:
        return False
    a, b = one.span, other.span
    if a.start == a.end or b.start == b.end:
        return a.start <= b.end and b.start <= a.end
    return a.start < b.end and b.start < a.end


def _problems(units: Iterable[Diagnostic], start: _State, trial: _State) -> list[_Problem]:
    """What speaks against the trial: findings that stay though they were mended, and errors that are new."""
    units = tuple(units)
    problems: list[_Problem] = []
    wanted = Counter(map(_as_said, units))
    before, after = Counter(map(_as_said, start.findings)), Counter(map(_as_said, trial.findings))
    for unit in units:
        said = _as_said(unit)
        if before[said] - after[said] < wanted[said]:
            problems.append(_Problem("its fix would not mend it", unit))
    revealing = {unit.path for unit in units if unit.code[1] in _REVEALING}
    known = Counter(map(_identity, start.errors))
    for error in trial.errors:
        known[_identity(error)] -= 1
        if known[_identity(error)] < 0 and error.path not in revealing:
            problems.append(_Problem(f"its fix would cause {error.code} {error.rule}: {error.message}", error))
    if trial.drafts.loses_comments(start.drafts, trial.drafts.overlay):
        if len(units) > _MOST_BLAMED:
            problems.append(_Problem(_LOST, None))
            return problems
        problems += (_Problem(_LOST, unit) for unit in units if _loses_one(unit, start))
    return problems


def _loses_one(unit: Diagnostic, start: _State) -> bool:
    """Whether the edits of the finding alone take a comment away."""
    edits = unit.fix.edits if unit.fix else ()
    return start.drafts.with_edits(edits).loses_comments(start.drafts, {edit.path for edit in edits})


def _parted(units: Iterable[Diagnostic], problems: Iterable[_Problem]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The units in whose files a problem shows, and the others."""
    paths = {problem.finding.path for problem in problems if problem.finding is not None}
    blamed: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for unit in units:
        own = {unit.path, *(edit.path for edit in (unit.fix.edits if unit.fix else ()))}
        (rest if own.isdisjoint(paths) else blamed).append(unit)
    return blamed, rest


def _extent(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def _near(edit: Edit, others: Sequence[Edit]) -> Sequence[Edit]:
    """Those of the others, which don't clash and stand in order, that may clash with the edit."""
    number = bisect_left(others, _extent(edit), key=_extent)
    return others[max(number - 3, 0) : number + 3]


def _said(finding: Diagnostic, drafts: Drafts) -> str:
    """What the fix does, in one line."""
    edits = finding.fix.edits if finding.fix else ()
    if new := [edit.path for edit in edits if not drafts.exists(edit.path)]:
        return f"wrote {', '.join(new)}"
    said = []
    for edit in edits:
        before, after = _in_a_line(drafts.written(edit)), _in_a_line(edit.text)
        if before and after:
            said.append(f"{before} -> {after}")
        elif before or after:
            said.append(f"removed {before}" if before else f"added {after}")
    return ", ".join(dict.fromkeys(said)) or "removed white space"


def _in_a_line(text: str) -> str:
    """The text in one line, without the commas that part it from its neighbours, and cut when it is long."""
    line = " ".join(text.split()).strip(",").strip()
    return line if len(line) <= _WORDS else f"{line[: _WORDS - 1]}…"
