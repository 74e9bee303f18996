"""Parsed entries and the scheme: from the cache, else parsed here or in worker processes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from lexigraph.loading.cache import Cache
from lexigraph.loading.records import UnreadableRecord, entry_of, record_of, record_of_scheme, scheme_of
from lexigraph.model import Diagnostic, ParsedEntry, Scheme, SourceFile

__all__ = ["parsed_entries", "parsed_scheme"]

_WORTH_A_POOL = 200
"""Files from which starting worker processes pays."""
_CHUNK = 64


def parsed_scheme(source: SourceFile | None, cache: Cache | None) -> tuple[Scheme, tuple[Diagnostic, ...]]:
    """What `scheme.yml` says, with what was found in it."""
    if source is None:
        return Scheme(), ()
    (key,) = cache.keys([source]) if cache is not None else (b"",)
    if cache is not None:
        with suppress(KeyError, UnreadableRecord):
            return scheme_of(cache.known((key,))[key])
    from lexigraph.parse.scheme import parse_scheme  # loads the validator

    scheme, findings = parse_scheme(source)
    if cache is not None:
        cache.keep({key: record_of_scheme(scheme, tuple(findings))})
    return scheme, tuple(findings)


def parsed_entries(
    files: Sequence[SourceFile], scheme: Scheme, *, workers: int, cache: Cache | None, done: Callable[[int], None]
) -> tuple[list[ParsedEntry], Callable[[], None]]:
    """The entries of the files that are published, in any order, and what keeps the new ones in the cache: it takes no
    part in what follows, so that both can be done at once. `done` is told after each how many there are."""
    found: list[ParsedEntry | None] = []
    context = _deciding(scheme) if cache is not None else b""
    keys = cache.keys(files, context) if cache is not None else []
    known = cache.known(keys) if cache is not None else {}
    missing: list[tuple[SourceFile, bytes]] = []
    for number, file in enumerate(files):
        key = keys[number] if keys else b""
        try:
            found.append(entry_of(known[key], partial(_parsed_again, file, scheme)))
            done(len(found))
        except (KeyError, UnreadableRecord):
            missing.append((file, key))
    new: dict[bytes, bytes] = {}
    for (_, key), (entry, record) in zip(missing, _parsed([file for file, _ in missing], scheme, workers), strict=True):
        found.append(entry)
        if cache is not None:
            new[key] = record or record_of(entry)
        done(len(found))

    def keep() -> None:
        if cache is not None:
            cache.keep(new, used=keys)

    return [entry for entry in found if entry is not None], keep


def _deciding(scheme: Scheme) -> bytes:
    """What of a scheme decides how a file is parsed."""
    return record_of_scheme(
        Scheme(fields=scheme.fields, tags=scheme.tags, language=scheme.language, vocabulary=scheme.vocabulary), ()
    )


def _parsed(
    files: Sequence[SourceFile], scheme: Scheme, workers: int
) -> Iterator[tuple[ParsedEntry | None, bytes | None]]:
    """Each entry, in the order of files, with its record where that was made on the way."""
    if not files:
        return
    from lexigraph.parse.entry import parse_entry  # the Markdown parser is not even loaded when all is known

    if workers <= 1 or len(files) < _WORTH_A_POOL:
        for file in files:
            yield parse_entry(file, scheme), None
        return
    import signal
    from concurrent.futures import ProcessPoolExecutor  # takes 20 ms to import
    from multiprocessing import get_context

    deaf = (signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches workers too, and each would print a traceback
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=signal.signal, initargs=deaf) as pool:
        records = pool.map(partial(_record, scheme=scheme), files, chunksize=_CHUNK)
        for file, record in zip(files, records, strict=True):
            yield entry_of(record, partial(_parsed_again, file, scheme)), record


def _parsed_again(file: SourceFile, scheme: Scheme) -> ParsedEntry | None:
    """The entry whose record turned out to be broken."""
    from lexigraph.parse.entry import parse_entry

    return parse_entry(file, scheme)


def _record(file: SourceFile, scheme: Scheme) -> bytes:
    """What a worker does."""
    from lexigraph.parse.entry import parse_entry

    return record_of(parse_entry(file, scheme))
