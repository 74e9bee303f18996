"""The copy of a document that was fetched before: one file for each address in the user's cache folder.

The site is asked each time whether the copy is still what it has. Losing a copy loses nothing but time.
"""

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lexigraph.loading.cache import cache_folder, is_ours

__all__ = ["Copy", "keep", "known", "touch"]

_SUFFIX = ".document"
_OLD = 90 * 24 * 3600
"""Seconds after which the copy of a site that nobody loads is removed."""


class Copy(NamedTuple):
    """What was fetched, and what the site said of it."""

    data: bytes
    address: str
    """Where it was in the end."""
    etag: str
    modified: str
    """`Last-Modified`, as sent."""
    day: str
    """On which the site was last asked: `2026-05-01`, in UTC."""


def known(address: str) -> Copy | None:
    """The copy of the document at the address; None when there is none that nobody else could have written."""
    file = _file(address)
    if not is_ours(file):
        return None
    try:
        head, _, data = file.read_bytes().partition(b"\n")
        said = json.loads(head)
        of, digest, place, etag, modified = (said[name] for name in ("asked", "digest", "address", "etag", "modified"))
        day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date().isoformat()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if (of, digest) != (address, _digest(data)) or not all(isinstance(value, str) for value in (place, etag, modified)):
        return None
    return Copy(data, place, etag, modified, day)


def keep(asked: str, copy: Copy) -> None:
    """Keep the copy. Every failure of the disk is a copy that is not there."""
    file = _file(asked)
    said = {"asked": asked, "address": copy.address, "etag": copy.etag, "modified": copy.modified}
    head = json.dumps({**said, "digest": _digest(copy.data)}).encode()
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_ours(file):
            return
        _remove_old(file.parent)
        handle, beside = tempfile.mkstemp(prefix=".", suffix=_SUFFIX, dir=file.parent)
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123 - of a handle
                stream.write(head + b"\n" + copy.data)
            os.replace(beside, file)  # noqa: PTH105 - the same
        finally:
            with suppress(FileNotFoundError):
                os.unlink(beside)  # noqa: PTH108 - the same


def touch(asked: str) -> None:
    """Note that the site has still what the copy is of."""
    with suppress(OSError):
        os.utime(_file(asked))


def _file(address: str) -> Path:
    name = hashlib.blake2b(address.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return cache_folder() / f"{name}{_SUFFIX}"


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _remove_old(folder: Path) -> None:
    now = time.time()
    for file in folder.glob(f"*{_SUFFIX}"):
        with suppress(OSError):
            if now - file.stat().st_mtime > _OLD:
                file.unlink()
