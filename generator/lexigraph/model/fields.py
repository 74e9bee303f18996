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
    url: str = ""
    doi: str = ""
    arxiv: str = ""
    year: int | None = None

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
    year: int | None = None
    source: str = ""
    """Id of an item of `sources`, or a URL."""


Raised = Origin
"""Who raised a question: the same shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """One of several meanings of a contested term."""

    who: str = ""
    meaning: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """That the field does not agree on what the term means."""

    summary: str = ""
    camps: tuple[Camp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mappings:
    """IRIs of the same or near things in other vocabularies (SKOS mapping properties)."""

    exact: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    broad: tuple[str, ...] = ()
    narrow: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for or against a position."""

    source: str = ""
    """Id of an item of `sources`, or a URL."""
    direction: str = ""
    """supports, opposes, mixed."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An answer somebody holds to an open question."""

    id: str = ""
    claim: str = ""
    held_by: tuple[str, ...] = ()
    reasoning: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a question was answered."""

    answer: str = ""
    date: datetime.date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Front matter, validated. Strings are what the author typed; empty when absent."""

    title: str = ""
    labels: Mapping[str, str] = _NONE
    """Language tag → title in that language."""
    kind: str = ""
    """A key of the vocabulary's kinds; empty when absent (the entry is then a concept)."""
    definition: str = ""
    """Inline Markdown, one line."""
    aliases: tuple[str, ...] = ()
    acronym: str = ""
    hidden_labels: tuple[str, ...] = ()
    scope_note: str = ""
    origin: Origin | None = None
    mappings: Mappings | None = None
    tags: tuple[str, ...] = ()
    level: str = ""
    """intro, intermediate, advanced."""
    status: str = ""
    """draft, stable, deprecated; empty: none of them."""
    deprecation_reason: str = ""
    redirect_from: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    created: datetime.date | None = None
    last_reviewed: datetime.date | None = None
    review_every: int | None = None
    """Days between reviews."""
    sources: tuple[Source, ...] = ()
    autolink: bool = True
    contested: Contested | None = None
    destination: str = ""
    """This file is a redirect to the entry of that name (foreign glossaries)."""

    state: str = ""
    """Questions only, like all below: open, partially-answered, answered, dissolved."""
    state_date: datetime.date | None = None
    review: str = ""
    """unreviewed, confirmed, disputed, stale."""
    review_date: datetime.date | None = None
    raised: Origin | None = None
    why_open: str = ""
    evidence_needed: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    resolution: Resolution | None = None
    help_wanted: tuple[str, ...] = ()
    """Of literature, experiment, definition."""
    discussion: str = ""
    """URL."""
