"""Entries to which links of a text lead that did not before, or do no more."""

from collections.abc import Iterator

from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["links"]


def links(sides: Sides) -> Iterator[Effect]:
    """`links gained`, `links lost`: of entries that are in both graphs, with the entries that link to them, or did.

    Relations are changes themselves; only links in texts count here.
    """
    nothing: set[str] = set()
    place: dict[str, int] = {}
    for old, new in sides.both:
        was, after = sides.old_links.get(old.id, nothing), sides.new_links.get(new.id, nothing)
        if was == after:
            continue
        before = set(map(sides.pairs.today, was))
        place = place or {id: number for number, id in enumerate((*sides.new.entries, *sides.old.entries))}
        for kind, others in (("links gained", after - before), ("links lost", before - after)):
            if others:
                in_order = tuple(sorted(others, key=place.__getitem__))
                yield Effect(kind=kind, subject=new.id, title=new.title, others=in_order)
