"""What an entry says of itself beside its names: kind, topic, status, definition, sources, people and dates."""

from collections.abc import Callable, Iterator
from datetime import date

from lexigraph.graph import EntryNode
from lexigraph.model import Contested, Fields, Mappings, Origin, Source
from lexigraph.query.difference.sides import Sides, items, value
from lexigraph.query.difference.values import Change, Risk

__all__ = ["MANY_BACKLINKS", "fields", "origin_text", "source_text"]

MANY_BACKLINKS = 5
"""From so many referring entries on, another definition wants care."""

_TEXTS: tuple[tuple[str, Callable[[Fields], str]], ...] = (
    ("scope note", lambda fields: fields.scope_note),
    ("level", lambda fields: fields.level),
    ("deprecation reason", lambda fields: fields.deprecation_reason),
    ("origin", lambda fields: origin_text(fields.origin)),
    ("contested meaning", lambda fields: _contested_text(fields.contested)),
    ("creation date", lambda fields: _date_text(fields.created)),
    ("review date", lambda fields: _date_text(fields.last_reviewed)),
    ("review interval", lambda fields: str(fields.review_every) if fields.review_every is not None else ""),
    ("automatic linking", lambda fields: "on" if fields.autolink else "off"),
)
"""Fields that are one text: what they are called, and how they are said."""
_LISTS: tuple[tuple[str, Callable[[Fields], tuple[str, ...]]], ...] = (
    ("tag", lambda fields: fields.tags),
    ("author", lambda fields: fields.authors),
    ("reviewer", lambda fields: fields.reviewed_by),
    ("mapping", lambda fields: _mapping_texts(fields.mappings)),
)
"""Fields that are lists."""


def fields(sides: Sides, old: EntryNode, new: EntryNode) -> Iterator[Change]:
    """What is different in the fields of one entry."""
    yield from value("kind", new.id, old.kind, new.kind, risk=Risk.CAREFUL, title=new.title)
    yield from value("topic", new.id, old.topic, new.topic, title=new.title)
    yield from _definition(sides, old, new)
    first, second = old.parsed.fields, new.parsed.fields
    if first == second:
        return
    yield from value(
        "status", new.id, first.status, second.status, risk=_risk_of(first.status, second.status), title=new.title
    )
    for word, text in _TEXTS:
        yield from value(word, new.id, text(first), text(second), title=new.title)
    for word, texts in _LISTS:
        yield from items(word, new.id, texts(first), texts(second), title=new.title)
    yield from _sources(first.sources, second.sources, new)


def _definition(sides: Sides, old: EntryNode, new: EntryNode) -> Iterator[Change]:
    """Of a question its first lines are no definition."""
    if old.definition == new.definition or old.kind == new.kind == "question":
        return
    number = sides.referring(new.id)
    is_grave = number >= MANY_BACKLINKS
    yield from value(
        "definition", new.id, old.definition, new.definition, title=new.title,
        risk=Risk.CAREFUL if is_grave else Risk.SAFE, why=f"{number} entries refer to it",
    )  # fmt: skip


def _risk_of(before: str, after: str) -> Risk:
    """Of a status: deprecated now, or stable no longer."""
    return Risk.CAREFUL if after == "deprecated" or before == "stable" else Risk.SAFE


def _sources(first: tuple[Source, ...], second: tuple[Source, ...], node: EntryNode) -> Iterator[Change]:
    """Sources by their id, else their address, else their title."""
    before = {_key_of(source): source_text(source) for source in first}
    after = {_key_of(source): source_text(source) for source in second}
    for key in dict.fromkeys((*before, *after)):
        yield from value("source", node.id, before.get(key, ""), after.get(key, ""), title=node.title, key=key)


def _key_of(source: Source) -> str:
    return source.id or source.address or source.title


def source_text(source: Source) -> str:
    """A source in one line: title, year, address."""
    year = f" ({source.year})" if source.year is not None else ""
    return " · ".join(filter(None, (f"{source.title}{year}".strip(), source.address)))


def origin_text(origin: Origin | None) -> str:
    """Who, when, and where it says so."""
    if origin is None:
        return ""
    year = str(origin.year) if origin.year is not None else ""
    return ", ".join(filter(None, (origin.by, year, origin.source)))


def _contested_text(contested: Contested | None) -> str:
    if contested is None:
        return ""
    camps = (": ".join(filter(None, (camp.who, camp.meaning, camp.source))) for camp in contested.camps)
    return "; ".join(filter(None, (contested.summary, *camps)))


def _mapping_texts(mappings: Mappings | None) -> tuple[str, ...]:
    if mappings is None:
        return ()
    kinds = ("exact", "close", "broad", "narrow", "related")
    return tuple(f"{kind}: {iri}" for kind in kinds for iri in getattr(mappings, kind))


def _date_text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
