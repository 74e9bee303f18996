"""What stands in a `concepts.json`, typed: the records of schema 1. Keys that are not known are passed over."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from lexigraph.model import Contested, Mappings, Origin, Position, Resolution, Source

__all__ = [
    "BulletRecord", "Document", "EntryRecord", "FaqRecord", "Head", "HeadingRecord", "LinkRecord", "MentionRecord",
    "PageRecord", "QuestionRecord", "Range", "Raws", "RedirectFileRecord", "RedirectRecord", "ReferenceRecord",
    "RelationRecord", "UnresolvedRecord", "WantedRecord",
]  # fmt: skip

Raws = list[msgspec.Raw]
"""Records that are not read yet."""

Range = tuple[int, int]
"""Start and end, from 0, in characters or lines."""


Number = Annotated[int, msgspec.Meta(ge=1, le=1 << 31)]
"""Of a line or a column, 1-based."""


class _Record(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """Keys as `concepts-1.json` describes them."""


class _Placed(_Record, frozen=True, gc=False, kw_only=True):
    line: Number = 1
    column: Number = 1


class LinkRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A link in a body to another entry."""

    target: str
    label: str = ""
    at: int = 0
    heading: str = ""
    sentence: str = ""
    form: Literal["link", "wikilink"] = "link"
    fragment: str = ""
    span: Range | None = None


class ReferenceRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """Any other reference in a body."""

    form: Literal["link", "wikilink", "image"] = "link"
    target: str = ""
    fragment: str = ""
    title: str = ""
    span: Range | None = None
    entry: str = ""
    page: str = ""
    file: str = ""
    address: str = ""
    anchor: str = ""
    is_embed: bool = False


class MentionRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A name of another entry in the prose."""

    target: str
    text: str
    at: int = 0
    sentence: str = ""


class HeadingRecord(_Record, frozen=True, gc=False, kw_only=True):
    """A section of the body."""

    level: int = 0
    title: str = ""
    anchor: str = ""
    lines: Range = (0, 0)


class FaqRecord(_Record, frozen=True, gc=False, kw_only=True):
    """A frequently asked question."""

    question: str = ""
    answer: str = ""
    anchor: str = ""


class PageRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A file: its title and text, with what that links to and names."""

    path: str
    title: str
    title_span: Range | None = None
    definition: str = ""
    definition_markdown: str = ""
    definition_span: Range | None = None
    faq: tuple[FaqRecord, ...] = ()
    takeaways: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    reading: tuple[Source, ...] = ()
    markdown: str = ""
    markdown_line: Number = 1
    text: str = ""
    headings: tuple[HeadingRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    references: tuple[ReferenceRecord, ...] = ()
    is_empty: bool = False


class EntryRecord(PageRecord, frozen=True, gc=False, kw_only=True):
    """An entry."""

    id: str
    kind: str = "concept"
    url: str = ""
    aliases: tuple[str, ...] = ()
    acronym: str = ""
    hidden_labels: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    scope_note: str = ""
    origin: Origin | None = None
    mappings: Mappings | None = None
    tags: tuple[str, ...] = ()
    level: str = ""
    status: str = ""
    deprecation_reason: str = ""
    redirect_from: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    created: date | None = None
    last_reviewed: date | None = None
    review_every: int | None = None
    sources: tuple[Source, ...] = ()
    contested: Contested | None = None
    autolink: bool = True
    mentions: tuple[MentionRecord, ...] = ()


class RelationRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A relation, in the direction of its kind."""

    kind: str
    source: str
    target: str
    note: str = ""
    citation: str = ""
    path: str = ""
    derived: bool = False
    span: Range | None = None
    origin: Literal["field", "connections", "related"] = "field"


class BulletRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A question as a bullet of an entry, where that says something else than the question."""

    id: str = ""
    text: str = ""
    span: Range | None = None
    rest: Range | None = None
    is_anchored: bool = False


class QuestionRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """An open question."""

    id: str
    title: str
    about: tuple[str, ...] = ()
    state: Literal["open", "partially-answered", "answered", "dissolved"] = "open"
    review: Literal["", "unreviewed", "confirmed", "disputed", "stale"] = ""
    entry: str = ""
    holder: str = ""
    anchor: str = ""
    bullet: BulletRecord = BulletRecord()
    path: str = ""
    state_date: date | None = None
    review_date: date | None = None
    raised: Origin | None = None
    why_open: str = ""
    evidence_needed: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    resolution: Resolution | None = None
    help_wanted: tuple[str, ...] = ()
    discussion: str = ""


class UnresolvedRecord(_Placed, frozen=True, gc=False, kw_only=True):
    """A reference to nothing, or to several entries."""

    source: str = ""
    label: str
    candidates: tuple[str, ...] = ()
    sentence: str = ""
    path: str
    form: Literal["link", "wikilink", "image", "relation"] = "link"
    relation: str = ""
    note: str = ""
    citation: str = ""
    origin: Literal["field", "connections", "related"] = "field"


class WantedRecord(_Record, frozen=True, gc=False, kw_only=True):
    """A name that is referenced and has no entry."""

    name: str
    anchor: str = ""
    references: tuple[UnresolvedRecord, ...] = ()


class RedirectRecord(_Record, frozen=True, gc=False, kw_only=True, rename={"old": "from", "leads_to": "to"}):
    """An old id or path, and the entry that it leads to."""

    old: str
    leads_to: str


class RedirectFileRecord(_Record, frozen=True, gc=False, kw_only=True, rename={"leads_to": "to"}):
    """A file that is a redirect."""

    path: str
    title: str = ""
    leads_to: str = ""
    is_empty: bool = False


class SchemeRecord(_Record, frozen=True, gc=False, kw_only=True):
    """What `scheme.yml` says."""

    title: str = ""
    description: str = ""
    license: str = ""
    base_iri: str | msgspec.UnsetType = msgspec.UNSET
    language: str = "en"
    tags: tuple[str, ...] = ()
    ids: Literal["stem", "path"] = "stem"


class VocabularyRecord(_Record, frozen=True, gc=False, kw_only=True):
    """Kinds and relations."""

    kinds: Raws = []
    relations: Raws = []


class Document(_Record, frozen=True, gc=False, kw_only=True):
    """A `concepts.json` whose records are not read yet."""

    generator: str = ""
    built_from: str = ""
    url: str = ""
    folder: str = ""
    scheme: SchemeRecord
    vocabulary: VocabularyRecord = VocabularyRecord()
    entries: Raws
    relations: Raws = []
    questions: Raws = []
    pages: Raws = []
    question_links: Raws = []
    self_relations: Raws = []
    repeated_relations: Raws = []
    wanted: Raws = []
    ambiguous: Raws = []
    unresolved: Raws = []
    redirects: Raws = []
    redirect_files: Raws = []
    attachments: tuple[str, ...] = ()


class Head(msgspec.Struct):
    """The one key that says whether the others can be read."""

    schema: Any = msgspec.UNSET
