"""Reading a document: what it is at all, and its records one by one.

What a downloaded file says is untrusted: a record that is broken is a finding with its place in the document, not the
end of the rest.
"""

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from lexigraph.loading.findings import BROKEN_RECORD
from lexigraph.loading.published.records import Document, Head, Raws
from lexigraph.model import CannotLoad, Diagnostic, UnsupportedSchema
from lexigraph.vocabulary import Kind, RelationType

__all__ = ["SCHEMA", "document", "finding", "kinds", "records", "relation_types"]

SCHEMA = 1
"""Number of the schema that is read."""

_WHERE = re.compile(r" - at `\$(.*)`$", re.DOTALL)
"""How msgspec ends a message that is about a part of the value."""


def document(data: bytes, source: str) -> Document:
    """The document that the bytes are.

    Raises:
        CannotLoad: they are none; it says why, with the place in the document.
        UnsupportedSchema: its schema is of another version.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip()[:1] == b"<":
        raise CannotLoad(source, "this is a page, not JSON; name the site's concepts.json")
    try:
        head = msgspec.json.decode(data, type=Head)
        _require_schema(head.schema, source)
        return msgspec.json.decode(data, type=Document)
    except RecursionError:
        raise CannotLoad(source, "its values are nested too deep for a concepts.json") from None
    except msgspec.ValidationError as error:
        message, inside = _told(error)
        raise CannotLoad(source, f"this is no concepts.json: ${inside}: {message}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CannotLoad(source, f"this is not JSON: {_told(error)[0]}") from None


def _require_schema(schema: object, source: str) -> None:
    if schema is msgspec.UNSET:
        raise CannotLoad(source, "it has no 'schema': this is no concepts.json that lexigraph wrote")
    if type(schema) is not int or schema < 1:
        raise CannotLoad(source, "its 'schema' is no number of a schema: this is no concepts.json that lexigraph wrote")
    if schema != SCHEMA:
        raise UnsupportedSchema(schema, SCHEMA, source)


T = TypeVar("T")


def records(raws: Raws, type: type[T], where: str, findings: list[Diagnostic]) -> Iterator[tuple[str, T]]:
    """The records of a list with their places (`$.entries[12]`); those that are broken become findings."""
    decoder = msgspec.json.Decoder(type)
    for number, raw in enumerate(raws):
        place = f"$.{where}[{number}]"
        try:
            yield place, decoder.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            message, inside = _told(error)
            findings.append(finding(f"{place}{inside}", message))


def finding(place: str, message: str) -> Diagnostic:
    """That the record at that place of the document was left out."""
    return BROKEN_RECORD.at("concepts.json", message=f"{place}: {message}", subject=place)


def kinds(raws: Raws, findings: list[Diagnostic]) -> Iterator[tuple[str, Kind]]:
    """The kinds of the vocabulary."""
    return records(raws, Kind, "vocabulary.kinds", findings)


def relation_types(raws: Raws, findings: list[Diagnostic]) -> Iterator[tuple[str, RelationType]]:
    """The relations of the vocabulary."""
    return records(raws, RelationType, "vocabulary.relations", findings)


def _told(error: Exception) -> tuple[str, str]:
    """What a message of msgspec says, in our style, and which part of the value it is about: `.path`."""
    if isinstance(error, RecursionError):
        return "nested too deep", ""
    text = str(error)
    inside = _WHERE.search(text)
    text = _WHERE.sub("", text).removeprefix("JSON is malformed: ").replace("`", "'")
    return text[:1].lower() + text[1:], inside[1] if inside else ""
