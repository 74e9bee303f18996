"""Did you mean: the entries whose names are nearest to a name that nobody has."""

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Prefix

from lexigraph.graph import Graph
from lexigraph.names import fold

__all__ = ["suggestions"]


def suggestions(graph: Graph, name: str, limit: int = 3) -> tuple[str, ...]:
    """Ids of the nearest entries, nearest first, then by title; none when nothing is near.

    Near is: at most a third of the letters differ by the Damerau–Levenshtein distance (a swapped pair counts
    once) from an id, title, alias or acronym, folded; or the name is the start of one (at least four letters).
    """
    wanted = fold(name)
    if not wanted:
        return ()
    claims: dict[str, str] = {}
    for node in graph.entries.values():
        for known in (node.id, *node.names):
            claims.setdefault(fold(known), node.id)
    best: dict[str, float] = {}
    scored = process.extract_iter(
        wanted, claims.keys(), scorer=DamerauLevenshtein.normalized_distance, score_cutoff=0.34
    )
    for known, score, _ in scored:
        best[claims[known]] = min(score, best.get(claims[known], 1.0))
    if len(wanted) >= 4:
        for known, _, _ in process.extract_iter(
            wanted, claims.keys(), scorer=Prefix.similarity, score_cutoff=len(wanted)
        ):
            best.setdefault(claims[known], 0.5)
    order = {id: place for place, id in enumerate(graph.entries)}
    return tuple(sorted(best, key=lambda near: (best[near], order[near]))[:limit])
