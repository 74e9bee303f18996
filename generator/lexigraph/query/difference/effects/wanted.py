"""Names without an entry: those that are wanted now, those that are no more, those that have one now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lexigraph.graph import Wanted
from lexigraph.names import fold
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["wanted"]


def wanted(sides: Sides) -> Iterator[Effect]:
    """`wanted name met` (its subject: the entry), `wanted name dropped`, `name wanted`, and for a name that had an
    entry `links broken` (its subject: that entry)."""
    first = {fold(item.name): item for item in sides.old.wanted}
    second = {fold(item.name): item for item in sides.new.wanted}
    met: dict[str, list[Effect]] = {}
    for key, item in first.items():
        if key not in second:
            effect = _gone(sides, item)
            if effect.kind == "wanted name met":
                met.setdefault(effect.subject, []).append(effect)
            else:
                yield effect
    yield from map(_as_one, met.values())
    for key, item in second.items():
        known = first.get(key)
        if known is None:
            yield _come(sides, item)


def _gone(sides: Sides, item: Wanted) -> Effect:
    """Met when one entry has the name now and what wanted it is there still."""
    ids = sides.new.names.candidates(item.name)
    others = _sources(sides, (sides.pairs.today(reference.source) for reference in item.references))
    if len(ids) == 1 and others:
        return Effect(
            kind="wanted name met", subject=ids[0], title=sides.title(ids[0]), others=others,
            count=len(item.references), detail=item.name,
        )  # fmt: skip
    return Effect(kind="wanted name dropped", subject=item.name, title=item.name, count=len(item.references))


def _as_one(effects: list[Effect]) -> Effect:
    """Several names of one entry that were wanted, as one effect."""
    others = dict.fromkeys(id for effect in effects for id in effect.others)
    names = dict.fromkeys(effect.detail for effect in effects)
    count = sum(effect.count for effect in effects)
    return replace(effects[0], others=tuple(others), count=count, detail=", ".join(names))


def _come(sides: Sides, item: Wanted) -> Effect:
    ids = sides.old.names.candidates(item.name)
    others = _sources(sides, (reference.source for reference in item.references))
    if len(ids) == 1 and ids[0] in sides.old.entries and ids[0] not in sides.pairs.new_of:
        title = sides.old.entries[ids[0]].title
        kind, subject = "links broken", ids[0]
    else:
        kind, subject, title = "name wanted", item.name, item.name
    return Effect(kind=kind, subject=subject, title=title, others=others, count=len(item.references), detail=item.name)


def _sources(sides: Sides, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of the ids that are entries, in the order of the graph."""
    found = frozenset(ids)
    return tuple(id for id in sides.new.entries if id in found)
