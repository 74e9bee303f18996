"""The types of front matter for pydantic, built from the dataclasses of `model.fields`.

Those say which keys there are and what shape they have; what is narrower than a text or a number (addresses,
years, dates, closed lists) is said here, by key. The validator and the JSON Schema come from the same types.
"""

import dataclasses
import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, PlainValidator, TypeAdapter, WithJsonSchema
from pydantic_core import PydanticCustomError
from typing_extensions import NotRequired, TypedDict

from lexigraph.model import Fields, FrozenMapping
from lexigraph.vocabulary import Vocabulary

__all__ = [
    "CLOSED", "DATE", "FIELD_NAMES", "FLAG", "KINDS_OF_KEYS", "LANGUAGE", "LIST_FIELDS", "URL", "Owner", "entry_adapter",
    "one_of", "read_flag", "read_url", "value_of",
]  # fmt: skip

T = TypeVar("T")


def value_of(read: Callable[[str], T | None], expected: str, schema: Mapping[str, object]) -> Any:
    """The type of a text that `read` turns into a value; None from it means that the text is none.

    Args:
        read: from the text as typed to the value.
        expected: what a text must be, for messages: `a date written 2026-10-02`.
        schema: the same as JSON Schema.
    """

    def validate(value: object) -> T:
        result = read(value) if isinstance(value, str) else None
        if result is None:
            raise PydanticCustomError("wrong_type", "{expected}", {"expected": expected})
        return result

    return Annotated[object, PlainValidator(validate), WithJsonSchema(dict(schema))]


def one_of(field: str, values: tuple[str, ...]) -> Any:
    """The type of a text from a closed list; `field` names the list for messages."""
    known = frozenset(values)

    def validate(value: object) -> str:
        if isinstance(value, str):
            if value in known:
                return value
            raise PydanticCustomError("unknown_value", "{field}", {"field": field, "values": values})
        raise PydanticCustomError("wrong_type", "{expected}", {"expected": "a text"})

    return Annotated[str, PlainValidator(validate), WithJsonSchema({"type": "string", "enum": list(values)})]


_URL = re.compile(r"https?://[^\s/<>\"\\]+[^\s<>\"\\]*", re.IGNORECASE)
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_YEAR_PATTERN = r"^(1[0-9]{3}|20[0-9]{2}|2100)$"
_DAYS_PATTERN = r"^[1-9][0-9]{0,4}$"
_LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _matching(pattern: str, convert: Callable[[str], T]) -> Callable[[str], T | None]:
    match = re.compile(pattern, re.ASCII).fullmatch
    return lambda text: convert(text) if match(text) else None


def read_url(text: str) -> str | None:
    """The text when it is a web address, else None."""
    return text if _URL.fullmatch(text) else None


def read_flag(text: str) -> bool | None:
    """What the text says, yes or no; None when it says neither."""
    return _FLAGS.get(text.lower())


def _read_date(text: str) -> datetime.date | None:
    if not _DATE.fullmatch(text) or not 1000 <= int(text[:4]) <= 2100:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


URL = value_of(
    read_url, "an address that begins with http:// or https://",
    {"type": "string", "format": "uri", "pattern": "^[hH][tT][tT][pP][sS]?://[^\\s/<>\"\\\\]"},
)  # fmt: skip
LANGUAGE = value_of(
    _matching(_LANGUAGE_PATTERN, str), "a language tag such as 'en' or 'pt-BR'",
    {"type": "string", "pattern": _LANGUAGE_PATTERN},
)  # fmt: skip
FLAG = value_of(
    read_flag, "true or false", {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": list(_FLAGS)}]}
)  # fmt: skip
DATE = value_of(
    _read_date, "a date written 2026-10-02, from the year 1000 to 2100", {"type": "string", "format": "date"}
)
YEAR = value_of(
    _matching(_YEAR_PATTERN, int), "a year from 1000 to 2100",
    {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 2100}, {"type": "string", "pattern": _YEAR_PATTERN}]},
)  # fmt: skip
DAYS = value_of(
    _matching(_DAYS_PATTERN, int), "a number of days, at least 1",
    {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 99999}, {"type": "string", "pattern": _DAYS_PATTERN}]},
)  # fmt: skip

CLOSED: Mapping[str, tuple[str, ...]] = {
    "level": ("intro", "intermediate", "advanced"),
    "status": ("draft", "stable", "deprecated"),
    "state": ("open", "partially-answered", "answered", "dissolved"),
    "review": ("unreviewed", "confirmed", "disputed", "stale"),
    "help_wanted": ("literature", "experiment", "definition"),
    "direction": ("supports", "opposes", "mixed"),
}
"""Field → its closed list, for those that no scheme extends."""

_NARROWER: Mapping[str, Any] = {
    "year": YEAR, "url": URL, "discussion": URL, "review_every": DAYS,
    "labels": Annotated[dict[LANGUAGE, str], AfterValidator(FrozenMapping)],
    **{
        name: tuple[one_of(name, values), ...] if name == "help_wanted" else one_of(name, values)
        for name, values in CLOSED.items()
    },
    **dict.fromkeys(("exact", "close", "broad", "narrow", "related"), tuple[URL, ...]),
}  # fmt: skip
"""Key → its type, where that is narrower than what the dataclass says."""


class Owner(NamedTuple):
    """A mapping that may stand in front matter."""

    name: str
    """With its article: `a source`."""
    keys: tuple[str, ...]


_NAMES = {
    "sources": "a source", "origin": "an origin", "contested": "'contested'", "camps": "a camp",
    "mappings": "'mappings'", "raised": "'raised'", "positions": "a position", "evidence": "an item of evidence",
    "resolution": "a resolution",
}  # fmt: skip
_CLOSED_KEYS = ConfigDict(extra="forbid")


class RelationItem(TypedDict):
    """The long form of an item of a relation, into which the shorter ones are turned."""

    __pydantic_config__ = _CLOSED_KEYS  # type: ignore[misc] # pydantic's documented way for typed dicts

    to: str
    note: NotRequired[str]
    source: NotRequired[str]


def _item_type(hint: Any) -> Any:
    """The type of the items when the hint is a tuple of any length, else None."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _plain_type(name: str, hint: Any) -> Any:
    """What pydantic is told about one field of a dataclass."""
    if name in _NARROWER:
        return _NARROWER[name]
    if isinstance(hint, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if (item := _item_type(hint)) is not None:
        return tuple[_plain_type("", item), ...]  # type: ignore[misc] # made at run time
    if dataclasses.is_dataclass(hint):
        return _typed(hint, {})
    return {bool: FLAG, datetime.date: DATE}.get(hint, hint)


def _typed(cls: Any, more: Mapping[str, Any]) -> Any:
    """The typed dict of a dataclass, which validates into the dataclass itself unless more keys are added."""
    types = {name: _plain_type(name, hint) for name, hint in get_type_hints(cls).items()} | dict(more)
    typed: Any = TypedDict(cls.__name__, {name: NotRequired[of] for name, of in types.items()})  # type: ignore[misc]
    typed.__pydantic_config__ = _CLOSED_KEYS
    return typed if more else Annotated[typed, AfterValidator(lambda values: cls(**values))]


FIELD_NAMES: frozenset[str] = frozenset(field.name for field in dataclasses.fields(Fields))

LIST_FIELDS: frozenset[str] = frozenset(
    name for name, hint in get_type_hints(Fields).items() if _item_type(hint) is not None
)
"""The fields that take a list."""


def _kinds_of_keys(cls: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Owner]:
    """Where mappings of fixed keys may stand below the dataclass."""
    owners = {}
    for name, hint in get_type_hints(cls).items():
        parts = (_item_type(hint), *(get_args(hint) if isinstance(hint, UnionType) else ()))
        for part in parts:
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
    items = tuple[RelationItem, ...]
    more: dict[str, Any] = {key: items for key in directions if key not in FIELD_NAMES}
    more["kind"] = one_of("kind", kinds)
    if tags:
        more["tags"] = tuple[one_of("tags", tags), ...]  # type: ignore[misc] # made at run time
    return TypeAdapter(_typed(Fields, more))
