"""Addresses as written in a link: taken apart, and whether following them can do anything but lead somewhere."""

import re
from typing import NamedTuple
from urllib.parse import unquote

__all__ = ["SCHEMES", "Address", "address", "is_safe_address", "leads_outside"]

_ABSOLUTE = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_HOST = re.compile(r"(?:(?:https?|ftps?):)?//[^/\s]", re.IGNORECASE)
_WITH_HOST = frozenset({"ftp", "ftps", "http", "https"})

SCHEMES = frozenset({
    "doi", "ftp", "ftps", "geo", "git", "gopher", "http", "https", "irc", "ircs", "magnet", "mailto", "matrix", "news",
    "obsidian", "sftp", "sms", "ssh", "tel", "urn", "webcal", "xmpp",
})  # fmt: skip
"""Schemes of addresses that only ever lead somewhere."""


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


def is_safe_address(address: str) -> bool:
    """True for relative addresses and for schemes that only ever lead somewhere."""
    scheme = _SCHEME.match(_INVISIBLE.sub("", address).lower())
    return scheme is None or scheme[1] in SCHEMES


def leads_outside(address: str) -> bool:
    """Whether it is the whole address of something outside the content: a safe scheme, for the web with a host."""
    if _HOST.match(address):
        return True
    scheme = _SCHEME.match(_INVISIBLE.sub("", address[:1000]).lower())
    return scheme is not None and scheme[1] in SCHEMES - _WITH_HOST and len(address) > scheme.end()
