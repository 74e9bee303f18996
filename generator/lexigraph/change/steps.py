"""What a rename or a merge does, step by step; and whether references mean afterwards what they did."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lexigraph.change.drafts import Drafts
from lexigraph.change.refusal import CannotChange
from lexigraph.change.rewrite import Rewrite
from lexigraph.check import check
from lexigraph.check.facts.references import documents
from lexigraph.graph import Graph
from lexigraph.model import Edit, Reference, RelationItem, Span

__all__ = ["Plan", "Step", "refuse_new_errors", "refuse_other_meaning", "steps_of_edits", "steps_of_left"]

_WORDS = 60


class Step(NamedTuple):
    """One thing that is done."""

    what: str
    """`move`, `fold`, `edit`, `left`."""
    path: str
    """File below the content folder, as it is called afterwards."""
    span: Span | None
    """Where, in the file as it is; None: in its front matter, or the file as a whole."""
    said: str
    """`ft -> fine-tuning`, `+ redirect_from: [ft]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A rename or merge, ready to be written."""

    steps: tuple[Step, ...]
    """Moves, the files that are changed for it, then all others by path and place."""
    rewrite: Rewrite
    graph: Graph
    """After it."""

    @property
    def edited(self) -> tuple[str, ...]:
        """The files that are there now and change, move or go; by path."""
        return tuple(path for path, data in self.rewrite.before.items() if data is not None)


def steps_of_edits(drafts: Drafts, edits: Iterable[Edit], names: Mapping[str, str]) -> Iterator[Step]:
    """A step for each edit, by path and place; `names` maps files that move to their new path."""
    found = {(names.get(edit.path, edit.path), edit.span, edit.text): edit for edit in edits}
    for (path, span, _), edit in sorted(found.items(), key=lambda pair: pair[0][:2]):
        before, after = _in_a_line(drafts.written(edit)), _in_a_line(edit.text)
        yield Step("edit", path, span, f"{before} -> {after}" if before and after else f"- {before}{after}")


def steps_of_left(left: Iterable[tuple[str, Reference | RelationItem]], names: Mapping[str, str]) -> Iterator[Step]:
    """A step for each reference that could not be rewritten."""
    for path, written in left:
        yield Step("left", names.get(path, path), written.span, f"{written.target}: rewrite it by hand")


def refuse_new_errors(before: Graph, after: Graph, names: Mapping[str, str]) -> None:
    """Nothing, when there are no more errors after than before; `names` maps files that move to their new path.

    Raises:
        CannotChange: with the errors.
    """
    known = Counter((each.rule, names.get(each.path, each.path)) for each in check(before, select=("E",)))
    new = []
    for error in check(after, select=("E",)):
        known[error.rule, error.path] -= 1
        if known[error.rule, error.path] < 0:
            new.append(error)
    if new:
        rows = [f"{each.path}:{each.span.line}: {each.code} {each.rule}: {each.message}" for each in new]
        raise CannotChange("it would bring an error", rows=rows, help=new[0].help)


def refuse_other_meaning(
    before: Graph, after: Graph, names: Mapping[str, str], ids: Mapping[str, str], passed_over: Container[str] = ()
) -> None:
    """Nothing, when every reference leads where it did; `ids` maps what has another id now, links in the files that
    are `passed_over` don't count.

    Raises:
        CannotChange: with the references that would not.
    """
    rows = []
    for _, parsed in documents(before):
        places, now = before.resolved[parsed.path], after.resolved.get(names.get(parsed.path, parsed.path))
        for reference, old, new in zip(parsed.references, places, now or places, strict=False):
            leads_on = old is None or not old.entry or (new and new.entry == ids.get(old.entry, old.entry))
            if not leads_on and parsed.path not in passed_over:
                rows.append(f"{parsed.path}:{reference.span.line}: {reference.target}")
    lost = set(_related(before, ids)) - set(_related(after, {}))
    rows += [f"{source} {key} {target}" for key, source, target in sorted(lost) if source != target]
    if rows:
        raise CannotChange("what others mean would change", rows=rows, help="choose another id, or write those by hand")


def _related(graph: Graph, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each relation: its key and both ends, in one order where it is symmetric."""
    for each in graph.relations:
        ends = ids.get(each.source, each.source), ids.get(each.target, each.target)
        yield (each.type.key, *(sorted(ends) if each.type.symmetric else ends))


def _in_a_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WORDS else f"{line[: _WORDS - 1]}…"
