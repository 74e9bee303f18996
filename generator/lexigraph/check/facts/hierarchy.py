"""The way up in a hierarchy: from an entry to what stands above it."""

from collections.abc import Container, Iterable, Mapping

from lexigraph.graph import Relation

__all__ = ["Above", "Patience", "above_of", "way_up"]

_MOST_STEPS = 2_000_000
"""Relations that a rule looks at in all, so that its time is bounded in a hierarchy with shortcuts everywhere."""

Above = Mapping[str, Mapping[str, Relation]]
"""Id → id of what stands directly above it → the relation that says so."""


class Patience:
    """How many relations may still be looked at; when none is left, no way is found."""

    __slots__ = ("left",)

    def __init__(self, left: int = _MOST_STEPS) -> None:
        self.left = left


def above_of(relations: Iterable[Relation]) -> Above:
    """What stands directly above what by these relations; where two join a pair, the first says so."""
    found: dict[str, dict[str, Relation]] = {}
    for relation in relations:
        found.setdefault(relation.source, {}).setdefault(relation.target, relation)
    return found


def way_up(
    above: Above, low: str, high: str, *, not_first: Container[str] = (), patience: Patience | None = None
) -> list[Relation]:
    """The relations along a shortest way up from one entry to another; empty when it does not stand above it.

    `not_first` are ids to which the first step must not lead; `patience` is what all calls of a rule share.
    """
    came: dict[str, Relation] = {}
    level = [low]
    while level and high not in came:
        following = []
        for id in level:
            if patience is not None:
                patience.left -= len(above.get(id, ()))
                if patience.left < 0:
                    return []
            for next, step in above.get(id, {}).items():
                if next not in came and next != low and not (id == low and next in not_first):
                    came[next] = step
                    following.append(next)
        level = following
    steps: list[Relation] = []
    at = high if high in came else low
    while at != low:
        steps.append(came[at])
        at = came[at].source
    return steps[::-1]
