"""What the file of an entry says, as attributes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields as fields_of
from pathlib import PurePosixPath

from lexigraph import graph as linked
from lexigraph.concept_graph.handle import Handle, without_comments
from lexigraph.concept_graph.values import FaqItem, Place
from lexigraph.model import Contested, FrozenMapping, Origin, Source

__all__ = ["EntryFields"]


class EntryFields(Handle[linked.EntryNode]):
    """The fields of one entry. Comments never get in; what is absent is empty, or None where it would be a date."""

    __slots__ = ()

    @property
    def title(self) -> str:
        """Plain text."""
        return self._node.title

    @property
    def kind(self) -> str:
        """Key of its kind: `concept`, `technique` …."""
        return self._node.kind

    @property
    def topic(self) -> str:
        """First folder; empty at the top."""
        return self._node.topic

    @property
    def definition(self) -> str:
        """Plain text, one or two sentences."""
        return self._node.definition

    @property
    def acronym(self) -> str:
        """Short name made of initials."""
        return without_comments(self._node.parsed.fields.acronym)

    @property
    def scope_note(self) -> str:
        """Tells it from others of the same name."""
        return without_comments(self._node.parsed.fields.scope_note)

    @property
    def level(self) -> str:
        """`intro`, `intermediate`, `advanced`."""
        return without_comments(self._node.parsed.fields.level)

    @property
    def status(self) -> str:
        """`draft`, `stable`, `deprecated`; empty: none of them."""
        return without_comments(self._node.parsed.fields.status)

    @property
    def deprecation_reason(self) -> str:
        """Why nobody should use it any more."""
        return without_comments(self._node.parsed.fields.deprecation_reason)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names of the same thing, as written."""
        return without_comments(self._node.parsed.fields.aliases)

    @property
    def hidden_labels(self) -> tuple[str, ...]:
        """Misspellings and plurals, for search only."""
        return without_comments(self._node.parsed.fields.hidden_labels)

    @property
    def tags(self) -> tuple[str, ...]:
        """As written."""
        return without_comments(self._node.parsed.fields.tags)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it."""
        return without_comments(self._node.parsed.fields.authors)

    @property
    def reviewed_by(self) -> tuple[str, ...]:
        """Who reviewed it."""
        return without_comments(self._node.parsed.fields.reviewed_by)

    @property
    def redirect_from(self) -> tuple[str, ...]:
        """Old paths or ids that lead here."""
        return without_comments(self._node.parsed.fields.redirect_from)

    @property
    def labels(self) -> Mapping[str, str]:
        """Language tag → title in that language."""
        return without_comments(self._node.parsed.fields.labels)

    @property
    def mappings(self) -> Mapping[str, tuple[str, ...]]:
        """`exact`, `close`, `broad`, `narrow`, `related` → IRIs in other vocabularies; only those that there are."""
        written = self._node.parsed.fields.mappings
        if written is None:
            return FrozenMapping()
        found = {field.name: without_comments(getattr(written, field.name)) for field in fields_of(written)}
        return FrozenMapping({name: iris for name, iris in found.items() if iris})

    @property
    def created(self) -> datetime.date | None:
        """Date of the first version."""
        return self._node.parsed.fields.created

    @property
    def last_reviewed(self) -> datetime.date | None:
        """Date of the last review."""
        return self._node.parsed.fields.last_reviewed

    @property
    def review_due(self) -> datetime.date | None:
        """`last_reviewed` and as many days as lie between reviews; None when either is not known."""
        fields = self._node.parsed.fields
        if fields.last_reviewed is None or fields.review_every is None:
            return None
        try:
            return fields.last_reviewed + datetime.timedelta(days=fields.review_every)
        except OverflowError:  # after the year 9999
            return None

    @property
    def origin(self) -> Origin | None:
        """Who named the thing, and when: `by`, `year`, `source`."""
        return without_comments(self._node.parsed.fields.origin)

    @property
    def contested(self) -> Contested | None:
        """That the field does not agree on what the term means: `summary`, `camps`."""
        return without_comments(self._node.parsed.fields.contested)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Works that back it."""
        return without_comments(self._node.parsed.fields.sources)

    @property
    def reading(self) -> tuple[Source, ...]:
        """Works under Further reading and the like."""
        return without_comments(tuple(item.source for item in self._node.parsed.prose.reading))

    @property
    def faq(self) -> tuple[FaqItem, ...]:
        """Frequently asked questions with their answers, as plain text."""
        return tuple(FaqItem(question=item.question, answer=_folded(item.text)) for item in self._node.parsed.prose.faq)

    @property
    def takeaways(self) -> tuple[str, ...]:
        """Items under Key takeaways, as plain text."""
        return tuple(_folded(item.text) for item in self._node.parsed.prose.takeaways)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Items under Exercises, as plain text."""
        return tuple(_folded(item.text) for item in self._node.parsed.prose.exercises)

    @property
    def path(self) -> PurePosixPath:
        """File below the content folder."""
        return PurePosixPath(self._node.path)

    @property
    def place(self) -> Place:
        """Where its title is written."""
        return Place.of(self._node.path, self._node.parsed.title_span)

    @property
    def markdown(self) -> str:
        """The body as written, without comments; lines end with LF."""
        return self._node.parsed.markdown

    @property
    def text(self) -> str:
        """The body as plain prose, without code: a line for each heading and block."""
        return self._node.parsed.text


def _folded(text: str) -> str:
    return " ".join(text.split())
