"""The types of texts that are more than a text: addresses, dates, years, flags, closed lists.

Each is an ordinary type for a type checker, with metadata that tells pydantic how to read the text, what to say
when it cannot be read, and how to write it down in a JSON Schema.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from lexigraph.vocabulary import HELP_WANTED, REVIEWS, STATES

__all__ = [
    "CLOSED", "Date", "Days", "Flag", "FromText", "Language", "OneOf", "Url", "Year", "read_flag", "read_url",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FromText:
    """Metadata of a type whose values are read from texts."""

    read: Callable[[str], object]
    """From the text as typed to the value; None when it cannot be read."""
    expected: str
    """What the text must be, for messages: `a year from 1000 to 2100`."""
    schema: Mapping[str, Any]
    """The same as JSON Schema."""

    def validated(self, value: object) -> object:
        """The value of a text.

        Raises:
            PydanticCustomError: `wrong_type`, with `expected`.
        """
        result = self.read(value) if isinstance(value, str) else None
        if result is None:
            raise PydanticCustomError("wrong_type", "{expected}", {"expected": self.expected})
        return result

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validated)

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        return dict(self.schema)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Metadata of a text from a closed list."""

    name: str
    """Of the list, for messages."""
    values: tuple[str, ...]

    def validated(self, value: object) -> str:
        """The text itself.

        Raises:
            PydanticCustomError: `unknown_value`, with `field` and `values`, or `wrong_type`.
        """
        if not isinstance(value, str):
            raise PydanticCustomError("wrong_type", "{expected}", {"expected": "a text"})
        if value not in self.values:
            raise PydanticCustomError("unknown_value", "{field}", {"field": self.name, "values": self.values})
        return value

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validated)

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.values)}


_URL = re.compile(r"https?://[^\s/<>\"\\]+[^\s<>\"\\]*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR = re.compile(r"1\d{3}|20\d{2}|2100", re.ASCII)
_DAYS = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read_url(text: str) -> str | None:
    """The text when it is a web address, else None."""
    return text if _URL.fullmatch(text) else None


def read_flag(text: str) -> bool | None:
    """What the text says, yes or no; None when it says neither."""
    return _FLAGS.get(text.lower())


def _read_language(text: str) -> str | None:
    return text if _LANGUAGE.fullmatch(text) else None


def _read_year(text: str) -> int | None:
    return int(text) if _YEAR.fullmatch(text) else None


def _read_days(text: str) -> int | None:
    return int(text) if _DAYS.fullmatch(text) else None


def _read_date(text: str) -> datetime.date | None:
    if not _DATE.fullmatch(text) or _read_year(text[:4]) is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _number_schema(pattern: re.Pattern[str], least: int, most: int) -> dict[str, Any]:
    """A number, or a text that is one."""
    number = {"type": "integer", "minimum": least, "maximum": most}
    return {"anyOf": [number, {"type": "string", "pattern": f"^({pattern.pattern})$"}]}


Url: TypeAlias = Annotated[
    str,
    FromText(
        read=read_url,
        expected="an address that begins with http:// or https://",
        schema={"type": "string", "format": "uri", "pattern": '^[hH][tT][tT][pP][sS]?://[^\\s/<>"\\\\]'},
    ),
]
Language: TypeAlias = Annotated[
    str,
    FromText(
        read=_read_language,
        expected="a language tag such as 'en' or 'pt-BR'",
        schema={"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"},
    ),
]
Flag: TypeAlias = Annotated[
    bool,
    FromText(
        read=read_flag,
        expected="true or false",
        schema={"anyOf": [{"type": "boolean"}, {"type": "string", "enum": list(_FLAGS)}]},
    ),
]
Date: TypeAlias = Annotated[
    datetime.date,
    FromText(
        read=_read_date,
        expected="a date written 2026-10-02, from the year 1000 to 2100",
        schema={"type": "string", "format": "date"},
    ),
]
Year: TypeAlias = Annotated[
    int, FromText(read=_read_year, expected="a year from 1000 to 2100", schema=_number_schema(_YEAR, 1000, 2100))
]
Days: TypeAlias = Annotated[
    int, FromText(read=_read_days, expected="a number of days, at least 1", schema=_number_schema(_DAYS, 1, 99999))
]

CLOSED: Mapping[str, tuple[str, ...]] = {
    "level": ("intro", "intermediate", "advanced"),
    "status": ("draft", "stable", "deprecated"),
    "state": STATES,
    "review": REVIEWS,
    "help_wanted": HELP_WANTED,
    "direction": ("supports", "opposes", "mixed"),
}
"""Field → its closed list, for those that no scheme extends."""
