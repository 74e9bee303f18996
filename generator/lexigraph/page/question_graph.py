"""The picture of a question among others: SVG made at build time, which repeats what the list below it says in words.

What has to be answered first, or would settle it, stands on the left, what hangs on its answer on the right, and
arrows lead that way. Nothing in the picture takes the focus, and screen readers pass it by.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.question_lists import QuestionLink
from lexigraph.page.questions_about import address
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.page.text_width import lines_of
from lexigraph.vocabulary import STATES, Direction

__all__ = ["BEFORE", "question_graph"]

BEFORE = ("has_part", "depends_on", "settled_by")
"""Directions in which those stand that come before the question."""

_MOST = 8
"""Questions of one group that are drawn; of more, how many there are."""
_LEFT, _MIDDLE, _MIDDLE_WIDTH, _RIGHT, _WIDTH = 240, 278, 124, 440, 680
"""The right edge of the boxes on the left, the middle box, the left edge of those on the right, the whole."""
_BOX, _ROW, _WORDS, _GAP, _LINE = 40, 48, 20, 10, 16
"""Pixels: height of a box, from row to row, height of a group's words, space between groups, line of text."""
_EM = 13.0
"""Size of the text in pixels."""
_BOX_WIDTH = _LEFT - 4
_TEXT_AT, _MARK_AT = 32, 18
"""Pixels from the left edge of a box to its text, and to the middle of the mark of its state."""
_TRUNK = 12
_FAMILIES = {"part_of": "tree", "depends_on": "order"}
"""How lines of a relation are drawn; of any other, as `ask`."""


class _Node(NamedTuple):
    lines: tuple[str, ...]
    href: str
    state: str
    """Key; empty for the number of those left out."""


class _Group(NamedTuple):
    direction: Direction
    nodes: tuple[_Node, ...]

    @property
    def height(self) -> int:
        """Pixels, words included."""
        return _WORDS + _ROW * len(self.nodes)


def question_graph(sheet: Sheet, links: Iterable[QuestionLink], anchor: str) -> Markup:
    """The figure; `links` are in order of their directions, `anchor` is that of the heading under which they stand."""
    groups = [
        _Group(direction, _nodes(sheet, tuple(found), anchor))
        for direction, found in groupby(links, key=lambda link: link.direction)
    ]
    left = [group for group in groups if group.direction.key in BEFORE]
    right = [group for group in groups if group.direction.key not in BEFORE]
    states = [state for state in STATES if any(node.state == state for group in groups for node in group.nodes)]
    caption = fill("question_graph.html", has_left=bool(left), has_right=bool(right), states=states)
    svg = _svg(sheet.entry.title, left, right)
    return element(f'<figure class="lx-graph lx-graph--questions">\n{svg}\n{caption}</figure>\n')


def _nodes(sheet: Sheet, links: Sequence[QuestionLink], anchor: str) -> tuple[_Node, ...]:
    room = (_BOX_WIDTH - _TEXT_AT - 12) / _EM
    shown = links if len(links) <= _MOST else links[: _MOST - 1]
    nodes = []
    for link in shown:
        question = sheet.graph.questions[link.other]
        nodes.append(_Node(tuple(lines_of(question.text, room, 2)), address(sheet, question), question.state))
    if rest := len(links) - len(shown):
        nodes.append(_Node((f"+{rest} more",), f"#{anchor}", ""))
    return tuple(nodes)


def _svg(title: str, left: Sequence[_Group], right: Sequence[_Group]) -> str:
    """The picture. Without a left side it begins at the middle, without a right side it ends there."""
    lines = lines_of(title, (_MIDDLE_WIDTH - 16) / _EM, 6)
    box = _LINE * len(lines) + 14
    height = max(_height(left), _height(right), box) + 4
    middle = height // 2
    start = 0 if left else _MIDDLE - 2
    end = _WIDTH if right else _MIDDLE + _MIDDLE_WIDTH + 2
    wide = end - start
    parts = [f'<svg viewBox="{start} 0 {wide} {height}" width="{wide}" height="{height}" aria-hidden="true">']
    parts += _side(left, middle, is_left=True)
    parts += _side(right, middle, is_left=False)
    top = middle - box // 2
    parts.append(f'<rect class="lx-this" x="{_MIDDLE}" y="{top}" width="{_MIDDLE_WIDTH}" height="{box}" rx="6"/>')
    center = _MIDDLE + _MIDDLE_WIDTH // 2
    parts += [
        f'<text class="lx-this" x="{center}" y="{top + 20 + _LINE * number}">{escaped(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return "".join((*parts, "</svg>"))


def _height(groups: Sequence[_Group]) -> int:
    return sum(group.height for group in groups) + _GAP * max(0, len(groups) - 1)


def _side(groups: Sequence[_Group], middle: int, *, is_left: bool) -> list[str]:
    """The groups below each other, each joined to the middle by one line that branches."""
    top = middle - _height(groups) // 2
    lines, boxes = [], []
    for group in groups:
        rows = range(top + _WORDS + _ROW // 2, top + group.height, _ROW)
        lines.append(_line(group, rows, middle, is_left=is_left))
        x = 4 if is_left else _RIGHT + 2
        boxes.append(f'<text class="lx-words" x="{x}" y="{top + 14}">{escaped(group.direction.heading)}</text>')
        boxes += [_box(node, y, 2 if is_left else _RIGHT) for node, y in zip(group.nodes, rows, strict=True)]
        top += group.height + _GAP
    return [*lines, *boxes]


def _line(group: _Group, rows: Sequence[int], middle: int, *, is_left: bool) -> str:
    """From every box on the left to the middle, or from the middle to every box on the right, with an arrow there."""
    at = (rows[0] + rows[-1]) // 2
    if is_left:
        trunk, stub, near = _LEFT + _TRUNK, -_TRUNK, _MIDDLE
        ends = f"M{near} {middle}l-8-4v8z"
    else:
        trunk, stub, near = _RIGHT - _TRUNK, _TRUNK, _MIDDLE + _MIDDLE_WIDTH
        ends = "".join(f"M{_RIGHT} {y}l-8-4v8z" for y in rows)
    bend = (near + trunk) // 2
    path = f"M{near} {middle}C{bend} {middle} {bend} {at} {trunk} {at}"
    if len(rows) > 1:
        path += f"M{trunk} {rows[0]}V{rows[-1]}"
    path += "".join(f"M{trunk} {y}h{stub}" for y in rows)
    family = _FAMILIES.get(group.direction.type.key, "ask")
    return f'<path class="lx-{family}" d="{path}"/><path class="lx-arrow" d="{ends}"/>'


def _box(node: _Node, y: int, x: int) -> str:
    """A question: a box with pointed ends, the mark of its state, at most two lines."""
    top, wide = y - _BOX // 2, _BOX_WIDTH
    shape = f'<path class="lx-ask" d="M{x + 7} {top}h{wide - 14}l7 20-7 20H{x + 7}l-7-20z"/>' if node.state else ""
    first = y + 4 - (_LINE // 2) * (len(node.lines) - 1)
    text = "".join(
        f'<text x="{x + _TEXT_AT}" y="{first + _LINE * number}">{escaped(line)}</text>'
        for number, line in enumerate(node.lines)
    )
    return f'<a href="{quoted(node.href)}" tabindex="-1">{shape}{_mark(node.state, x + _MARK_AT, y)}{text}</a>'


def _mark(state: str, x: int, y: int) -> str:
    """The circle that fills up as a question is answered, crossed out when it is dissolved, as beside its name."""
    if not state:
        return ""
    half, slash = f"M{x - 5} {y}a5 5 0 0 0 10 0z", f"M{x - 3} {y + 3}l6-6"
    filled = {"partially-answered": half, "dissolved": slash}.get(state, "")
    inside = f'<path d="{filled}"/>' if filled else ""
    return f'<g class="lx-mark" data-state="{quoted(state)}"><circle cx="{x}" cy="{y}" r="5"/>{inside}</g>'
