"""Circles among relations that must not run in one."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lexigraph.check.spoken import steps
from lexigraph.graph import Graph, Relation
from lexigraph.model import Diagnostic, Rule

if TYPE_CHECKING:
    import networkx

__all__ = ["circle_finding", "circles"]

_STARTS = 100
"""Entries of one knot from which a shortest circle is looked for; in a larger one it may not be the shortest."""


def circles(graph: Graph, relations: Iterable[Relation]) -> Iterator[tuple[Relation, ...]]:
    """One shortest circle of each strongly connected component.

    However many circles are knotted together, one has to be cut before the next can be judged. A circle
    begins at the entry whose path is last; where two relations join a pair, the first is shown. By path of
    the first entry.
    """
    import networkx

    between: dict[tuple[str, str], Relation] = {}
    for relation in relations:
        between.setdefault((relation.source, relation.target), relation)
    network: networkx.DiGraph[str] = networkx.DiGraph(list(between))
    found = []
    for component in networkx.strongly_connected_components(network):
        if len(component) > 1:
            members = sorted(component, key=lambda member: (graph.entries[member].path, member))
            # a subgraph view would walk the set, whose order differs from run to run
            knot: networkx.DiGraph[str] = networkx.DiGraph()
            knot.add_nodes_from(members)
            knot.add_edges_from((id, next) for id in members for next in network[id] if next in component)
            ids = _shortest(knot)
            start = max(range(len(ids)), key=lambda place: (graph.entries[ids[place]].path, ids[place]))
            found.append([*ids[start:], *ids[:start]])
    for ids in sorted(found, key=lambda ids: graph.entries[ids[0]].path):
        yield tuple(between[pair] for pair in zip(ids, [*ids[1:], ids[0]], strict=True))


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
