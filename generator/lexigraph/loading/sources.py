"""Where a graph can be read from when that is no folder of Markdown: a file, the folder of a site, an address."""

import re
from datetime import UTC, datetime
from pathlib import Path

from lexigraph.graph import Graph
from lexigraph.loading.findings import STALE_COPY
from lexigraph.model import CannotLoad

__all__ = ["FILE_NAME", "document_in", "is_address", "load_address", "load_file"]

FILE_NAME = "concepts.json"
SECONDS = 30.0
"""Time for the whole of a request."""
MOST_BYTES = 256 << 20
"""Size of the largest document that is read, after unpacking."""
_MARKDOWN = (".md", ".markdown")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")


def is_address(source: str) -> bool:
    """Whether the source is an address, not a path: it begins with a scheme of more than one letter."""
    return _ADDRESS.match(source) is not None


def document_in(folder: Path) -> Path | None:
    """The `concepts.json` of a site that was built into that folder; None for a folder of Markdown.

    A site also holds Markdown, and a folder of Markdown may hold such a file, so a site is what has a home page, or no
    Markdown at all.
    """
    file = folder / FILE_NAME
    if not file.is_file() or (folder / "scheme.yml").exists():
        return None
    is_site = (folder / "index.html").is_file() or next(folder.rglob("*.md"), None) is None
    return file if is_site else None


def load_file(file: Path) -> Graph:
    """The graph of a `concepts.json`.

    Raises:
        CannotLoad: there is no such file, or it is none.
        UnsupportedSchema: it is one of another version.
    """
    from lexigraph.loading.published import graph_of

    if file.suffix.lower() in _MARKDOWN:
        raise CannotLoad(str(file), "this is one file of Markdown; name the folder that holds all of them")
    try:
        if file.stat().st_size > MOST_BYTES:
            raise CannotLoad(str(file), f"it has more than {MOST_BYTES >> 20} MB")
        data = file.read_bytes()
    except FileNotFoundError:
        raise CannotLoad(str(file), "there is no such folder or file") from None
    except OSError as error:
        raise CannotLoad(str(file), f"it cannot be read: {error.strerror or error}") from error
    return graph_of(data, str(file))


def load_address(source: str, *, cache: bool = True, seconds: float = SECONDS) -> Graph:
    """The graph of the site at that address; of the document itself when the address ends in `.json`.

    With `cache`, the site is asked whether the copy that was kept is still what it has; where nobody answers, the copy
    is used, and a finding says so.

    Raises:
        CannotLoad: it cannot be reached, or there is no graph.
        UnsupportedSchema: it is one of another version.
    """
    from lexigraph.loading.http import Unreachable, answer, place_of
    from lexigraph.loading.http_cache import Copy, keep, known, touch
    from lexigraph.loading.published import graph_of

    place = place_of(source)
    copy = known(place.address) if cache else None
    etag, modified = (copy.etag, copy.modified) if copy is not None else ("", "")
    try:
        found = answer(place, etag=etag, modified=modified, seconds=seconds)
    except Unreachable as error:
        if copy is None:
            raise CannotLoad(error.source, error.reason) from error
        stale = STALE_COPY.at(
            FILE_NAME, message=f"this is a copy of {copy.day}: {place.address} cannot be reached, {error.reason}",
            help="load it again when it can be",
        )  # fmt: skip
        return graph_of(copy.data, place.address, fetched_from=copy.address, diagnostics=(stale,))
    if not found.is_same:
        graph = graph_of(found.data, place.address, fetched_from=found.address)
        if cache:
            day = datetime.now(UTC).date().isoformat()
            keep(place.address, Copy(found.data, found.address, found.etag, found.modified, day))
        return graph
    if copy is None:
        raise CannotLoad(place.address, "the server says that nothing changed, and there is no copy of it here")
    touch(place.address)
    return graph_of(copy.data, place.address, fetched_from=copy.address)
