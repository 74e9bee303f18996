"""Which statements of a scheme contradict each other, so that only one of them can be made in SKOS.

Source: W3C, SKOS Reference: S27, nothing is related to what is above it; S45 and S46, what is exactly the same as
something, however many steps away, is neither wider than it, nor narrower, nor related to it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

__all__ = ["Pair", "circles", "one_above_the_other", "same_things"]

Pair = tuple[str, str]

_AT_ONCE = 4096
"""Things that are looked for above all others in one pass; bounds the memory."""


def one_above_the_other(broader: Mapping[str, Collection[str]], pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Those of the pairs of which one is above the other, at whatever distance.

    Circles are fine: all in a circle are above each other. Takes a pass over the hierarchy for every 4,096 things that
    are in pairs.

    Args:
        broader: IRI → IRIs of what is directly above it.
        pairs: of IRIs, in either order.
    """
    asked = [(one, other) for one, other in pairs if broader.keys() & {one, other}]
    if not asked:
        return frozenset()
    place, members, above = _condensed(broader)
    found: set[Pair] = set()
    things = iter(dict.fromkeys(thing for pair in asked for thing in pair if thing in place))
    while chunk := list(islice(things, _AT_ONCE)):
        bits = {thing: 1 << number for number, thing in enumerate(chunk)}
        reached = _reached(members, above, bits)
        for one, other in asked:
            for lower, upper in ((one, other), (other, one)):
                if lower in place and reached[place[lower]] & bits.get(upper, 0):
                    found.add((one, other))
    return frozenset(found)


def circles(broader: Mapping[str, Collection[str]]) -> Iterator[frozenset[str]]:
    """The circles that nothing else is above; things that are above each other all belong to one."""
    if broader:
        _, members, above = _condensed(broader)
        for number, things in enumerate(members):
            if len(things) > 1 and not above[number]:
                yield things


def same_things(exact: Iterable[Pair]) -> Mapping[str, str]:
    """IRI → one of those that are the same thing, the same for all of them; an IRI in no pair is missing."""
    import networkx

    return {
        thing: min(things) for things in networkx.connected_components(networkx.Graph(list(exact))) for thing in things
    }


def _condensed(
    broader: Mapping[str, Collection[str]],
) -> tuple[Mapping[str, int], list[frozenset[str]], list[tuple[int, ...]]]:
    """The hierarchy with each circle as one: where a thing is, what is in each, what is above; upper ones first."""
    import networkx

    graph = networkx.DiGraph((lower, upper) for lower, uppers in broader.items() for upper in uppers)
    condensed = networkx.condensation(graph)
    order = list(networkx.topological_sort(condensed))[::-1]
    number = {node: place for place, node in enumerate(order)}
    members = [frozenset(condensed.nodes[node]["members"]) for node in order]
    above = [tuple(number[upper] for upper in condensed.successors(node)) for node in order]
    return {thing: place for place, things in enumerate(members) for thing in things}, members, above


def _reached(members: list[frozenset[str]], above: list[tuple[int, ...]], bits: Mapping[str, int]) -> list[int]:
    """For each circle or single thing the bits of what is above its members."""
    own = [sum(bits.get(thing, 0) for thing in things) for things in members]
    reached: list[int] = []
    for number, uppers in enumerate(above):
        found = own[number] if len(members[number]) > 1 else 0
        for upper in uppers:
            found |= reached[upper] | own[upper]
        reached.append(found)
    return reached
