"""What changes do to what did not change itself, one file for each thing that may happen to it."""

from collections.abc import Callable, Iterator

from lexigraph.names import sort_key
from lexigraph.query.difference.effects.links import links
from lexigraph.query.difference.effects.mentions import unlinked
from lexigraph.query.difference.effects.orders import orders
from lexigraph.query.difference.effects.orphans import orphans
from lexigraph.query.difference.effects.questions import questions
from lexigraph.query.difference.effects.wanted import wanted
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["EFFECTS", "effects"]

EFFECTS: tuple[Callable[[Sides], Iterator[Effect]], ...] = (wanted, orphans, unlinked, questions, links, orders)
"""In the order in which they are told."""


def effects(sides: Sides) -> tuple[Effect, ...]:
    """All effects, in order of the table, then by kind and title."""
    found: list[Effect] = []
    for each in EFFECTS:
        found += sorted(each(sides), key=lambda effect: (effect.kind, sort_key(effect.title), effect.subject))
    return tuple(found)
