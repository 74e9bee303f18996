"""RDF files as statements by thing and property. rdflib parses; nothing remote is fetched.

What is read is somebody else's: an address in it is a name, never a place to look at.
"""

import json
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lexigraph.export.rdf.terms import Iri, Literal, Term
from lexigraph.model import CannotChange, MissingExtra

__all__ = ["BASE", "SYNTAXES", "Things", "things"]

SYNTAXES: Mapping[str, str] = {
    ".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".xml": "xml", ".owl": "xml", ".jsonld": "json-ld",
    ".json": "json-ld",
}  # fmt: skip
"""Suffix of a file → the parser's name of its syntax."""
_NAMES: Mapping[str, str] = {"turtle": "Turtle", "nt": "N-Triples", "xml": "RDF/XML", "json-ld": "JSON-LD"}
"""The parser's name of a syntax → the one it is known by."""
_BAD_SYNTAX = re.compile(r"at line (?P<line>\d+) of <[^>]*>: Bad syntax \((?P<why>.{1,200}?)\) at \^ in:")
BASE = "https://relative.invalid/"
"""In front of names that are relative to the file."""

_MOST_BYTES = 64 * 1024 * 1024
_EXTERNAL = re.compile(rb"<!(?:ENTITY|DOCTYPE)[^>\[]*\s(?:SYSTEM|PUBLIC)\s")
_LOOKED_AT = 64 * 1024
"""Bytes at the start of an XML file in which the document type stands."""

Things = Mapping[str, Mapping[str, tuple[Term, ...]]]
"""IRI of a thing → IRI of a property → its values, sorted. A thing without a name has one that begins with `_:`."""


def things(data: bytes, suffix: str) -> Things:
    """What a file says; its syntax is that of its suffix, else as it looks.

    Raises:
        CannotChange: it cannot be read, is too large, or refers to a context or an entity elsewhere.
        MissingExtra: rdflib is not installed.
    """
    if len(data) > _MOST_BYTES:
        raise CannotChange(f"the file has over {_MOST_BYTES // 1024 // 1024} MiB of RDF")
    syntax = SYNTAXES.get(suffix) or _syntax(data)
    if syntax == "json-ld":
        _refuse_remote_contexts(data)
    elif syntax == "xml" and _EXTERNAL.search(data, 0, _LOOKED_AT):
        raise CannotChange(
            "the XML refers to a document type or an entity elsewhere", help="put what it needs into the file"
        )
    found: dict[str, dict[str, list[Term]]] = {}
    for subject, property, value in _statements(data, syntax):
        found.setdefault(subject, {}).setdefault(property, []).append(value)
    return {
        subject: {property: tuple(sorted(set(values))) for property, values in known.items()}
        for subject, known in found.items()
    }


def _syntax(data: bytes) -> str:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<?xml", b"<rdf:RDF", b"<!DOCTYPE")):
        return "xml"
    return "json-ld" if start.startswith((b"{", b'[{"', b"[\n", b"[ ")) else "turtle"


def _statements(data: bytes, syntax: str) -> Iterator[tuple[str, str, Term]]:
    try:
        import rdflib
    except ImportError:
        raise MissingExtra("skos") from None
    graph = rdflib.Graph(bind_namespaces="none")
    try:
        with _silent():
            graph.parse(data=data.removeprefix(b"\xef\xbb\xbf"), format=syntax, publicID=BASE)
    except Exception as error:  # noqa: BLE001 - rdflib's parsers raise errors of a dozen kinds, assertions among them
        raise CannotChange(f"the file is no {_NAMES[syntax]}: {_reason(error)}", help=_help(syntax)) from None
    for subject, property, value in graph:
        yield _name(subject), str(property), _term(value)


def _reason(error: Exception) -> str:
    """What the parser says, on one line; of Turtle its line and what was expected, without the parser's own bytes."""
    said = " ".join(str(error).split())
    if found := _BAD_SYNTAX.match(said):
        return f"line {found['line']}: {found['why']}"
    return said[:300] or type(error).__name__


def _help(syntax: str) -> str:
    known = ", ".join(suffix for suffix, name in SYNTAXES.items() if name != syntax)
    return f"check the file's suffix: other syntaxes are {known}"


def _name(node: Any) -> str:
    return str(node) if node.__class__.__name__ == "URIRef" else f"_:{node}"


def _term(node: Any) -> Term:
    if node.__class__.__name__ == "Literal":
        return Literal(str(node), str(node.language or "").lower(), str(node.datatype or ""))
    return Iri(_name(node))


@contextmanager
def _silent() -> Iterator[None]:
    """Without what rdflib logs and warns of: names that are no IRIs, numbers that are none."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _refuse_remote_contexts(data: bytes) -> None:
    """Nothing, when no context of the document lies elsewhere.

    Raises:
        CannotChange: one does, or the document is no JSON.
    """
    try:
        waiting: list[Any] = [json.loads(data)]
    except (ValueError, RecursionError) as error:
        raise CannotChange(f"the file is no JSON: {error}") from None
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            context = value.get("@context")
            named = [context, value.get("@import"), *(context if isinstance(context, list) else ())]
            if remote := next((each for each in named if isinstance(each, str)), None):
                raise CannotChange(
                    f"the context '{remote[:200]}' lies elsewhere, and nothing is fetched",
                    help="put the context itself into the file, or convert the file to Turtle",
                )
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
