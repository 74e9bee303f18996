"""A file as a `concepts.json` tells of it: what parsing would have made, as far as anybody asks.

Most of it is made when it is first asked for: a search in a terminal looks at names, not at references.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeGuard

from lexigraph.graph import Resolved
from lexigraph.loading.published.paths import is_safe_path
from lexigraph.loading.published.records import (
    EntryRecord,
    LinkRecord,
    MentionRecord,
    PageRecord,
    Range,
    ReferenceRecord,
)
from lexigraph.model import (
    NOWHERE,
    Block,
    Body,
    FaqItem,
    Fields,
    FrozenMapping,
    Heading,
    Html,
    Item,
    LineTable,
    ParsedEntry,
    Prose,
    QuestionItem,
    Reference,
    RelationItem,
    Section,
    SourceItem,
    Span,
    Text,
)

__all__ = ["PublishedEntry", "Written", "places_of"]

_MOST_LINES = 1 << 16
"""Lines that a front matter can have at most (64 KiB)."""
_WIDTH = 1 << 12
"""Characters that each of its lines is taken to have."""
_BREAK = Html("<br>")


class Written:
    """What is written in one file and stands elsewhere in the document."""

    __slots__ = ("questions", "relations")

    def __init__(self) -> None:
        self.relations: list[RelationItem] = []
        self.questions: list[QuestionItem] = []


class PublishedEntry(ParsedEntry):
    """A file whose text was parsed by whoever published it.

    Its places are those of the file as far as lines and columns go; offsets count from a front matter of as many lines
    as the file's has, each of one length.
    """

    __slots__ = ("_prose", "_record", "_referring", "_written")

    _record: PageRecord
    _written: Written
    _referring: tuple[LinkRecord | ReferenceRecord, ...]
    _prose: Prose

    @classmethod
    def of(cls, record: PageRecord, fields: Fields, written: Written) -> "PublishedEntry":
        """The file that the record tells of."""
        made = cls.__new__(cls)
        start = (min(record.markdown_line, _MOST_LINES) - 1) * _WIDTH
        values: dict[str, Any] = {
            "_record": record, "_written": written, "path": record.path,
            "stem": record.path.rpartition("/")[2].removesuffix(".md"), "fields": fields,
            "places": FrozenMapping(), "written": FrozenMapping(), "front_matter": "", "title": record.title,
            "definition": record.definition, "source": record.markdown, "body_start": start,
            "is_empty": record.is_empty, "empty_sections": (), "malformed_links": (), "suppressions": (),
            "anchors": (), "diagnostics": (), "_linked_files": None,
        }  # fmt: skip
        for name, value in values.items():
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> Any:
        """A field that nobody has asked for yet; there is no other attribute."""
        make = _MADE.get(name)
        if make is None:
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}", name=name, obj=self)
        value = make(self)
        object.__setattr__(self, name, value)
        return value

    @property
    def written_elsewhere(self) -> Written:
        """What it says and other parts of the document tell; filled while the document is read."""
        return self._written

    @property
    def referring(self) -> tuple[LinkRecord | ReferenceRecord, ...]:
        """What was published of each of its references."""
        return self._referring

    @property
    def mentions(self) -> tuple[MentionRecord, ...]:
        """Names of other entries in its prose."""
        return self._record.mentions if isinstance(self._record, EntryRecord) else ()

    @property
    def prose(self) -> Prose:
        """What the record says of it: text without markup, a `Text` for each line."""
        return self._prose

    @property
    def text(self) -> str:
        """As published."""
        return self._record.text

    def text_lines(self) -> Iterator[tuple[str, list[str]]]:
        """The lines of `text` by section; what stands before and after the sections is `lead` and `rest`."""
        lines = self._record.text.split("\n") if self._record.text else []
        end = 0
        for number, heading in enumerate(self._record.headings):
            first, last = max(end, heading.lines[0]), max(end, heading.lines[1])
            if first > end:
                yield "lead", lines[end:first]
            yield f"section/{number}", lines[first:last]
            end = last
        yield "rest", lines[end:]

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return PublishedEntry.of, (self._record, self.fields, self._written)

    def __repr__(self) -> str:
        return f"PublishedEntry({self.path!r})"

    def place(self, line: int, column: int, range: Range | None = None) -> Span:
        """A range of the text that starts at that line and column; without one, that place."""
        if self._is_inside(range):
            return Span(range[0] + self.body_start, range[1] + self.body_start, line, column)
        if (line - 1) * _WIDTH < self.body_start:
            at = (line - 1) * _WIDTH + min(column, _WIDTH) - 1
            return Span(at, at, line, column)
        at = min(self.lines.start_of(line) + column - 1, self.lines.length)
        return Span(at, at, line, column)

    def range(self, range: Range | None) -> Span:
        """A range of the text with the line and column at which it starts; without one, nowhere."""
        if not self._is_inside(range):
            return NOWHERE
        return self.lines.span(range[0] + self.body_start, range[1] + self.body_start)

    def _is_inside(self, range: Range | None) -> TypeGuard[Range]:
        return range is not None and 0 <= range[0] <= range[1] <= len(self.source)


def places_of(entry: PublishedEntry, ids: Mapping[str, object]) -> tuple[Resolved | None, ...]:
    """For each of its references where it leads; None for an entry that there is not."""
    return tuple(_place(item, ids) for item in entry.referring)


def _place(item: LinkRecord | ReferenceRecord, ids: Mapping[str, object]) -> Resolved | None:
    if isinstance(item, LinkRecord):
        return Resolved(entry=item.target, fragment=item.fragment) if item.target in ids else None
    if item.entry:
        return Resolved(entry=item.entry, fragment=item.anchor) if item.entry in ids else None
    if item.page:
        return Resolved(page=item.page, fragment=item.anchor) if is_safe_path(item.page) else None
    if item.file:
        return Resolved(file=item.file) if is_safe_path(item.file) else None
    return Resolved(address=item.address) if item.address else None


def _referring(entry: PublishedEntry) -> tuple[LinkRecord | ReferenceRecord, ...]:
    """What its body refers to, in order of place."""
    record = entry._record
    if not record.references:
        return record.links
    both: Iterable[LinkRecord | ReferenceRecord] = (*record.links, *record.references)
    return tuple(sorted(both, key=lambda item: (item.line, item.column)))


def _references(entry: PublishedEntry) -> tuple[Reference, ...]:
    sections = {heading.title: number for number, heading in reversed(tuple(enumerate(entry.headings)))}
    return tuple(_reference(entry, item, sections) for item in entry.referring)


def _reference(entry: PublishedEntry, item: LinkRecord | ReferenceRecord, sections: Mapping[str, int]) -> Reference:
    span = entry.place(item.line, item.column, item.span)
    if isinstance(item, LinkRecord):
        return Reference(
            form=item.form, target=item.target, fragment=item.fragment, title="", span=span,
            section=sections.get(item.heading, -1), sentence=item.sentence,
            sentence_span=(item.at, item.at + len(item.label)) if item.label else (0, 0),
        )  # fmt: skip
    return Reference(
        form=item.form, target=item.target or item.address, fragment=item.fragment, title=item.title, span=span,
        section=-1, sentence="", sentence_span=(0, 0),
    )  # fmt: skip


def _prose(entry: PublishedEntry) -> Prose:
    record = entry._record
    lines = record.text.split("\n") if record.text else []
    return Prose(
        body=Body(tuple(_section(entry, number, lines) for number in range(len(record.headings)))),
        faq=tuple(
            FaqItem(item.question, item.anchor, (_text(item.answer),), item.answer, NOWHERE) for item in record.faq
        ),
        takeaways=tuple(Item((_text(text),), text, NOWHERE) for text in record.takeaways),
        exercises=tuple(Item((_text(text),), text, NOWHERE) for text in record.exercises),
        reading=tuple(SourceItem((), source, NOWHERE) for source in record.reading),
    )


def _text(raw: str) -> Text:
    return Text(raw, may_link=False, at=0)


def _section(entry: PublishedEntry, number: int, lines: list[str]) -> Section:
    """A heading with the lines below it."""
    heading = entry._record.headings[number]
    start, end = heading.lines
    below = lines[max(0, start) + bool(heading.title.strip()) : max(0, end)]
    segments = tuple(segment for line in below for segment in (_text(line), _BREAK))
    return Section(
        heading.level, heading.anchor, heading.title, (_text(heading.title),), "",
        (Block("", segments),) if segments else (),
    )  # fmt: skip


def _questions(entry: PublishedEntry) -> tuple[QuestionItem, ...]:
    """The bullets, by place."""
    return tuple(sorted(entry.written_elsewhere.questions, key=lambda item: item.span))


def _relation_items(entry: PublishedEntry) -> tuple[RelationItem, ...]:
    """What its front matter says, then its structured headings; by place."""
    return tuple(sorted(entry.written_elsewhere.relations, key=lambda item: (item.origin != "field", item.span)))


def _lines(entry: PublishedEntry) -> LineTable:
    starts = array("L", range(0, entry.body_start, _WIDTH))
    starts.extend(start + entry.body_start for start in LineTable(entry.source).starts)
    return LineTable.of(starts, entry.body_start + len(entry.source))


def _packed(entry: PublishedEntry) -> bytes:
    from lexigraph.model import packed

    return packed(entry.prose)


_MADE: Mapping[str, Callable[[PublishedEntry], Any]] = {
    "_referring": _referring,
    "_prose": _prose,
    "definition_span": lambda entry: entry.range(entry._record.definition_span),
    "embeds": lambda entry: tuple(
        number for number, item in enumerate(entry._referring) if isinstance(item, ReferenceRecord) and item.is_embed
    ),
    "headings": lambda entry: tuple(Heading(item.level, item.anchor, item.title) for item in entry._record.headings),
    "lines": _lines,
    "packed": _packed,
    "questions": _questions,
    "references": _references,
    "relation_items": _relation_items,
    "title_span": lambda entry: entry.place(entry._record.line, entry._record.column, entry._record.title_span),
}
"""How each field is made that waits until it is asked for."""
