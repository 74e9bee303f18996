"""How values look to people: result sequences as tables, entries, questions, paths and graphs in a notebook.

What others wrote is drawn harmlessly on a terminal and escaped in HTML. Colours and fonts are the notebook's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lexigraph.concept_graph.results.cells import Cell, Titled, cells_of
from lexigraph.wording import columns_of, counted, harmless

if TYPE_CHECKING:
    from lexigraph.concept_graph.entry import Entry
    from lexigraph.concept_graph.graph import ConceptGraph
    from lexigraph.concept_graph.path import Path
    from lexigraph.concept_graph.question import Question
    from lexigraph.concept_graph.results import Results
    from lexigraph.concept_graph.walking import Contrast

__all__ = ["as_html", "as_text", "contrast_html", "entry_html", "graph_html", "path_html", "question_html"]

_ROWS = 20
"""Shown of a sequence; the others are counted."""
_COLUMNS = 100
"""Of a terminal."""
_GAP = 2
_LAST = 28
"""Columns that the last column of a table keeps when there is not room for all."""
_LEFT = ' style="text-align: left; vertical-align: top"'  # notebooks align cells to the right


def as_text(results: Results[Any]) -> str:
    """The first rows as a table of at most 100 columns, with the names of its columns; columns without text left out.

    Raises:
        IndexError: there are none.
    """
    headings, table = _table(results)
    rows = [[harmless("".join(_words(cell))) for cell in row] for row in table]
    lines = [list(headings), *rows] if len(headings) > 1 else rows
    widths = _widths([max(columns_of(line[number]) for line in lines) for number in range(len(headings))])
    text = [(" " * _GAP).join(map(_fitted, line, widths)).rstrip() for line in lines]
    return "\n".join((*text, *_more(results)))


def as_html(results: Results[Any]) -> str:
    """The first rows as a table; titles are links where the address of the site is known."""
    if not results:
        return "<p>[]</p>"
    headings, rows = _table(results)
    head = f"<thead>{_row('th', [(heading,) for heading in headings])}</thead>" if len(headings) > 1 else ""
    more = "".join(f"<p>{line}</p>" for line in _more(results))
    return f"<table>{head}<tbody>{''.join(_row('td', row) for row in rows)}</tbody></table>{more}"


def entry_html(entry: Entry) -> str:
    """Kind, title, definition, and its relations under the headings of its page."""
    directions = entry.graph.vocabulary.directions
    groups = groupby(entry.relations(), lambda relation: relation.kind)
    rows = [
        [(directions[kind].heading,), _listed((relation.target, relation.note) for relation in relations)]
        for kind, relations in groups
    ]
    return f"{_head(entry.kind, entry)}{_paragraph(entry.definition)}{_body(rows)}"


def question_html(question: Question) -> str:
    """Status, text, what it is about, and the positions."""
    rows: list[Sequence[Cell]] = []
    if question.about:
        rows.append([("About",), _listed((entry, "") for entry in question.about)])
    rows += [[("Position",), (position.claim,)] for position in question.positions]
    if question.resolution is not None:
        rows.append([("Answer",), (question.resolution.answer,)])
    return f"{_head(f'question, {question.status}', question)}{_paragraph(question.why_open)}{_body(rows)}"


def path_html(path: Path) -> str:
    """A list of sentences."""
    if not path.relations:
        return f"<p>{_html((path.entries[0],))}</p>"
    return f"<ol>{''.join(f'<li>{_html(cells_of(relation).cells[0])}</li>' for relation in path)}</ol>"


def contrast_html(contrast: Contrast) -> str:
    """Three tables, those that are empty left out."""
    parts = (
        ("Shared", contrast.shared),
        ("Only the first", contrast.only_first),
        ("Only the second", contrast.only_second),
    )
    return "".join(f"<p><strong>{name}</strong></p>{as_html(found)}" for name, found in parts if found)


def graph_html(graph: ConceptGraph) -> str:
    """Title, description, what there is how often, and the topics."""
    counts = graph.counts
    numbers = [
        counted(counts["entries"], "entry", "entries"), counted(counts["relations"], "relation", "relations"),
        counted(counts["questions"], "question", "questions"), counted(counts["wanted"], "wanted name", "wanted names"),
    ]  # fmt: skip
    rows: list[Sequence[Cell]] = [[("Holds",), (", ".join(numbers),)]]
    for name, key in (("Kinds", "by_kind"), ("Topics", "by_topic")):
        if counts[key]:
            rows.append([(name,), (", ".join(f"{word} {number}" for word, number in counts[key].items()),)])
    if graph.linked.published is not None:
        rows.append([("From",), (str(graph.source),)])
    title = graph.scheme.title or "Knowledge base"
    return f"<p><strong>{_escaped(title)}</strong></p>{_paragraph(graph.scheme.description)}{_body(rows)}"


def _table(results: Results[Any]) -> tuple[list[str], list[list[Cell]]]:
    """Headings and cells of the first rows, without columns that have no text."""
    shown = [cells_of(item) for item in results[:_ROWS]]
    wide = max(shown, key=lambda row: len(row.cells))  # a mixed sequence is a misuse, and is shown all the same
    rows = [(*row.cells, *((),) * (len(wide.cells) - len(row.cells))) for row in shown]
    kept = [number for number in range(len(wide.cells)) if any("".join(_words(row[number])) for row in rows)] or [0]
    return [wide.headings[number] for number in kept], [[row[number] for number in kept] for row in rows]


def _more(results: Results[Any]) -> list[str]:
    return [f"… and {len(results) - _ROWS} more"] if len(results) > _ROWS else []


def _widths(natural: Sequence[int]) -> list[int]:
    """Columns as wide as their texts while there is room: the last one gives way first, then the widest."""
    *first, last = natural
    room = _COLUMNS - _GAP * len(first) - min(last, _LAST)
    left, widths = len(first), list(first)
    for number in sorted(range(len(first)), key=first.__getitem__):
        widths[number] = min(first[number], max(room // left, 1))
        room, left = room - widths[number], left - 1
    return [*widths, min(last, min(last, _LAST) + max(room, 0))]


def _fitted(text: str, width: int) -> str:
    """The text in exactly that many columns of a terminal, cut with an ellipsis where it is longer."""
    if columns_of(text) > width:
        text = text[:width]
        while columns_of(text) > width - 1:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + " " * (width - columns_of(text))


def _words(cell: Cell) -> Iterable[str]:
    return (" ".join((part if isinstance(part, str) else part.title).split(" ")) for part in cell)


def _listed(items: Iterable[tuple[Titled, str]]) -> Cell:
    parts: list[str | Titled] = []
    for thing, note in items:
        parts += [*(["; "] if parts else []), thing, *([f" ({note})"] if note else [])]
    return tuple(parts)


def _head(kind: str, thing: Entry | Question) -> str:
    return f"<p><small>{_escaped(kind)}</small><br><strong>{_html((thing,))}</strong></p>"


def _paragraph(text: str) -> str:
    return f"<p>{_escaped(text)}</p>" if text else ""


def _body(rows: Sequence[Sequence[Cell]]) -> str:
    return f"<table><tbody>{''.join(_row('td', row) for row in rows)}</tbody></table>" if rows else ""


def _row(tag: str, cells: Iterable[Cell]) -> str:
    return f"<tr>{''.join(f'<{tag}{_LEFT}>{_html(cell)}</{tag}>' for cell in cells)}</tr>"


def _html(cell: Cell) -> str:
    return "".join(_escaped(part) if isinstance(part, str) else _link(part) for part in cell)


def _link(thing: Titled) -> str:
    """The title, as a link when its address says where: from a notebook, one from the root of a site leads nowhere."""
    if not thing.url.lower().startswith(("https://", "http://")):
        return _escaped(thing.title)
    return f'<a href="{escape(thing.url)}">{_escaped(thing.title)}</a>'


def _escaped(text: str) -> str:
    return escape(harmless(text))
