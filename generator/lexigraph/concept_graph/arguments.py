"""What callers give, refused where they gave it: a wrong type would else be noticed far below, in words of ours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import index

__all__ = ["day_of", "keys_of", "limit_of", "selectors_of", "text_of", "whole"]


def text_of(value: object, what: str) -> str:
    """The value, a `str`; `what` says what it is for: "a name is a str or an Entry".

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError(f"{what}, not {_kind(value)}")
    return value


def keys_of(relations: Iterable[str]) -> tuple[str, ...]:
    """Keys of relations as a caller gives them; one alone may stand without brackets.

    Raises:
        TypeError: they are no texts.
    """
    what = "relations are keys of the vocabulary, such as ('broader', 'part_of')"
    if isinstance(relations, str):
        return (relations,)
    if not isinstance(relations, Iterable):
        raise TypeError(f"{what}, not {_kind(relations)}")
    return tuple(text_of(key, what) for key in relations)


def selectors_of(given: Iterable[str], what: str) -> tuple[str, ...]:
    """Selectors of rules as a caller gives them; one alone may stand without brackets.

    Raises:
        TypeError: they are no texts.
    """
    expected = f"{what} takes codes or names of rules, such as ['E301']"
    if not isinstance(given, Iterable):
        raise TypeError(f"{expected}, not {_kind(given)}")
    return tuple(text_of(each, expected) for each in ((given,) if isinstance(given, str) else given))


def whole(value: int, what: str, meaning: str) -> int:
    """The value, a whole number from 0 on; `meaning` says what to write.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is below 0.
    """
    try:
        number = index(value)
    except TypeError:
        raise TypeError(f"a {what} is a whole number, not {_kind(value)}; {meaning}") from None
    if number < 0:
        raise ValueError(f"{what} {number} is below 0; {meaning}")
    return number


def limit_of(limit: int | None) -> int | None:
    """How many are wanted at most, None for all of them.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is below 0.
    """
    return None if limit is None else whole(limit, "limit", "None is all of them")


def day_of(day: date) -> date:
    """The day, of a time too.

    Raises:
        TypeError: it is no date.
    """
    if not isinstance(day, date):
        raise TypeError(f"a day is a date, such as date(2026, 5, 1), not {_kind(day)}")
    return day.date() if isinstance(day, datetime) else day


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__
