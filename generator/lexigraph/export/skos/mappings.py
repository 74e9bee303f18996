"""Mappings to other vocabularies that do not contradict each other, by IRI.

Dropped are those to the entry itself, to what is no concept, to what is exactly the same thing and yet wider, narrower
or related (SKOS S45, S46), and related ones to something that is above or below (S27).
"""

from collections.abc import Collection, Mapping
from dataclasses import fields

from lexigraph.export.rdf.names import SKOS
from lexigraph.export.rdf.terms import iri
from lexigraph.export.skos.clashes import Pair, one_above_the_other, same_things
from lexigraph.model import Mappings

__all__ = ["MATCHES", "hierarchy_of", "mapped", "without_clashes"]

MATCHES: Mapping[str, str] = {field.name: f"{SKOS}{field.name}Match" for field in fields(Mappings)}
"""Key of `mappings` → its property."""

Mapped = Mapping[str, tuple[Pair, ...]]
"""Key of `mappings` → pairs of an entry's IRI and what it is mapped to."""


def mapped(mappings: Mapping[str, Mappings], others: Collection[str]) -> dict[str, tuple[Pair, ...]]:
    """What entries are mapped to, without what clashes with an exact mapping.

    Args:
        mappings: IRI of an entry → its mappings.
        others: IRIs of things of the scheme that are no concepts.
    """
    pairs = {
        key: tuple(
            (source, target)
            for source, each in mappings.items()
            for target in sorted({iri(written) for written in getattr(each, key)})
            if target and target != source and target not in others
        )
        for key in MATCHES
    }
    same = same_things(pairs["exact"])
    for key in ("broad", "narrow", "related"):
        pairs[key] = tuple(pair for pair in pairs[key] if same.get(pair[0], pair[0]) != same.get(pair[1], pair[1]))
    return pairs


def hierarchy_of(pairs: Mapped) -> dict[str, set[str]]:
    """IRI → what the mappings put directly above it."""
    found: dict[str, set[str]] = {}
    for lower, upper in (*pairs["broad"], *((upper, lower) for lower, upper in pairs["narrow"])):
        found.setdefault(lower, set()).add(upper)
    return found


def without_clashes(pairs: Mapped, broader: Mapping[str, Collection[str]]) -> Mapped:
    """The same without related mappings to what is above or below in that hierarchy."""
    clashing = one_above_the_other(broader, pairs["related"])
    return {**pairs, "related": tuple(pair for pair in pairs["related"] if pair not in clashing)}
