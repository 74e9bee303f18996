"""Entries before which something else is to be read now, though they did not change what they presuppose."""

from collections.abc import Iterable, Iterator, Mapping

from lexigraph.graph import Graph
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["orders"]

_MOST = 500
"""Entries whose reading orders are compared; a change that concerns more is told of these."""


def orders(sides: Sides) -> Iterator[Effect]:
    """`reading order gains`, `reading order loses`: its subject is what is to be read, the others those before which.

    Only entries whose own `requires` stayed are told: of the others the relation is the change.
    """
    before, after = _required(sides.old, sides.pairs.new_of), _required(sides.new, {})
    changed = {id for id in {*before, *after} if before.get(id, set()) != after.get(id, set())}
    if not changed:
        return
    place = {id: number for number, id in enumerate(sides.new.entries)}
    concerned = _reached(_inverted(before, after), changed) - changed
    gained: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for id in sorted((id for id in concerned if id in sides.pairs.old_of), key=place.__getitem__)[:_MOST]:
        first, second = _reached(before, (id,)) - {id}, _reached(after, (id,)) - {id}
        for other in second - first:
            gained.setdefault(other, []).append(id)
        for other in first - second:
            lost.setdefault(other, []).append(id)
    for kind, found in (("reading order gains", gained), ("reading order loses", lost)):
        for other, ids in found.items():
            yield Effect(kind=kind, subject=other, title=sides.title(other), others=tuple(ids))


def _required(graph: Graph, today: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for relation in graph.relations:
        if relation.type.key == "requires":
            source, target = (today.get(id, id) for id in (relation.source, relation.target))
            found.setdefault(source, set()).add(target)
    return found


def _inverted(*sides: Mapping[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for required in sides:
        for source, targets in required.items():
            for target in targets:
                found.setdefault(target, set()).add(source)
    return found


def _reached(following: Mapping[str, set[str]], start: Iterable[str]) -> set[str]:
    """The start and all that it leads to."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for id in following.get(waiting.pop(), ()):
            if id not in found:
                found.add(id)
                waiting.append(id)
    return found
