"""Terms of RDF, and descriptions of things that are made of them.

Source: RFC 3987 for which characters an IRI may hold.
"""

import re
from typing import NamedTuple

__all__ = ["Description", "Iri", "Literal", "Statement", "Term", "iri"]

_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f-\xa0\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]|[^\S ]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Iri(NamedTuple):
    """The name of a thing; whole and percent-encoded, see `iri`."""

    value: str


class Literal(NamedTuple):
    """A text, a date, a truth."""

    text: str
    language: str = ""
    """A tag that BCP 47 allows; empty: none."""
    datatype: str = ""
    """IRI; empty: a plain text. Never with a language."""


Term = Iri | Literal
Statement = tuple[str, tuple[Term, ...]]
"""IRI of a property, and the values it has, none of them twice."""


class Description(NamedTuple):
    """What is said of one thing."""

    subject: str
    """IRI."""
    statements: tuple[Statement, ...]
    """In the order in which they are written."""


def iri(written: str) -> str:
    """The IRI with each character that none may hold percent-encoded; empty when it is no whole one."""
    encoded = _NOT_IN_IRI.sub(_percent, written.strip())
    return encoded if _WHOLE.match(encoded) else ""


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in _SURROGATE.sub("\ufffd", match[0]).encode())
