"""Entries that nothing leads to any more, and those to which something does now."""

from collections.abc import Iterable, Iterator, Mapping

from lexigraph.graph import Relation
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["orphans"]


def orphans(sides: Sides) -> Iterator[Effect]:
    """`orphaned`, `orphan no longer`: of entries that are in both graphs."""
    before = _joined(sides.old.relations, sides.old_links)
    after = _joined(sides.new.relations, sides.new_links)
    for old, new in sides.both:
        if (old.id in before) != (new.id in after):
            kind = "orphaned" if old.id in before else "orphan no longer"
            yield Effect(kind=kind, subject=new.id, title=new.title)


def _joined(relations: Iterable[Relation], links: Mapping[str, set[str]]) -> set[str]:
    """Ids of entries that have a relation or link in either direction."""
    found = set(links).union(*links.values())
    for relation in relations:
        found.add(relation.source)
        found.add(relation.target)
    return found
