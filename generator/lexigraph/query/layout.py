"""Where the entries stand on the map: communities beside each other, springs inside each.

Positions depend on names and relations alone, not on the last build: start positions come from a hash of the ids, so
that a small change moves little. Coordinates are rounded at every step, so that processors that add in another order
arrive at the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import pi, sqrt
from typing import TYPE_CHECKING, NamedTuple

from lexigraph.query.communities import by_hash, communities

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Points = NDArray[numpy.float64]
    """Rows of x and y."""

__all__ = ["Layout", "Region", "layout"]

_STEPS = 30
_SAMPLE = 200
"""Nodes by which each is pushed in one step, in larger communities; other ones in the next step."""
_SPACE = 100.0
"""Width of the square that one node has on average."""
_BETWEEN = 60.0
"""Space between two communities."""
_TOPIC = 0.5
"""Weight of having the topic in common, shared among its entries by way of one node; a relation has at least 1."""
_PLACES = 6


class Region(NamedTuple):
    """A community on the map."""

    x: int
    y: int
    radius: int
    members: tuple[int, ...]
    """Numbers of the nodes."""


class Layout(NamedTuple):
    """Positions in whole numbers from 0; a node has about 100 × 100 of room."""

    places: tuple[tuple[int, int], ...]
    """x and y of each node."""
    regions: tuple[Region, ...]
    """The largest first; every node is in one."""


def layout(names: Sequence[str], edges: Mapping[tuple[int, int], float], groups: Sequence[str]) -> Layout:
    """Place nodes that have these names (unique), weighted edges between their numbers, and a group (topic) each.

    Nodes without edges stand with their group; those that have none either stand together.
    """
    if not names:
        return Layout((), ())
    members = _members(names, edges, groups)
    inside = [_inside(nodes, names, edges) for nodes in _with_edges(members, edges)]
    radii = [sqrt(len(nodes) / pi) * _SPACE for nodes in members]
    centres = _centres(members, edges, radii)
    return _joined(members, inside, radii, centres)


def _members(names: Sequence[str], edges: Mapping[tuple[int, int], float], groups: Sequence[str]) -> list[list[int]]:
    """The nodes of each community, in the order of a hash of their names; the largest community first."""
    topics = {group: len(names) + number for number, group in enumerate(sorted({*groups} - {""}))}
    neighbours: list[dict[int, float]] = [{} for _ in range(len(names) + len(topics))]
    for (one, other), weight in edges.items():
        if one != other:
            neighbours[one][other] = neighbours[one].get(other, 0.0) + weight
            neighbours[other][one] = neighbours[other].get(one, 0.0) + weight
    for node, group in enumerate(groups):
        if group:
            neighbours[node][topics[group]] = neighbours[topics[group]][node] = _TOPIC
    found = communities(neighbours, [*names, *(f"\0{group}" for group in topics)])
    members: dict[int, list[int]] = {}
    for node in by_hash(names):
        is_alone = not neighbours[node]
        members.setdefault(-1 if is_alone else found[node], []).append(node)
    return sorted(members.values(), key=lambda nodes: (-len(nodes), names[nodes[0]]))


def _with_edges(
    members: Sequence[Sequence[int]], edges: Mapping[tuple[int, int], float]
) -> Iterable[tuple[Sequence[int], list[tuple[int, int]]]]:
    """Each community with the edges inside it."""
    home = {node: number for number, nodes in enumerate(members) for node in nodes}
    own: list[list[tuple[int, int]]] = [[] for _ in members]
    for one, other in edges:
        if home[one] == home[other]:
            own[home[one]].append((one, other))
    return zip(members, own, strict=True)


def _inside(
    community: tuple[Sequence[int], list[tuple[int, int]]], names: Sequence[str], edges: Mapping[tuple[int, int], float]
) -> Points:
    """Positions in the unit disc, those of many edges nearer to its middle."""
    import numpy as np

    nodes, own = community
    degrees = dict.fromkeys(nodes, 0.0)
    for one, other in own:
        degrees[one] += 1
        degrees[other] += 1
    inward = sorted(nodes, key=lambda node: -degrees[node])  # stable: ties in the order of the hash
    rank = {node: place for place, node in enumerate(inward)}
    turn = np.arange(len(nodes)) * (pi * (3 - sqrt(5)))
    reach = np.sqrt((np.arange(len(nodes)) + 0.5) / len(nodes))
    start = np.column_stack([reach * np.cos(turn), reach * np.sin(turn)])
    own.sort(key=lambda edge: (rank[edge[0]], rank[edge[1]]))
    ends = np.array([(rank[one], rank[other]) for one, other in own], dtype=np.int64).reshape(-1, 2)
    weights = np.array([edges[edge] for edge in own], dtype=np.float64)
    settled = _filled(_springs(start, ends, weights))
    found: Points = settled[[rank[node] for node in nodes]]
    return found


def _filled(places: Points) -> Points:
    """The positions spread over the unit disc: their middle in its middle, nearly all of them within its rim."""
    import numpy as np

    if len(places) < 3:
        return places * 0.6
    places = places - places.mean(axis=0)
    lengths = np.sqrt((places**2).sum(axis=1))
    wide = max(float(np.quantile(lengths, 0.9)), 1e-6)
    kept = np.minimum(lengths / wide * 0.84, 0.94) / np.maximum(lengths, 1e-6)
    found: Points = np.round(places * kept[:, None], _PLACES)
    return found


def _springs(start: Points, ends: NDArray[numpy.int64], weights: Points) -> Points:
    """The positions after some steps in which edges pull and all nodes push, within the unit disc.

    Source: Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991.
    """
    import numpy as np

    count = len(start)
    if count < 3:
        return start
    ideal = sqrt(pi / count)
    stride = max(1, count // _SAMPLE)
    places = np.round(start, _PLACES)
    for step in range(_STEPS):
        others = places[step % stride :: stride]
        # |a-b|² = |a|² + |b|² - 2ab, and the sum of (a-b)/|a-b|² likewise: products of matrices, no third axis
        squares = (places**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)[None, :] - 2 * (places @ others.T)
        nearness = 1 / np.maximum(squares, (ideal / 10) ** 2)
        force = places * nearness.sum(axis=1)[:, None] - nearness @ others
        force *= ideal**2 * count / len(others)
        if len(ends):
            along = places[ends[:, 1]] - places[ends[:, 0]]
            pull = along * (np.sqrt((along**2).sum(axis=1)) * np.minimum(weights, 3.0) / (6 * ideal))[:, None]
            for axis in (0, 1):
                force[:, axis] += np.bincount(ends[:, 0], pull[:, axis], count)
                force[:, axis] -= np.bincount(ends[:, 1], pull[:, axis], count)
        force -= places * ideal  # hold what no edge holds
        lengths = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        most = 0.15 * (1 - step / _STEPS)
        places = places + force * (np.minimum(lengths, most) / lengths)[:, None]
        places /= np.maximum(np.sqrt((places**2).sum(axis=1)), 1.0)[:, None]
        places = np.round(places, _PLACES)
    return places


def _centres(
    members: Sequence[Sequence[int]], edges: Mapping[tuple[int, int], float], radii: Sequence[float]
) -> Points:
    """The middle of each community: those with many edges between them are near, none overlap."""
    import numpy as np

    home = {node: number for number, nodes in enumerate(members) for node in nodes}
    between: dict[tuple[int, int], float] = {}
    for (one, other), weight in edges.items():
        pair = (min(home[one], home[other]), max(home[one], home[other]))
        if pair[0] != pair[1]:
            between[pair] = between.get(pair, 0.0) + weight
    pairs = sorted(between)
    sizes = [len(nodes) for nodes in members]
    ties = np.array([between[pair] / sqrt(sizes[pair[0]] * sizes[pair[1]]) for pair in pairs], dtype=np.float64)
    if len(ties):
        ties /= ties.max()
    turn = np.arange(len(members)) * (pi * (3 - sqrt(5)))
    reach = np.sqrt((np.arange(len(members)) + 0.5) / len(members))
    start = np.column_stack([reach * np.cos(turn), reach * np.sin(turn)])
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    wide = np.array(radii) + _BETWEEN / 2
    return _apart(_springs(start, ends, ties) * sqrt(float((wide**2).sum())), wide)


def _apart(centres: Points, radii: Points) -> Points:
    """The centres moved so that no two discs overlap, and drawn together where there is room, more so in height:
    screens are wide."""
    import numpy as np

    sums = radii[:, None] + radii[None, :]
    share = radii[None, :] ** 2 / (radii[:, None] ** 2 + radii[None, :] ** 2)
    np.fill_diagonal(sums, 0.0)
    for step in range(300):
        if step < 200:
            centres = centres * (0.991, 0.987)
        gaps = centres[:, None, :] - centres[None, :, :]
        lengths = np.maximum(np.sqrt((gaps**2).sum(axis=2)), 1e-6)
        overlap = np.maximum(sums - lengths, 0.0)
        if step >= 200 and not overlap.any():
            break
        push = gaps / lengths[:, :, None] * (overlap * share)[:, :, None]
        centres = np.round(centres + push.sum(axis=1), 3)
    return centres


def _joined(
    members: Sequence[Sequence[int]], inside: Sequence[Points], radii: Sequence[float], centres: Points
) -> Layout:
    """All positions in one square, from 0."""
    import numpy as np

    places = np.zeros((sum(map(len, members)), 2))
    for nodes, own, radius, centre in zip(members, inside, radii, centres, strict=True):
        places[list(nodes)] = own * radius + centre
    corner = np.minimum(places.min(axis=0), (centres - np.array(radii)[:, None]).min(axis=0))
    whole = np.rint(places - corner).astype(int).tolist()
    middles = np.rint(centres - corner).astype(int).tolist()
    return Layout(
        tuple((x, y) for x, y in whole),
        tuple(
            Region(x, y, round(radius), tuple(nodes))
            for (x, y), radius, nodes in zip(middles, radii, members, strict=True)
        ),
    )
