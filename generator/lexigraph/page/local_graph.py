"""The picture of an entry among its neighbours: SVG made at build time, which repeats what Connections says in words.

What leads to the entry stands on the left, what it leads to on the right, one group per relation with its words above.
The list is the interface, so nothing in the picture takes the focus and screen readers pass it by.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from lexigraph.graph import Unresolved
from lexigraph.model import RelationItem
from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.sheet import Sheet
from lexigraph.page.text_width import lines_of, shortened
from lexigraph.vocabulary import Direction, RelationType

__all__ = ["MOST_NEIGHBOURS", "family", "local_graph"]

MOST_NEIGHBOURS = 24
"""Neighbours in a picture; of more it shows those of typed relations first, then those that most refers to."""

_FEWEST = 2
_ROW, _BOX, _WORDS, _GAP = 28, 24, 20, 10
"""Pixels from row to row, height of a box (which css/graph.css sets), of a group's words, space between groups."""
_EM = 13.0
"""Size of the text in pixels."""
_PADDING = 10
_LEFT, _MIDDLE, _MIDDLE_WIDTH, _RIGHT, _WIDTH = 232, 272, 136, 448, 680
"""The right edge of the boxes on the left, the middle box, the left edge of those on the right, the whole."""
_ROOM = (_LEFT - 2 * _PADDING) / _EM
_LINE = 17
_TRUNK = 12
"""Pixels between the boxes of a group and the line that joins them."""


class _Node(NamedTuple):
    """A neighbour: a row of a group."""

    title: str
    href: str
    shape: str
    """Its CSS class beside the shape that it has: empty, `lx-ask` (question), `lx-dashed` (wanted)."""
    importance: int


class _Group(NamedTuple):
    """The neighbours in one direction of a relation."""

    direction: Direction
    nodes: tuple[_Node, ...]

    @property
    def height(self) -> int:
        """Pixels, words included."""
        return _WORDS + _ROW * len(self.nodes)


def local_graph(sheet: Sheet, anchor: str = "connections") -> Markup:
    """The figure, at most 24 neighbours in it; empty for an entry with fewer than two.

    `anchor` is that of the heading under which the same stands as a list.
    """
    groups = _groups(sheet)
    count = sum(len(group.nodes) for group in groups)
    if len({node.href for group in groups for node in group.nodes}) < _FEWEST:
        return Markup("")
    shown = _most_important(groups) if count > MOST_NEIGHBOURS else groups
    left, right = _sides(shown)
    more = f"#{anchor}", max(0, count - MOST_NEIGHBOURS)
    svg = _svg(sheet, left, right, more)
    return element(f'<figure class="lx-graph">\n{svg}\n<figcaption>{_caption(sheet)}</figcaption>\n</figure>\n')


def family(type: RelationType) -> str:
    """How lines of the relation are drawn: `tree`, `order`, `peer`, `ask`, `loose`, or `plain`."""
    if type.hierarchical:
        return "tree"
    if type.key == "related":
        return "loose"
    if "question" in type.from_kinds:
        return "ask"
    if type.symmetric or "comparison" in type.from_kinds:
        return "peer"
    return "order" if type.transitive else "plain"


def _caption(sheet: Sheet) -> str:
    """What the picture shows, and where the same is written."""
    title = escaped(sheet.entry.title)
    said = (
        f"Relations of {title}: from others on the left, its own on the right. The list below says the same in words."
    )
    path = sheet.special("path")
    if not path:
        return said
    at = quoted(f"{path}#from={quote(sheet.id, safe='')}")
    return f'{said} <a href="{at}">How is {title} related to …?</a>'


def _groups(sheet: Sheet) -> list[_Group]:
    """One group per direction in order of the vocabulary; in each as Connections lists them."""
    views, loose = sheet.views, sheet.site.listings.loose_relations.get(sheet.id, ())
    if not loose:
        return [_Group(items[0].direction, _nodes(sheet, (item.other for item in items))) for items in views.values()]
    found = []
    for key, direction in sheet.graph.vocabulary.directions.items():
        nodes = _nodes(sheet, (view.other for view in views.get(key, ())))
        nodes += tuple(node for item in loose if _key(item) == key and (node := _wanted(sheet, item)))
        if nodes:
            found.append(_Group(direction, nodes))
    return found


def _nodes(sheet: Sheet, ids: Iterable[str]) -> tuple[_Node, ...]:
    entries, importance = sheet.graph.entries, sheet.site.listings.importance
    return tuple(
        _Node(entry.title, sheet.href_of(id), "lx-ask" if entry.kind == "question" else "", importance(id))
        for id in ids
        if (entry := entries[id])
    )


def _wanted(sheet: Sheet, item: Unresolved) -> _Node | None:
    """A name without an entry; None for one that several entries have."""
    name = sheet.site.listings.wanted_at.get((item.path, item.span))
    return _Node(item.name, sheet.special("wanted", name.anchor), "lx-dashed", 0) if name else None


def _key(item: Unresolved) -> str:
    return (item.written.key if isinstance(item.written, RelationItem) else "") or "related"


def _most_important(groups: Sequence[_Group]) -> list[_Group]:
    """The groups with 24 nodes in all: typed relations first, then those that most refers to."""
    ranked = sorted(
        (family(group.direction.type) == "loose", -node.importance, number, place)
        for number, group in enumerate(groups)
        for place, node in enumerate(group.nodes)
    )
    kept = {(number, place) for _, _, number, place in ranked[:MOST_NEIGHBOURS]}
    cut = (
        _Group(group.direction, tuple(node for place, node in enumerate(group.nodes) if (number, place) in kept))
        for number, group in enumerate(groups)
    )
    return [group for group in cut if group.nodes]


def _sides(groups: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """What leads to the entry, and what it leads to; relations without a direction where there is more room."""
    left = [group for group in groups if group.direction.inverted]
    right = [group for group in groups if not group.direction.inverted and not group.direction.type.symmetric]
    for group in groups:
        if group.direction.type.symmetric:
            (left if _height(left) < _height(right) else right).append(group)
    return left, right


def _height(groups: Sequence[_Group]) -> int:
    return sum(group.height for group in groups) + _GAP * max(0, len(groups) - 1)


def _svg(sheet: Sheet, left: Sequence[_Group], right: Sequence[_Group], more: tuple[str, int]) -> str:
    """The picture. Without a left side it begins at the middle, without a right side it ends there."""
    lines = lines_of(sheet.entry.title, (_MIDDLE_WIDTH - 2 * _PADDING) / _EM, 3)
    box = _LINE * len(lines) + 14
    href, hidden = more
    below = _ROW if hidden else 0
    height = max(_height(left), _height(right), box + 2 * below) + 4
    middle = height // 2
    start = 0 if left else _MIDDLE - 2
    end = _WIDTH if right else _MIDDLE + _MIDDLE_WIDTH + 2
    parts = [
        f'<svg viewBox="{start} 0 {end - start} {height}" width="{end - start}" height="{height}" aria-hidden="true">'
    ]
    parts += _side(left, middle, is_left=True)
    parts += _side(right, middle, is_left=False)
    parts.append(
        f'<rect class="lx-this" x="{_MIDDLE}" y="{middle - box // 2}" width="{_MIDDLE_WIDTH}" height="{box}" rx="6"/>'
    )
    at = middle - box // 2 + 20
    parts += [
        f'<text class="lx-this" x="{_MIDDLE + _MIDDLE_WIDTH // 2}" y="{at + _LINE * number}">{escaped(line)}</text>'
        for number, line in enumerate(lines)
    ]
    if hidden:
        y = middle + box // 2 + 4
        parts.append(
            f'<a href="{quoted(href)}" tabindex="-1"><rect x="{_MIDDLE}" y="{y}" width="{_MIDDLE_WIDTH}"/>'
            f'<text class="lx-more" x="{_MIDDLE + _MIDDLE_WIDTH // 2}" y="{y + 16}">+{hidden} more</text></a>'
        )
    return "".join((*parts, "</svg>"))


def _side(groups: Sequence[_Group], middle: int, *, is_left: bool) -> list[str]:
    """The groups below each other, each joined to the middle by one line that branches."""
    top = middle - _height(groups) // 2
    lines, boxes = [], []
    for group in groups:
        rows = range(top + _WORDS + _ROW // 2, top + group.height, _ROW)
        lines.append(_line(group, rows, middle, is_left=is_left))
        boxes.append(f'<text class="lx-words" y="{top + 14}" {_words(group, is_left=is_left)}</text>')
        boxes += [_box(node, y, is_left=is_left) for node, y in zip(group.nodes, rows, strict=True)]
        top += group.height + _GAP
    css = ' class="lx-left"' if is_left else ""
    return [*lines, f"<g{css}>", *boxes, "</g>"] if boxes else []


def _words(group: _Group, *, is_left: bool) -> str:
    return f'x="{_LEFT if is_left else _RIGHT}">{escaped(shortened(group.direction.heading, _ROOM)[0])}'


def _line(group: _Group, rows: Sequence[int], middle: int, *, is_left: bool) -> str:
    """From the middle box to the trunk of the group, down the trunk, and from it to every box."""
    if is_left:
        start, trunk, stub = _MIDDLE, _LEFT + _TRUNK, -_TRUNK
    else:
        start, trunk, stub = _MIDDLE + _MIDDLE_WIDTH, _RIGHT - _TRUNK, _TRUNK
    at = (rows[0] + rows[-1]) // 2
    bend = (start + trunk) // 2
    path = f"M{start} {middle}C{bend} {middle} {bend} {at} {trunk} {at}"
    if len(rows) > 1:
        path += f"M{trunk} {rows[0]}V{rows[-1]}"
    path += "".join(f"M{trunk} {y}h{stub}" for y in rows)
    return f'<path class="lx-{family(group.direction.type)}" d="{path}"/>'


def _box(node: _Node, y: int, *, is_left: bool) -> str:
    """A neighbour: a box as wide as its title, a question with pointed ends."""
    title, em = shortened(node.title, _ROOM)
    wide = min(_LEFT - 2, round(em * _EM) + 2 * _PADDING)
    x, text = (_LEFT - wide, _LEFT - _PADDING) if is_left else (_RIGHT, _RIGHT + _PADDING)
    top, css = y - _BOX // 2, f' class="{node.shape}"' if node.shape else ""
    if node.shape == "lx-ask":
        shape = f'<path{css} d="M{x + 7} {top}h{wide - 14}l7 12-7 12H{x + 7}l-7-12z"/>'
    else:
        shape = f'<rect{css} x="{x}" y="{top}" width="{wide}"/>'
    return (
        f'<a href="{quoted(node.href)}" tabindex="-1">{shape}<text x="{text}" y="{y + 4}">{escaped(title)}</text></a>'
    )
