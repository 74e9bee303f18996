"""The types of front matter for pydantic, built from the dataclasses of `model.fields`.

Those say which keys there are and what shape they have; what is narrower than a text or a number is said here, by
key, with the types of `text_types`. The validator and the JSON Schema come from the same types.
"""

import dataclasses
import datetime
from collections.abc import Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, NotRequired, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, TypeAdapter
from typing_extensions import TypedDict  # pydantic refuses the one of typing before Python 3.12

from lexigraph.model import Fields, FrozenMapping
from lexigraph.parse.text_types import CLOSED, Date, Days, Flag, Language, OneOf, Url, Year
from lexigraph.vocabulary import Vocabulary

__all__ = ["FIELD_NAMES", "KINDS_OF_KEYS", "LIST_FIELDS", "Owner", "RelationItem", "entry_adapter"]


def _closed(name: str) -> Any:
    return Annotated[str, OneOf(name, CLOSED[name])]


_NARROWER: Mapping[str, Any] = {
    "year": Year,
    "review_every": Days,
    "url": Url,
    "discussion": Url,
    "labels": Annotated[dict[Language, str], AfterValidator(FrozenMapping)],
    **{name: _closed(name) for name in ("level", "status", "state", "review", "direction")},
    "help_wanted": tuple[Annotated[str, OneOf("help_wanted", CLOSED["help_wanted"])], ...],
    **dict.fromkeys(("exact", "close", "broad", "narrow", "related"), tuple[Url, ...]),
}
"""Key → its type, where that is narrower than what the dataclass says."""

_CLOSED_KEYS = ConfigDict(extra="forbid")


class RelationItem(TypedDict):
    """The long form of an item of a relation, into which the shorter ones are turned."""

    __pydantic_config__ = _CLOSED_KEYS  # type: ignore[misc] # pydantic's documented way for typed dicts

    to: str
    note: NotRequired[str]
    source: NotRequired[str]


class Owner(NamedTuple):
    """A mapping with fixed keys that may stand in front matter or in `scheme.yml`."""

    name: str
    """With its article: `a source`."""
    keys: tuple[str, ...]


_NAMES = {
    "sources": "a source", "origin": "an origin", "contested": "'contested'", "camps": "a camp",
    "mappings": "'mappings'", "raised": "'raised'", "positions": "a position", "evidence": "an item of evidence",
    "resolution": "a resolution",
}  # fmt: skip


def _item_type(hint: Any) -> Any:
    """The type of the items when the hint is a tuple of any length, else None."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _without_none(hint: Any) -> Any:
    """The type in `X | None`; any other hint as it is."""
    return next(part for part in get_args(hint) if part is not type(None)) if isinstance(hint, UnionType) else hint


def _plain_type(name: str, hint: Any) -> Any:
    """What pydantic is told about one field of a dataclass."""
    if name in _NARROWER:
        return _NARROWER[name]
    hint = _without_none(hint)
    if (item := _item_type(hint)) is not None:
        return tuple[_plain_type("", item), ...]  # type: ignore[misc] # made at run time
    if dataclasses.is_dataclass(hint):
        return _typed(hint, {})
    return {bool: Flag, datetime.date: Date}.get(hint, hint)


def _typed(cls: Any, more: Mapping[str, Any]) -> Any:
    """The typed dict of a dataclass, which validates into the dataclass itself unless more keys are added."""
    types = {name: _plain_type(name, hint) for name, hint in get_type_hints(cls).items()} | dict(more)
    make: Any = TypedDict  # made at run time, so that type checkers cannot follow
    typed = make(cls.__name__, {name: NotRequired[of] for name, of in types.items()})
    typed.__pydantic_config__ = _CLOSED_KEYS
    return typed if more else Annotated[typed, AfterValidator(lambda values: cls(**values))]


FIELD_NAMES: frozenset[str] = frozenset(field.name for field in dataclasses.fields(Fields))

LIST_FIELDS: frozenset[str] = frozenset(
    name for name, hint in get_type_hints(Fields).items() if _item_type(hint) is not None
)
"""The fields that take a list."""


def _kinds_of_keys(cls: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Owner]:
    """Where mappings of fixed keys may stand below the dataclass."""
    owners: dict[tuple[str, ...], Owner] = {}
    for name, hint in get_type_hints(cls).items():
        part = _item_type(hint) or _without_none(hint)
        if dataclasses.is_dataclass(part):
            keys = tuple(field.name for field in dataclasses.fields(part))
            owners[(*path, name)] = Owner(_NAMES[name], keys)
            owners |= _kinds_of_keys(part, (*path, name))
    return owners


KINDS_OF_KEYS: Mapping[tuple[str, ...], Owner] = _kinds_of_keys(Fields)
"""Path without indexes → the mapping that stands there, for those below the entry itself."""


def entry_adapter(vocabulary: Vocabulary, tags: tuple[str, ...]) -> TypeAdapter[dict[str, Any]]:
    """Validates front matter of a scheme with these kinds, relations and tags (none: any tag)."""
    return _adapter(tuple(kind.key for kind in vocabulary.kinds), tuple(vocabulary.directions), tags)


@lru_cache(maxsize=16)
def _adapter(kinds: tuple[str, ...], directions: tuple[str, ...], tags: tuple[str, ...]) -> TypeAdapter[dict[str, Any]]:
    more: dict[str, Any] = {key: tuple[RelationItem, ...] for key in directions if key not in FIELD_NAMES}
    more["kind"] = Annotated[str, OneOf("kind", kinds)]
    if tags:
        more["tags"] = tuple[Annotated[str, OneOf("tags", tags)], ...]
    return TypeAdapter(_typed(Fields, more))
