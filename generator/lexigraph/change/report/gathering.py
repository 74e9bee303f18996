"""Changes gathered by what they are about; a relation stands with that of its ends of which there is more to say."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lexigraph.names import sort_key
from lexigraph.query.difference import Change, Difference, Risk

__all__ = ["Gathered", "gathered"]

_RELATIONS = ("relation added", "relation removed")
_SAID_WITH_QUESTION = "about"
"""Relation of a question to its subjects, which are named with it when it is raised."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What there is to say of one entry, question, page or of the scheme."""

    subject: str
    changes: list[Change] = field(default_factory=list)
    relations: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Kind of change and key of the direction, seen from the subject → ids of the other ends."""
    grave: list[Change] = field(default_factory=list)
    """Those of the relations that want care."""
    going: int = 0
    """Relations that are gone because the subject is."""


def gathered(difference: Difference, changes: Iterable[Change]) -> tuple[Gathered, ...]:
    """New entries first, then by title."""
    every = tuple(changes)
    found: dict[str, Gathered] = {}
    new = set(difference.pairs.added)
    degrees = Counter(end for change in every if change.kind in _RELATIONS for end in (change.subject, change.target))
    gone = {change.subject for change in every if change.kind == "entry removed"}
    raised = {change.subject for change in every if change.kind == "question raised"}
    for change in every:
        if change.kind not in _RELATIONS:
            group = found.setdefault(change.subject, Gathered(subject=change.subject))
            group.changes.append(change)
        elif not (change.key == _SAID_WITH_QUESTION and change.subject in raised):
            _add_relation(difference, found, change, degrees, gone, new)
    titles = difference.titles

    def order(group: Gathered) -> tuple[object, ...]:
        title = titles.get(group.subject, group.changes[0].title if group.changes else "")
        return group.subject not in new, sort_key(title), group.subject

    return tuple(sorted(found.values(), key=order))


def _add_relation(
    difference: Difference, found: dict[str, Gathered], change: Change, degrees: Counter[str], gone: set[str],
    new: set[str],
) -> None:  # fmt: skip
    """Put the relation with one of its ends: with one that is gone, else with the one that has more of them."""
    ends = (change.subject, change.target)
    here = max(ends, key=lambda end: (end in gone, end in new, degrees[end], end == change.subject))
    there = ends[1] if here == ends[0] else ends[0]
    group = found.setdefault(here, Gathered(subject=here))
    if here in gone and change.kind == "relation removed":
        group.going += 1
        return
    graph = difference.new if change.key in difference.new.vocabulary.directions else difference.old
    direction = graph.vocabulary.directions[change.key]
    key = direction.key if here == change.subject else direction.opposite
    group.relations.setdefault((change.kind, key), []).append(there)
    if change.risk is not Risk.SAFE:
        group.grave.append(change)
