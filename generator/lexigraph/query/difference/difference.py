"""All parts of the difference, in one place."""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.query.difference.effects import effects
from lexigraph.query.difference.fields import fields
from lexigraph.query.difference.identities import identities
from lexigraph.query.difference.names import names
from lexigraph.query.difference.pairs import paired
from lexigraph.query.difference.questions import questions
from lexigraph.query.difference.relations import relations
from lexigraph.query.difference.scheme import scheme
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.texts import attachments, pages, prose
from lexigraph.query.difference.values import Change, Difference, ranked

__all__ = ["difference"]


def difference(old: Graph, new: Graph) -> Difference:
    """What changed from one graph to the other, and what that does; in time linear in what they hold.

    No text is decoded but those that may name a new entry.
    """
    sides = Sides(old=old, new=new, pairs=paired(old, new))
    if old is new:
        return Difference(old=old, new=new, pairs=sides.pairs, changes=(), effects=())
    changes = ranked(_changes(sides))
    return Difference(old=old, new=new, pairs=sides.pairs, changes=changes, effects=effects(sides))


def _changes(sides: Sides) -> Iterator[Change]:
    yield from scheme(sides.old, sides.new)
    yield from identities(sides)
    for old, new in sides.both:
        if old.parsed is not new.parsed:
            yield from names(sides, old, new)
            yield from fields(sides, old, new)
            yield from prose(old, new)
    yield from relations(sides)
    yield from questions(sides)
    yield from pages(sides)
    yield from attachments(sides)
