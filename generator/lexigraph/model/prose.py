"""What the pages of one file show, kept as bytes: most work on a graph never looks at it.

Owns how segments are packed. The bytes hold text only, so that a cache that somebody else wrote can run nothing.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lexigraph.model.body import Block, Body, Html, Ref, Section, Segment, Text, begins_line
from lexigraph.model.fields import Source
from lexigraph.model.place import Span

__all__ = ["FaqItem", "Item", "Prose", "SourceItem", "packed", "passages", "unpacked"]

_KEPT = 512
"""Files whose unpacked prose is kept: a page asks for its own several times in a row, a rule for that of many."""


class Item(NamedTuple):
    """An item of Key takeaways or Exercises."""

    segments: tuple[Segment, ...]
    text: str
    """Plain."""
    span: Span


class FaqItem(NamedTuple):
    """A frequently asked question with its answer."""

    question: str
    """Plain."""
    anchor: str
    segments: tuple[Segment, ...]
    """The answer."""
    text: str
    """The answer, plain."""
    span: Span


class SourceItem(NamedTuple):
    """An item of Further reading, Related reading or Sources."""

    segments: tuple[Segment, ...]
    source: Source
    """What could be read from it: the first link's label and address, else its text as title."""
    span: Span


class Prose(NamedTuple):
    """The segments of one file."""

    lead: tuple[Segment, ...] = ()
    """The definition as shown: the `definition` field's inline content, else the whole first paragraph,
    which then is not in the body."""
    body: Body = Body(())
    faq: tuple[FaqItem, ...] = ()
    takeaways: tuple[Item, ...] = ()
    exercises: tuple[Item, ...] = ()
    reading: tuple[SourceItem, ...] = ()
    """Items of Further reading and the like; `fields.sources` holds those of the front matter."""
    questions: tuple[tuple[Segment, ...], ...] = ()
    """The text of each bullet under Open questions."""


def packed(prose: Prose) -> bytes:
    """The prose as bytes, for `unpacked`: its tuples as they are; the length of one says which segment it is."""
    from msgspec import msgpack  # takes 30 ms to import, which a search in a terminal need not wait for

    return msgpack.encode(prose)


@lru_cache(maxsize=_KEPT)
def unpacked(data: bytes) -> Prose:
    """The prose that was packed."""
    if not data:
        return Prose()
    from msgspec import msgpack

    lead, (sections,), faq, takeaways, exercises, reading, questions = msgpack.decode(data)
    return Prose(
        lead=_segments(lead),
        body=Body(
            tuple(
                Section(
                    level, anchor, title, _segments(heading), role,
                    tuple(Block(at, _segments(rows)) for at, rows in blocks),
                )
                for level, anchor, title, heading, role, blocks in sections
            )
        ),
        faq=tuple(FaqItem(asked, at, _segments(rows), text, Span(*span)) for asked, at, rows, text, span in faq),
        takeaways=tuple(Item(_segments(rows), text, Span(*span)) for rows, text, span in takeaways),
        exercises=tuple(Item(_segments(rows), text, Span(*span)) for rows, text, span in exercises),
        reading=tuple(SourceItem(_segments(rows), Source(**source), Span(*span)) for rows, source, span in reading),
        questions=tuple(map(_segments, questions)),
    )  # fmt: skip


def passages(data: bytes) -> Iterator[tuple[str, str]]:
    """What was packed as plain prose: headings with the lines below them (`plain_lines`) and questions with their
    answers, then takeaways and exercises, which have no heading. Three times as fast as unpacking, for whoever reads
    everything."""
    if not data:
        return
    from msgspec import msgpack

    _, (sections,), faq, takeaways, exercises, _, _ = msgpack.decode(data)
    for _, _, title, _, _, blocks in sections:
        if title or blocks:
            parts: list[str] = []
            for _, rows in blocks:
                _add_prose(parts, rows)
            yield title, "\n".join(folded for line in "".join(parts).split("\n") if (folded := " ".join(line.split())))
    for question, _, _, text, _ in faq:
        yield question, text
    for _, text, _ in (*takeaways, *exercises):
        yield "", text


def _add_prose(parts: list[str], rows: Sequence[Any]) -> None:
    for row in rows:
        if len(row) == 3:
            parts.append(row[0].replace("\n", " "))
        elif len(row) == 2:
            _add_prose(parts, row[1])
        elif begins_line(row[0]):
            parts.append("\n")


def _segments(rows: Sequence[Any]) -> tuple[Segment, ...]:
    """Of one item, HTML; of two, a reference; of three, a text."""
    return tuple(
        Html(row[0])
        if len(row) == 1
        else Text(row[0], row[1], row[2] if type(row[2]) is int else tuple(map(tuple, row[2])))
        if len(row) == 3
        else Ref(row[0], _segments(row[1]))
        for row in rows
    )
