"""The structural difference of two graphs: what changed, how grave that is, and what it does to the rest.

Owns which entries are the same one (`pairs`), the changes (one file for each part of an entry) and their effects.
Says nothing in sentences: that is the work of `change.report`.
"""

from lexigraph.query.difference.difference import difference
from lexigraph.query.difference.pairs import Pairs
from lexigraph.query.difference.values import Change, Difference, Effect, Risk

__all__ = ["Change", "Difference", "Effect", "Pairs", "Risk", "difference"]
