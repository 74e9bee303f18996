"""Did you mean: the entries or questions whose names are nearest to a name that nobody has."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Prefix

from lexigraph.graph import Graph
from lexigraph.names import fold

__all__ = ["NearNames", "NearQuestions", "near_questions", "suggestions"]

_FAR = 0.34
"""Share of the letters from which on two names are no slip of each other."""
_PREFIX = 4
"""Letters from which on the start of a name suggests it."""


class NearNames:
    """The names of one graph, folded once, to look for many names that nobody has."""

    def __init__(self, graph: Graph) -> None:
        self._know((node.id, (node.id, *node.names)) for node in graph.entries.values())

    def _know(self, things: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Keep the names of things, each with its id, in the order in which equally near ones are named."""
        self._claims: dict[str, str] = {}
        self._order: dict[str, int] = {}
        for id, names in things:
            self._order[id] = len(self._order)
            for name in names:
                self._claims.setdefault(fold(name), id)
        self._names = list(self._claims)

    def to(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Ids of the nearest entries, nearest first, then by title; none when nothing is near.

        Near is: at most a third of the letters differ, by the Damerau–Levenshtein distance (a swapped pair
        counts once), from an id, title, alias or acronym, folded; or the name is the start of one.
        """
        wanted = fold(name)
        if not wanted:
            return ()
        best: dict[str, float] = {}
        slips = process.extract(
            wanted, self._names, scorer=DamerauLevenshtein.normalized_distance, score_cutoff=_FAR, limit=None
        )
        for known, score, _ in slips:
            best[self._claims[known]] = min(score, best.get(self._claims[known], 1.0))
        if len(wanted) >= _PREFIX:
            starts = process.extract(
                wanted, self._names, scorer=Prefix.similarity, score_cutoff=len(wanted), limit=None
            )
            for known, _, _ in starts:
                best.setdefault(self._claims[known], _FAR)
        return tuple(sorted(best, key=lambda near: (best[near], self._order[near]))[:limit])


class NearQuestions(NearNames):
    """The same for questions, by id and text."""

    def __init__(self, graph: Graph) -> None:
        self._know((id, (id, question.text)) for id, question in graph.questions.items())


def near_questions(graph: Graph, name: str, limit: int = 3) -> tuple[str, ...]:
    """Ids of the questions whose id or text is nearest to the name, nearest first, then by text."""
    return NearQuestions(graph).to(name, limit)


def suggestions(graph: Graph, name: str, limit: int = 3) -> tuple[str, ...]:
    """Ids of the entries nearest to one name, see `NearNames.to`."""
    return NearNames(graph).to(name, limit)
