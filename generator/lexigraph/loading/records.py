"""What was parsed as bytes and back: what workers send and the cache keeps. Data only, nothing in it can run.

The layout follows the fields of the classes by itself; a cache is thrown away whenever they change (see `cache`).
"""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypedDict, get_type_hints

from lexigraph.model import Diagnostic, Fields, FrozenMapping, LineTable, ParsedEntry, Scheme, Span
from lexigraph.vocabulary import Kind, RelationType, Vocabulary

__all__ = ["UnreadableRecord", "entry_of", "record_of", "record_of_scheme", "scheme_of"]

_LATER = frozenset(
    {
        "lines", "places", "written", "front_matter", "packed", "headings", "anchors", "source", "references", "embeds",
        "empty_sections", "malformed_links",
    }
)  # fmt: skip
"""What of an entry linking does not look at: nine tenths of a record, and of the time that reading it takes."""
_NO_FIELDS = Fields()


class UnreadableRecord(ValueError):
    """Bytes that are no record."""


class _Places(FrozenMapping[str, Span]):
    """Places as bytes until one is asked for, which most entries are never: that saves a sixth of the memory."""

    __slots__ = ("_data", "_read")

    def __init__(self, data: bytes) -> None:
        self._data: bytes = data
        self._read: dict[str, Span] | None = None

    @property
    def _items(self) -> dict[str, Span]:  # type: ignore[override] # what the base class keeps, made at first use
        if self._read is None:
            self._read = _read_places(self._data)
        return self._read

    def __reduce__(self) -> tuple[type["_Places"], tuple[bytes]]:
        """Make it picklable: what the base class keeps has no setter here."""
        return _Places, (self._data,)


class _Codec(NamedTuple):
    """How the values of one class are written and read. Made at first use: msgspec takes 30 ms to import."""

    names: tuple[str, ...]
    """Its fields, in the order in which they are written."""
    encode: Callable[[object], bytes]
    decode: Callable[[bytes], tuple[Any, ...]]

    def written(self, values: Mapping[str, object]) -> bytes:
        return self.encode([values[name] for name in self.names])

    def read(self, record: bytes) -> dict[str, Any]:
        try:
            return dict(zip(self.names, self.decode(record), strict=True))
        except ValueError as error:  # msgspec's errors are
            raise UnreadableRecord(str(error)) from error


def record_of(entry: ParsedEntry | None) -> bytes:
    """The entry as bytes; empty for one that is not published."""
    if entry is None:
        return b""
    head, rest = _entry_codecs()
    values = {field.name: getattr(entry, field.name) for field in fields(ParsedEntry)}
    given = {field.name: getattr(entry.fields, field.name) for field in fields(Fields)}
    given = {name: value for name, value in given.items() if value != getattr(_NO_FIELDS, name)}
    values |= {"fields": given, "places": _written_places(entry.places), "_linked_files": entry.linked_files}
    return head.written({**values, "rest": rest.written(values)})


def entry_of(record: bytes, again: Callable[[], ParsedEntry | None] | None = None) -> ParsedEntry | None:
    """The entry that was recorded; None for one that is not published.

    What linking does not look at is left as bytes until somebody does. Should it turn out then that these bytes are no
    part of a record, it is what the entry says that `again` makes; without `again` they are read at once.

    Raises:
        UnreadableRecord: these bytes are no record.
    """
    if not record:
        return None
    known = _entry_codecs().head.read(record)
    known["fields"] = Fields.of(known["fields"])
    data = known.pop("rest")
    if again is not None:
        return ParsedEntry.begun(known, partial(_rest_or_again, data, again))
    rest = _rest(data)
    return ParsedEntry.begun(known, lambda: rest)


def _rest(data: bytes) -> dict[str, Any]:
    found = _entry_codecs().rest.read(data)
    return found | {"places": _Places(found["places"]), "written": FrozenMapping(found["written"])}


def _rest_or_again(data: bytes, again: Callable[[], ParsedEntry | None]) -> dict[str, Any]:
    try:
        return _rest(data)
    except UnreadableRecord:
        entry = again() or ParsedEntry(path="", stem="", fields=_NO_FIELDS, title="")  # it was none, said to be one
        return {name: getattr(entry, name) for name in _LATER}


def record_of_scheme(scheme: Scheme, findings: tuple[Diagnostic, ...]) -> bytes:
    """The scheme as bytes, with what was found in its file."""
    codec = _scheme_codec()
    values = {name: getattr(scheme, name) for name in codec.names if name not in ("findings", "vocabulary")}
    vocabulary = (scheme.vocabulary.kinds, scheme.vocabulary.relations)
    return codec.written({**values, "vocabulary": vocabulary, "findings": findings})


def scheme_of(record: bytes) -> tuple[Scheme, tuple[Diagnostic, ...]]:
    """The scheme that was recorded, with what was found in its file.

    Raises:
        UnreadableRecord: these bytes are no record.
    """
    found = _scheme_codec().read(record)
    findings = found.pop("findings")
    values = {name: _frozen(value) if isinstance(value, dict) else value for name, value in found.items()}
    return Scheme(**{**values, "vocabulary": Vocabulary(*found["vocabulary"])}), findings


class _EntryCodecs(NamedTuple):
    """An entry is written in two parts, the second inside the first."""

    head: _Codec
    rest: _Codec


@lru_cache(maxsize=1)
def _entry_codecs() -> _EntryCodecs:
    types = get_type_hints(ParsedEntry)
    types = {field.name: types[field.name] for field in fields(ParsedEntry)}
    head = {name: kind for name, kind in types.items() if name not in _LATER}
    rest = {name: kind for name, kind in types.items() if name in _LATER}
    given = TypedDict("Given", get_type_hints(Fields), total=False)  # type: ignore[misc] # its keys are found here
    return _EntryCodecs(_codec({**head, "fields": given, "rest": memoryview}), _codec({**rest, "places": bytes}))


def _written_places(places: Mapping[str, Span]) -> bytes:
    from msgspec import msgpack

    return msgpack.encode(dict(places))


def _read_places(data: bytes) -> dict[str, Span]:
    from msgspec import msgpack

    return msgpack.decode(data, type=dict[str, Span])


@lru_cache(maxsize=1)
def _scheme_codec() -> _Codec:
    types = {field.name: get_type_hints(Scheme)[field.name] for field in fields(Scheme)}
    vocabulary = tuple[tuple[Kind, ...], tuple[RelationType, ...]]
    return _codec({**types, "vocabulary": vocabulary, "check": dict[str, Any], "findings": tuple[Diagnostic, ...]})


def _codec(types: Mapping[str, Any]) -> _Codec:
    import msgspec

    encoder = msgspec.msgpack.Encoder(enc_hook=_plain)
    decoder = msgspec.msgpack.Decoder(tuple[tuple(types.values())], dec_hook=_ours)  # type: ignore[misc] # made here
    return _Codec(tuple(types), encoder.encode, decoder.decode)


def _plain(value: object) -> object:
    if isinstance(value, LineTable):
        return value.starts.tobytes(), value.length
    if isinstance(value, FrozenMapping):
        return dict(value)
    raise NotImplementedError(type(value))


def _ours(kind: type, value: Any) -> object:
    if kind is LineTable:
        starts = array("L")
        starts.frombytes(value[0])
        return LineTable.of(starts, value[1])
    raise NotImplementedError(kind)


def _frozen(value: Any) -> Any:
    """Plain data as the parser leaves it: nothing in it can be changed."""
    if isinstance(value, dict):
        return FrozenMapping({key: _frozen(item) for key, item in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
