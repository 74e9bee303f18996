"""Filters of a list in an address: `#state=open&topic=fine-tuning`.

The same text is the id of the first row that a filter shows, so that the address leads there without a script too.
"""

from typing import NamedTuple
from urllib.parse import unquote, urlencode

from lexigraph.names import slug

__all__ = ["Choice", "filter_id", "fragment", "value"]


def value(text: str) -> str:
    """A kind, topic … as the value of a filter: one word, for rows hold several with spaces between."""
    return slug(text) or "other"


def fragment(**values: str) -> str:
    """The filter as what follows `#`, percent-encoded."""
    return urlencode(values)


def filter_id(**values: str) -> str:
    """The id of the element at which the address leads without a script."""
    return unquote(fragment(**values))


class Choice(NamedTuple):
    """A control of a filter that offers some values."""

    label: str
    name: str
    """Of the value in the address, and of the rows' `data-` attribute."""
    all: str
    """What it says when nothing is chosen."""
    options: list[tuple[str, str]]
    """Value, and its words."""
