"""One file as read, and one file as parsed: references as written, nothing resolved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lexigraph.model.body import Body, Segment
from lexigraph.model.diagnostic import Diagnostic
from lexigraph.model.fields import Fields, Source
from lexigraph.model.frozen_mapping import FrozenMapping
from lexigraph.model.place import NOWHERE, LineTable, Span

__all__ = [
    "FaqItem", "Item", "ParsedEntry", "QuestionItem", "Reference", "RelationItem", "SourceFile", "SourceItem",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file of the content folder as bytes."""

    path: str
    """Below the content folder, POSIX, NFC."""
    data: bytes


class Reference(NamedTuple):
    """A link, image or attachment as written in a body."""

    form: str
    """`link`, `wikilink` or `image`."""
    target: str
    """As written, without fragment; empty: this file. Percent-decoded for `link` and `image`, but for an address
    with a scheme or host, which is kept as it is."""
    fragment: str
    """What follows `#`, decoded; empty when there is none."""
    title: str
    """The Markdown title in quotes; the alt text of an image; empty when there is none."""
    span: Span
    """The whole construct: `[label](target)`, `[[target|label]]`, `![alt](target)`."""
    section: int
    """Index of its section in the body; -1 when it stands in the definition of the front matter."""
    sentence: str
    """The sentence it stands in, plain, white space folded; empty for images."""
    sentence_span: tuple[int, int]
    """Where its label stands in `sentence`, for marking; (0, 0) when it is not in there."""


class RelationItem(NamedTuple):
    """One item of a relation as written."""

    key: str
    """Key of a direction in the vocabulary; empty for an item of Connections, whose relation is the one
    that the pair already has, else `related`."""
    target: str
    """The name as written."""
    note: str
    """Inline Markdown, may be empty."""
    citation: str
    """`source` of the long form; may be empty."""
    span: Span
    """The target as written."""
    origin: str
    """`field` (front matter), `connections` or `related` (structured headings)."""


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


class QuestionItem(NamedTuple):
    """A bullet under Open questions."""

    id: str
    """The `{#id}` at its end, else a slug of its text; unique in the file."""
    text: str
    """Plain, without the `{#id}`."""
    segments: tuple[Segment, ...]
    anchor: str
    """Fragment of the bullet on the entry's page."""
    is_anchored: bool
    """True when the id was written."""
    span: Span


class SourceItem(NamedTuple):
    """An item of Further reading, Related reading or Sources."""

    segments: tuple[Segment, ...]
    source: Source
    """What could be read from it: the first link's label and address, else its text as title."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One file, parsed: a pure function of its bytes, its path and the scheme."""

    path: str
    """Below the content folder, POSIX, ends with `.md`."""
    stem: str
    """File name without `.md`, raw."""
    fields: Fields
    lines: LineTable = LineTable()  # noqa: RUF009 - immutable
    """Turns an offset in the file into line and column."""
    places: Mapping[str, Span] = FrozenMapping()
    """Place of each value by its path (`title`, `aliases/0`, `sources/1/url`) and of each key by `key:` and
    its path (`key:aliases`); names ours, not the author's. `relations/uses/0` for relation items."""
    written: Mapping[str, str] = FrozenMapping()
    """Our name → the author's, where they differ (`kind` → `category`)."""
    title: str
    """Front matter, else first H1, else the stem."""
    title_span: Span = NOWHERE
    definition: str = ""
    """Plain text, white space folded; empty when there is none."""
    definition_span: Span = NOWHERE
    lead: tuple[Segment, ...] = ()
    """The definition as shown: the `definition` field's inline content, else the whole first paragraph,
    which then is not in the body."""
    body: Body = Body(())  # noqa: RUF009 - immutable
    source: str = ""
    """The body as written, from `body_start` on, with a NUL in place of each character that its page does not show:
    comments and the like. So places in the file are places in it, less `body_start`."""
    body_start: int = 0
    """Offset in the file at which the body begins."""
    is_empty: bool = False
    """True when the file has nothing but white space after its front matter."""
    references: tuple[Reference, ...] = ()
    relation_items: tuple[RelationItem, ...] = ()
    """Front matter in order, then structured headings in order."""
    questions: tuple[QuestionItem, ...] = ()
    faq: tuple[FaqItem, ...] = ()
    takeaways: tuple[Item, ...] = ()
    exercises: tuple[Item, ...] = ()
    reading: tuple[SourceItem, ...] = ()
    """Items of Further reading and the like; `fields.sources` holds those of the front matter."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def markdown(self) -> str:
        """The body as written, without comments; lines end with LF."""
        return self.source.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")

    def areas(self) -> Iterator[tuple[str, tuple[Segment, ...]]]:
        """Every run of segments that a page may show, in reading order, with its name.

        Names: `lead`, `section/0` …, `takeaway/0` …, `faq/0` … (answers), `question/0` …, `exercise/0` …,
        `reading/0` …. Headings are not areas: nothing in them is linked.
        """
        yield "lead", self.lead
        for index, section in enumerate(self.body.sections):
            yield f"section/{index}", section.segments
        lifted: dict[str, Sequence[Item | FaqItem | QuestionItem | SourceItem]] = {
            "takeaway": self.takeaways, "faq": self.faq, "question": self.questions,
            "exercise": self.exercises, "reading": self.reading,
        }  # fmt: skip
        for name, items in lifted.items():
            for index, item in enumerate(items):
                yield f"{name}/{index}", item.segments
