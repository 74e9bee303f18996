"""The changed relations as a Mermaid diagram: added ones thick, removed ones dotted, a few that stay for context.

Labels come from titles that anybody may have written. Nodes are called `n1`, `n2`, …; each character of a label that
could mean something to Mermaid or end the fence is a numbered entity. Source: mermaid.js.org, "Entity codes".
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lexigraph.change.report.phrase import cut
from lexigraph.change.report.words import Words
from lexigraph.graph import Graph
from lexigraph.names import sort_key
from lexigraph.query.difference import Change, Difference, Risk

__all__ = ["MOST_NODES", "Picture", "picture"]

MOST_NODES = 15
_WITH_NEIGHBOURS = 8
"""Nodes up to which the nearest neighbours are drawn too."""
_MOST_EDGES = 30
"""Changed relations that are drawn."""
_MOST_STAYING = 8
"""Relations that stay and are drawn."""
_LONGEST = 40
"""Characters of a label."""
_HARMLESS = frozenset(" ,.?!'’-–/()+=…")
_ARROWS = {("added", False): "==>", ("removed", False): "-.->", ("", False): "-->",
           ("added", True): "===", ("removed", True): "-.-", ("", True): "---"}  # fmt: skip


class _Edge(NamedTuple):
    what: str
    """`added`, `removed`, or empty for a relation that stays."""
    key: str
    source: str
    target: str


class Picture(NamedTuple):
    """A diagram."""

    source: str
    """Without its fence; empty when there is nothing to draw."""
    left_out: int = 0
    """Changed relations for which there was no room."""


def picture(difference: Difference, words: Words) -> Picture:
    """The diagram of the changed relations."""
    changed = sorted(
        (change for change in difference.changes if change.kind in ("relation added", "relation removed")), key=_order
    )
    if not changed:
        return Picture("")
    nodes: dict[str, None] = {}
    edges: list[_Edge] = []
    for change in changed:
        ends = (change.subject, change.target)
        if len({*nodes, *ends}) <= MOST_NODES and len(edges) < _MOST_EDGES:
            nodes |= dict.fromkeys(ends)
            edges.append(_Edge(change.kind.removeprefix("relation "), change.key, *ends))
    left_out = len(changed) - len(edges)
    edges += _staying(difference.new, nodes, edges)
    return Picture("\n".join(("graph LR", *_drawn(words, edges))), left_out)


def _order(change: Change) -> tuple[object, ...]:
    """Grave ones first; those of questions last, whose labels are long."""
    return change.risk is Risk.SAFE, change.key == "about", change.sort_key


def _staying(graph: Graph, nodes: dict[str, None], edges: Iterable[_Edge]) -> Iterator[_Edge]:
    """Relations that stay between the nodes, then those to the neighbours that have most to do with them."""
    drawn = {frozenset((edge.source, edge.target)) for edge in edges}
    near: dict[str, list[_Edge]] = {}
    left = _MOST_STAYING
    for id in tuple(nodes):
        for view in graph.relations_at.get(id, ()):
            pair = frozenset((id, view.other))
            edge = _Edge("", view.relation.type.key, view.relation.source, view.relation.target)
            if pair in drawn or view.other not in nodes:
                near.setdefault(view.other, []).append(edge)
            elif left:
                left -= 1
                drawn.add(pair)
                yield edge

    def nearness(id: str) -> tuple[object, ...]:
        return -len(near[id]), sort_key(graph.entries[id].title)

    for id in sorted((id for id in near if id not in nodes and id in graph.entries), key=nearness):
        if len(nodes) < _WITH_NEIGHBOURS and left:
            left -= 1
            nodes[id] = None
            yield near[id][0]


def _drawn(words: Words, edges: Iterable[_Edge]) -> Iterator[str]:
    names: dict[str, str] = {}
    for edge in edges:
        direction = words.direction(edge.key)
        ends = [_node(words, names, id) for id in (edge.source, edge.target)]
        arrow = _ARROWS[edge.what, direction.type.symmetric]
        yield f'  {ends[0]} {arrow}|"{_label(direction.words)}"| {ends[1]}'


def _node(words: Words, names: dict[str, str], id: str) -> str:
    """Its name, with the label where it stands first."""
    if id in names:
        return names[id]
    names[id] = f"n{len(names) + 1}"
    return f'{names[id]}["{_label(words.name(id).text)}"]'


def _label(text: str) -> str:
    """The text as the inside of a quoted label."""
    return "".join(char if _is_harmless(char) else f"#{ord(char)};" for char in cut(text, _LONGEST)) or "#63;"


def _is_harmless(char: str) -> bool:
    return char.isalnum() or char in _HARMLESS or unicodedata.category(char).startswith("M")
