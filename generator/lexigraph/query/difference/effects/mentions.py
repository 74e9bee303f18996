"""Entries whose text names an entry that was not there, without a link that somebody wrote."""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.link.mentions import MentionFinder
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Effect

__all__ = ["unlinked"]

_SPACE_LIKE = {ord(char): " " for char in "\n\r\t-‐‑\u00a0"}
_MOST = 2000
"""Texts that are searched whole; where more hold one of the names, the rest is not told of."""


def unlinked(sides: Sides) -> Iterator[Effect]:
    """`named without a link`: its subject is the new entry, the others those that were there and name it."""
    new = {id: sides.new.entries[id] for id in sides.pairs.added}
    if not new:
        return
    holders = _holders(sides.new, new)[:_MOST]
    if not holders:
        return
    named: dict[str, list[str]] = {}
    finder = MentionFinder(_rivals(sides.new, new), sides.new.names)
    for node in holders:
        found = {mention.target for mention in finder.mentions(node, sides.new.resolved[node.path])}
        for id in found & new.keys():
            if node.id not in sides.new_links.get(id, ()):
                named.setdefault(id, []).append(node.id)
    for id, others in named.items():
        yield Effect(kind="named without a link", subject=id, title=new[id].title, others=tuple(others))


def _holders(graph: Graph, new: dict[str, EntryNode]) -> list[EntryNode]:
    """Entries that were there before and whose source holds one of the new names, in the order of the graph."""
    from ahocorasick_rs import AhoCorasick

    names = sorted({pattern for node in new.values() for name in node.names if (pattern := _folded(name).strip())})
    automaton = AhoCorasick(names)
    return [
        node
        for id, node in graph.entries.items()
        if id not in new and automaton.find_matches_as_indexes(_folded(f"{node.definition}\n{node.parsed.source}"))
    ]


def _rivals(graph: Graph, new: dict[str, EntryNode]) -> dict[str, EntryNode]:
    """The new entries, and those of which a longer name holds a new one, so that it wins where both stand."""
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(sorted({_folded(name) for node in new.values() for name in node.names if name}))
    return {
        id: node
        for id, node in graph.entries.items()
        if id in new or automaton.find_matches_as_indexes("\0".join(map(_folded, node.names)))
    }


def _folded(text: str) -> str:
    """Without case and line ends, so that a name is found wherever the finder of mentions would find it."""
    return text.translate(_SPACE_LIKE).lower()
