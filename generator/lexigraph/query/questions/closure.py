"""What can be reached from each node of a directed graph, for all nodes at once.

Sets are bits of integers, so that a thousand questions in one long chain cost a million bits and not a million
objects; ids are listed only for whoever asks for them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["Reached", "reached"]


@dataclass(frozen=True, slots=True)
class Reached:
    """Some of the nodes of a graph."""

    members: tuple[str, ...] = ()
    """Nodes of the part of the graph in which they lie."""
    bits: int = 0
    """Which of them: the first is the lowest bit."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in the order of the graph's nodes."""
        bits = self.bits
        found = []
        while bits:
            lowest = bits & -bits
            found.append(self.members[lowest.bit_length() - 1])
            bits ^= lowest
        return tuple(found)

    @property
    def count(self) -> int:
        """How many they are."""
        return self.bits.bit_count()


def reached(following: Mapping[str, Iterable[str]]) -> dict[str, Reached]:
    """For each node what is reached from it in one step or more, itself left out.

    `following` names the nodes, in the order in which what is reached is listed, and where each leads; what leads to
    no node of it is no step. Nodes that reach nothing are left out.
    """
    edges = [(id, next) for id, ids in following.items() for next in ids if next in following and next != id]
    if not edges:
        return {}
    import networkx  # 75 ms

    network: networkx.DiGraph[str] = networkx.DiGraph(edges)
    place = {id: number for number, id in enumerate(following)}
    members: dict[str, tuple[str, ...]] = {}
    bit: dict[str, int] = {}
    for part in networkx.weakly_connected_components(network):
        ids = tuple(sorted(part, key=place.__getitem__))
        members |= dict.fromkeys(ids, ids)
        bit |= {id: 1 << number for number, id in enumerate(ids)}
    beyond: dict[str, int] = {}
    circles = networkx.condensation(network)
    for number in reversed(list(networkx.topological_sort(circles))):
        circle = circles.nodes[number]["members"]
        bits = sum(bit[id] for id in circle) if len(circle) > 1 else 0
        for id in circle:
            for next in network[id]:
                bits |= bit[next] | beyond.get(next, 0)
        beyond |= dict.fromkeys(circle, bits)
    return {id: Reached(members[id], bits) for id in following if (bits := beyond.get(id, 0) & ~bit.get(id, 0))}
