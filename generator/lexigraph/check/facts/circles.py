"""Circles among relations that must not run in one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from lexigraph.check.words.relations import steps
from lexigraph.graph import Graph, Relation
from lexigraph.model import Diagnostic, Rule

if TYPE_CHECKING:
    import networkx

__all__ = ["circle_finding", "circles", "rings"]

_STARTS = 100
"""Entries of one knot from which a shortest circle is looked for; in a larger one it may not be the shortest."""


def circles(graph: Graph, relations: Iterable[Relation]) -> Iterator[tuple[Relation, ...]]:
    """One shortest circle of each strongly connected component.

    However many circles are knotted together, one has to be cut before the next can be judged. A circle
    begins at the entry whose path is last; where two relations join a pair, the first is shown. By path of
    the first entry. An end that is no entry is a question.
    """

    def path(id: str) -> str:
        return (graph.entries.get(id) or graph.questions[id]).path

    between: dict[tuple[str, str], Relation] = {}
    for relation in relations:
        between.setdefault((relation.source, relation.target), relation)
    for ids in rings(between, path):
        yield tuple(between[pair] for pair in zip(ids, [*ids[1:], ids[0]], strict=True))


def rings(pairs: Iterable[tuple[str, str]], path: Callable[[str], str]) -> list[list[str]]:
    """The ids along one shortest circle of each knot of these pairs, begun and sorted as `circles` are."""
    knotted = _knotted(pairs)
    if not knotted:
        return []
    import networkx

    network: networkx.DiGraph[str] = networkx.DiGraph(knotted)
    found = []
    for component in networkx.strongly_connected_components(network):
        if len(component) > 1:
            members = sorted(component, key=lambda member: (path(member), member))
            # a subgraph view would walk the set, whose order differs from run to run
            knot: networkx.DiGraph[str] = networkx.DiGraph()
            knot.add_nodes_from(members)
            knot.add_edges_from((id, next) for id in members for next in network[id] if next in component)
            ids = _shortest(knot)
            start = max(range(len(ids)), key=lambda place: (path(ids[place]), ids[place]))
            found.append([*ids[start:], *ids[:start]])
    return sorted(found, key=lambda ids: path(ids[0]))


def _knotted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs without those that lead only to ends, which are in no circle: mostly there are none left."""
    pairs = list(pairs)
    open_ends: Counter[str] = Counter(source for source, _ in pairs)
    below: dict[str, list[str]] = {}
    for source, target in pairs:
        below.setdefault(target, []).append(source)
    ends = [target for target in below if target not in open_ends]
    for end in ends:  # grows while it is walked
        for source in below.get(end, ()):
            open_ends[source] -= 1
            if not open_ends[source]:
                ends.append(source)
    gone = set(ends)
    return [pair for pair in pairs if gone.isdisjoint(pair)]


def _shortest(knot: "networkx.DiGraph[str]") -> list[str]:
    """The ids along a shortest circle of a strongly connected graph."""
    import networkx

    backwards = knot.reverse()
    best: list[str] = []
    for start in list(knot)[:_STARTS]:
        cutoff = len(best) - 2 if best else None
        if cutoff == 0:
            break
        away = networkx.single_source_shortest_path_length(backwards, start, cutoff=cutoff)
        nearest = min((id for id in knot[start] if id in away), key=away.__getitem__, default=None)
        if nearest is not None and (not best or away[nearest] + 1 < len(best)):
            best = list(networkx.shortest_path(knot, nearest, start))
    return best


def circle_finding(rule: Rule, circle: tuple[Relation, ...], what: str, help: str) -> Diagnostic:
    """The finding that prints the circle, at its first relation."""
    first = circle[0]
    return rule.at(
        first.path,
        first.span,
        f"{what} in a circle of {len(circle)}",
        help=help,
        related=steps(circle),
        entry=first.author,
        subject=" ".join(sorted(relation.source for relation in circle)),
    )
