"""One file as read, and one file as parsed: references as written, nothing resolved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lexigraph.model.body import Body, Segment, plain_lines
from lexigraph.model.deferred import Deferred
from lexigraph.model.diagnostic import Diagnostic
from lexigraph.model.fields import Fields
from lexigraph.model.frozen_mapping import FrozenMapping
from lexigraph.model.linked_files import linked_files
from lexigraph.model.place import NOWHERE, LineTable, Span
from lexigraph.model.prose import Prose, passages, unpacked
from lexigraph.model.suppression import Suppression

__all__ = [
    "EmptySection", "Heading", "MalformedLink", "ParsedEntry", "QuestionItem", "Reference", "RelationItem",
    "SourceFile",
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


class QuestionItem(NamedTuple):
    """A bullet under Open questions."""

    id: str
    """The `{#id}` at its end, else a slug of its text; unique in the file."""
    text: str
    """Plain, without the `{#id}`."""
    anchor: str
    """Fragment of the bullet on the entry's page."""
    is_anchored: bool
    """True when the id was written."""
    span: Span
    """Its first paragraph."""
    rest: Span
    """The lines of the item below that, without blank ones at their end; no extent when there are none."""


class Heading(NamedTuple):
    """A heading of the body."""

    level: int
    """1–6 as written; 0 for what stands before the first heading."""
    anchor: str
    """Fragment, unique in the file; empty at level 0."""
    title: str
    """Plain."""


class EmptySection(NamedTuple):
    """A heading, or a frequently asked question, with nothing under it."""

    title: str
    """Plain."""
    span: Span


class MalformedLink(NamedTuple):
    """Text that looks like a link and is none, or a link where none belongs."""

    what: str
    """`space` (`[a] (b.md)`), `spaces` (`[a](b c.md)`), `turned` (`(a)[b.md]`), `broken` (a wikilink on two lines),
    `open` (`[[a]`), `close` (`[a]]`), `undefined` (`[a][1]` without `[1]: …`), `heading` (a link in a heading)."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry(Deferred):
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
    front_matter: str = ""
    """The file up to `body_start`, as written, so that places in it are places in the file."""
    title: str
    """Front matter, else first H1, else the stem."""
    title_span: Span = NOWHERE
    definition: str = ""
    """Plain text, white space folded; empty when there is none."""
    definition_span: Span = NOWHERE
    packed: bytes = b""
    """What its pages show, see `prose`."""
    headings: tuple[Heading, ...] = ()
    """Of each section of the body."""
    anchors: tuple[str, ...] = ()
    """Fragments of all else that a link may lead to: blocks, frequently asked questions, ids in raw HTML. Sorted."""
    source: str = ""
    """The body as written, from `body_start` on, with a NUL in place of each character that its page does not show:
    comments and the like. So places in the file are places in it, less `body_start`."""
    body_start: int = 0
    """Offset in the file at which the body begins."""
    is_empty: bool = False
    """True when the file has nothing but white space after its front matter."""
    references: tuple[Reference, ...] = ()
    embeds: tuple[int, ...] = ()
    """Numbers of the references that are embeds of entries: `![[name]]`."""
    empty_sections: tuple[EmptySection, ...] = ()
    """By place."""
    malformed_links: tuple[MalformedLink, ...] = ()
    """By place."""
    relation_items: tuple[RelationItem, ...] = ()
    """Front matter in order, then structured headings in order."""
    questions: tuple[QuestionItem, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    """By place."""
    diagnostics: tuple[Diagnostic, ...] = ()
    _linked_files: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def prose(self) -> Prose:
        """What its pages show. Unpacked when it is asked for: not for a loop over all entries."""
        return unpacked(self.packed)

    @property
    def linked_files(self) -> tuple[str, ...]:
        """Of each reference the path that it means as a plain link to a Markdown file; empty for all others."""
        found = self._linked_files
        if found is None:
            found = linked_files(self.path, ((item.form, item.target, item.fragment) for item in self.references))
        return found

    def passages(self) -> Iterator[tuple[str, str]]:
        """Headings with the prose below them, frequently asked questions with their answers, then takeaways and
        exercises, which have no heading."""
        return passages(self.packed)

    @property
    def body(self) -> Body:
        """The sections that the page prints."""
        return self.prose.body

    @property
    def markdown(self) -> str:
        """The body as written, without comments; lines end with LF."""
        return self.source.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")

    @property
    def text(self) -> str:
        """The body as plain prose, without code and formulas: a line for each heading, block, list item, cell."""
        return "\n".join(line for _, lines in self.text_lines() for line in lines)

    def text_lines(self) -> Iterator[tuple[str, list[str]]]:
        """The lines of `text` by area, in reading order. A definition that is no part of the body is none of it."""
        for area, segments in self.areas():
            name, _, number = area.partition("/")
            if name == "lead" and self.fields.definition:
                continue
            lines = plain_lines(segments)
            if name in ("section", "faq"):
                index = int(number)
                title = self.headings[index].title if name == "section" else self.prose.faq[index].question
                lines = [*filter(None, (" ".join(line.split()) for line in title.split("\n"))), *lines]
            yield area, lines

    def areas(self) -> Iterator[tuple[str, tuple[Segment, ...]]]:
        """Every run of segments that a page may show, in reading order, with its name.

        Names: `lead`, `section/0` …, `takeaway/0` …, `faq/0` … (answers), `question/0` …, `exercise/0` …,
        `reading/0` …. Headings are not areas: nothing in them is linked.
        """
        prose = self.prose
        yield "lead", prose.lead
        for index, section in enumerate(prose.body.sections):
            yield f"section/{index}", section.segments
        lifted: dict[str, Iterable[tuple[Segment, ...]]] = {
            "takeaway": (item.segments for item in prose.takeaways),
            "faq": (item.segments for item in prose.faq),
            "question": prose.questions,
            "exercise": (item.segments for item in prose.exercises),
            "reading": (item.segments for item in prose.reading),
        }
        for name, items in lifted.items():
            for index, segments in enumerate(items):
                yield f"{name}/{index}", segments
