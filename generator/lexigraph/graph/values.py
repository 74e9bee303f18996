"""What a graph holds: entries with their ids, relations, links, mentions, questions, wanted names.

References are by id, so that values stay small and comparable; `Graph` looks them up.
"""

from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from lexigraph.model import (
    Origin,
    ParsedEntry,
    Position,
    QuestionItem,
    Reference,
    RelationItem,
    Resolution,
    Span,
)
from lexigraph.vocabulary import Direction, RelationType

__all__ = [
    "Backlink",
    "Collision",
    "EntryNode",
    "Link",
    "Mention",
    "Published",
    "Question",
    "Relation",
    "RelationView",
    "Resolved",
    "Unresolved",
    "Wanted",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryNode:
    """An entry in the graph."""

    id: str
    kind: str
    """Key of its kind; `concept` when the file says none."""
    topic: str
    """Name of the first folder; empty at the top."""
    parsed: ParsedEntry

    @property
    def path(self) -> str:
        """File below the content folder."""
        return self.parsed.path

    @property
    def title(self) -> str:
        """Plain text."""
        return self.parsed.title

    @property
    def definition(self) -> str:
        """Plain text; empty when there is none."""
        return self.parsed.definition

    @property
    def names(self) -> tuple[str, ...]:
        """Title, aliases, acronym, without repetition: what a text may call it."""
        fields = self.parsed.fields
        return tuple(dict.fromkeys((self.title, *fields.aliases, *((fields.acronym,) if fields.acronym else ()))))

    @property
    def also_called(self) -> tuple[str, ...]:
        """Aliases and acronym, without the title."""
        return self.names[1:]


class Relation(Struct, frozen=True, kw_only=True, gc=False):
    """A relation as asserted, in the direction of its type's key whichever side it was written on."""

    type: RelationType
    source: str
    target: str
    note: str
    citation: str
    path: str
    """File in which it was written."""
    span: Span
    """The other entry's name as written there."""
    author: str
    """Id of the entry on whose side it was written: `source` or `target`."""


class RelationView(Struct, frozen=True, kw_only=True, gc=False):
    """A relation seen from one of its ends."""

    relation: Relation
    direction: Direction
    """Which key and words it has from this end."""
    other: str
    """Id of the other end."""
    derived: bool
    """True when it was written on the other side."""


class Resolved(Struct, frozen=True, kw_only=True, gc=False):
    """Where a reference of a body leads: one of entry, page, file, or address."""

    entry: str = ""
    """Id of an entry."""
    page: str = ""
    """Path of a page of the content that is no entry: `index.md`, `training/index.md`."""
    file: str = ""
    """Path of an attachment below the content folder."""
    address: str = ""
    """External address, as written."""
    fragment: str = ""
    """Anchor on the entry's page; empty when the reference has none."""


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """A body reference that leads to another entry, or to the entry itself."""

    source: str
    target: str
    reference: Reference
    heading: str
    """Title of the section it stands in; empty before the first."""


class Mention(Struct, frozen=True, kw_only=True, gc=False):
    """A name of an entry in the prose of another, that nobody linked."""

    source: str
    target: str
    area: str
    """Where it stands: a name from `ParsedEntry.areas()`."""
    text: int
    """Number of the `Text` in that area."""
    start: int
    """Offset in the `Text`'s raw characters."""
    end: int
    name: str
    """As it stands in the prose."""
    sentence: str
    sentence_span: tuple[int, int]
    """Where the name stands in `sentence`."""
    span: Span


class Backlink(Struct, frozen=True, kw_only=True, gc=False):
    """A link or relation seen from its target."""

    source: str
    sentence: str
    """The sentence a link stands in; for a relation its words and note."""
    sentence_span: tuple[int, int]
    heading: str
    span: Span
    relation: Relation | None
    """None for a link in a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A reference that leads nowhere, or may lead to several entries."""

    source: str
    """Id of the entry it stands in; empty for a page that is no entry."""
    path: str
    written: Reference | RelationItem
    name: str
    """The name or path as written."""
    span: Span
    candidates: tuple[str, ...]
    """Ids of the entries it may mean; empty when no entry has the name."""
    sentence: str
    """For a relation its words and note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A name that is referenced and has no entry yet."""

    name: str
    """As first written (references sorted by path and place)."""
    anchor: str
    """Fragment of its place on the Wanted page; unique."""
    references: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """A name that several entries claim."""

    name: str
    """Folded, or the id."""
    what: str
    """`id` (E102), `title` or `alias`."""
    entries: tuple[str, ...]
    """Ids, sorted by path of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question: an entry of its own, or a bullet under Open questions."""

    id: str
    text: str
    """Plain; ends with "?" when its author did as told."""
    about: tuple[str, ...]
    """Ids of entries, in the order written."""
    state: str
    """open, partially-answered, answered, dissolved."""
    review: str
    """unreviewed, confirmed, disputed, stale; empty for a bullet."""
    state_date: date | None = None
    review_date: date | None = None
    raised: Origin | None = None
    why_open: str = ""
    evidence_needed: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    resolution: Resolution | None = None
    help_wanted: tuple[str, ...] = ()
    discussion: str = ""
    entry: str = ""
    """Id of its own entry; empty for a bullet."""
    holder: str = ""
    """Id of the entry in which a bullet stands; empty when no bullet has its id."""
    bullet: QuestionItem | None = None
    path: str
    span: Span

    @property
    def status(self) -> str:
        """What is shown, from both axes: `open`, `open, disputed`, `partially answered`."""
        state = self.state.replace("-", " ")
        return f"{state}, {self.review}" if self.review in ("disputed", "stale") else state


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Where a graph was read from, when that was no folder of Markdown: then there are no files to look at."""

    source: str
    """The address, without user and password, or the path of the file."""
    is_address: bool
    built_from: str = ""
    """Hash of the last commit of the content; empty when it is not known."""
    directory_urls: bool = True
    """False for a site whose addresses end in `.html`."""
