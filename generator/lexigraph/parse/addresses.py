"""Addresses as written in a link, taken apart."""

import re
from typing import NamedTuple
from urllib.parse import unquote

__all__ = ["Address", "address"]

_ABSOLUTE = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")


class Address(NamedTuple):
    """An address without and with its fragment."""

    target: str
    fragment: str

    @property
    def is_absolute(self) -> bool:
        """True when it names a scheme or a host."""
        return _ABSOLUTE.match(self.target) is not None


def address(written: str) -> Address:
    """The address taken apart, percent-decoded; one with a scheme or host is left as written."""
    target, _, fragment = written.partition("#")
    if "%" in written and _ABSOLUTE.match(written) is None:
        target, fragment = unquote(target), unquote(fragment)
    return Address(target, fragment)
