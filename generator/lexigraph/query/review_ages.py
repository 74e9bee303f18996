"""How long ago the entries of a graph were reviewed."""

import datetime
from dataclasses import dataclass

from lexigraph.graph import Graph

__all__ = ["ReviewAges", "review_ages"]

_LIMITS = (90, 365, 730)
"""Days; each class of age ends with one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAges:
    """Entries by the age of their last review; all counts together are all entries."""

    within: tuple[tuple[int, int], ...]
    """Most days, number of entries that are in no class before; ascending."""
    older: int
    never: int
    """Without a review, or without a date of it."""


def review_ages(graph: Graph, today: datetime.date) -> ReviewAges:
    """The ages on that day; a review in the future counts as one of that day."""
    within = dict.fromkeys(_LIMITS, 0)
    older = never = 0
    for node in graph.entries.values():
        reviewed = node.parsed.fields.last_reviewed
        if reviewed is None:
            never += 1
        elif (limit := next((days for days in _LIMITS if (today - reviewed).days <= days), None)) is not None:
            within[limit] += 1
        else:
            older += 1
    return ReviewAges(within=tuple(within.items()), older=older, never=never)
