"""The fields of front matter as typed values, names ours (entry format, Fields and Questions).

Plain dataclasses: `parse.fields` validates them with pydantic and prints their JSON Schema, and
reading a cached entry needs no pydantic. Relations are not fields: their keys are the vocabulary's.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from lexigraph.model.frozen_mapping import FrozenMapping

__all__ = [
    "Camp", "Contested", "Evidence", "Fields", "Mappings", "Origin", "Position", "Raised", "Resolution", "Source",
]  # fmt: skip

_NONE: FrozenMapping[str, str] = FrozenMapping()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that backs the entry."""

    id: str = ""
    """Name by which positions and relations cite it."""
    title: str = ""
    """Of the work."""
    url: str = ""
    """Web address."""
    doi: str = ""
    """Digital object identifier: `10.1145/3442188`."""
    arxiv: str = ""
    """Number at arXiv: `2005.11401`."""
    year: int | None = None
    """Of publication, 1000 to 2100."""

    @property
    def address(self) -> str:
        """The web address: `url`, else from `doi`, else from `arxiv`; empty when it has none."""
        if self.url or not (self.doi or self.arxiv):
            return self.url
        return f"https://doi.org/{self.doi}" if self.doi else f"https://arxiv.org/abs/{self.arxiv}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who named the thing, and when."""

    by: str = ""
    """Who: a person, a group."""
    year: int | None = None
    """When, 1000 to 2100."""
    source: str = ""
    """Id of an item of `sources`, or a URL."""


Raised = Origin
"""Who raised a question: the same shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """One of several meanings of a contested term."""

    who: str = ""
    """Holds this meaning."""
    meaning: str = ""
    """What the term means to them."""
    source: str = ""
    """Id of an item of `sources`, or a URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """That the field does not agree on what the term means."""

    summary: str = ""
    """What the disagreement is about."""
    camps: tuple[Camp, ...] = ()
    """The meanings, each with who holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mappings:
    """IRIs of the same or near things in other vocabularies (SKOS mapping properties)."""

    exact: tuple[str, ...] = ()
    """The same thing."""
    close: tuple[str, ...] = ()
    """Nearly the same thing."""
    broad: tuple[str, ...] = ()
    """A wider thing."""
    narrow: tuple[str, ...] = ()
    """A narrower thing."""
    related: tuple[str, ...] = ()
    """A thing that has to do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for or against a position."""

    source: str = ""
    """Id of an item of `sources`, or a URL."""
    direction: str = ""
    """supports, opposes, mixed."""
    note: str = ""
    """What it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An answer somebody holds to an open question."""

    id: str = ""
    """Name by which the position is cited."""
    claim: str = ""
    """The answer."""
    held_by: tuple[str, ...] = ()
    """Who holds it."""
    reasoning: str = ""
    """Why they do."""
    evidence: tuple[Evidence, ...] = ()
    """What speaks for and against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a question was answered."""

    answer: str = ""
    """The answer."""
    date: datetime.date | None = None
    """When it was found."""
    source: str = ""
    """Id of an item of `sources`, or a URL."""


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Front matter, validated. Strings are what the author typed; empty when absent.

    Without slots, so that the class holds what is absent: most files write five of them.
    """

    title: str = ""
    """Name of the entry: singular, without markup."""
    labels: Mapping[str, str] = _NONE
    """Language tag → title in that language."""
    kind: str = ""
    """A key of the vocabulary's kinds; empty when absent (the entry is then a concept)."""
    definition: str = ""
    """Inline Markdown, one line."""
    aliases: tuple[str, ...] = ()
    """Other names of the same thing."""
    acronym: str = ""
    """Short name made of initials."""
    hidden_labels: tuple[str, ...] = ()
    """Misspellings and plurals, for search only."""
    scope_note: str = ""
    """Tells the entry from others of the same name."""
    origin: Origin | None = None
    """Who named the thing, and when."""
    mappings: Mappings | None = None
    """The same or near things in other vocabularies."""
    tags: tuple[str, ...] = ()
    """From the scheme's list; free when the scheme lists none."""
    level: str = ""
    """intro, intermediate, advanced."""
    status: str = ""
    """draft, stable, deprecated; empty: none of them."""
    deprecation_reason: str = ""
    """Why nobody should use it any more; with status deprecated."""
    redirect_from: tuple[str, ...] = ()
    """Old paths or ids that lead here."""
    authors: tuple[str, ...] = ()
    """Who wrote the entry."""
    reviewed_by: tuple[str, ...] = ()
    """Who reviewed it; needed when it is stable."""
    created: datetime.date | None = None
    """Date of the first version."""
    last_reviewed: datetime.date | None = None
    """Date of the last review; needed when it is stable."""
    review_every: int | None = None
    """Days between reviews."""
    sources: tuple[Source, ...] = ()
    """Works that back the entry; at least one when it is stable."""
    autolink: bool = True
    """False when its name is too common to be linked by itself."""
    contested: Contested | None = None
    """That the field does not agree on what the term means."""
    destination: str = ""
    """This file is a redirect to the entry of that name (foreign glossaries)."""

    state: str = ""
    """Questions only, like all below: open, partially-answered, answered, dissolved."""
    state_date: datetime.date | None = None
    """Since when the state holds."""
    review: str = ""
    """unreviewed, confirmed, disputed, stale."""
    review_date: datetime.date | None = None
    """Date of the review."""
    raised: Origin | None = None
    """Who asked the question first, and when."""
    why_open: str = ""
    """What makes it hard to answer."""
    evidence_needed: tuple[str, ...] = ()
    """What would settle it."""
    positions: tuple[Position, ...] = ()
    """Answers that somebody holds."""
    resolution: Resolution | None = None
    """How it was answered; only with state answered."""
    help_wanted: tuple[str, ...] = ()
    """Of literature, experiment, definition."""
    discussion: str = ""
    """URL."""

    @classmethod
    def of(cls, given: Mapping[str, object]) -> "Fields":
        """The fields that a file gives, as values of their types; like calling the class, ten times as fast."""
        made = cls.__new__(cls)
        made.__dict__.update(given)
        return made
