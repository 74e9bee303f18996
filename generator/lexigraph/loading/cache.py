"""What was parsed before, so that it is not parsed again: one small database for each content folder.

Lies in the user's cache folder (`LEXIGRAPH_CACHE` names another place), never beside the content. A record is found by
the bytes of its file, its path, the scheme, and the version of the parser; losing the cache loses nothing but time.
"""

import hashlib
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from lexigraph.model import SourceFile

__all__ = ["Cache", "cache_folder", "is_ours"]

_FORMAT = 1
_PARSERS = ("latex2mathml", "markdown-it-py", "mdit-py-plugins", "msgspec", "nh3", "pydantic", "pygments", "pyyaml")
"""Distributions whose version changes what is parsed."""
_OURS = ("parse", "model", "read", "names.py", "vocabulary.py", "wording.py", "loading/records.py")
"""Parts of this package whose code does."""
_SPARE = 1000
"""Records that may lie unused beside those of the folder as it is: other branches, the base of a change."""
_OLD = 90 * 24 * 3600
"""Seconds after which the database of a folder that nobody loads is removed."""
_PAGE = 16 * 1024
"""Bytes of a page of the database: about one record."""
_MAPPED = 1 << 30
"""Bytes that are read without being copied first."""
_BUSY = 2.0
"""Seconds to wait for another process that writes."""


def cache_folder() -> Path:
    """Where caches lie: `LEXIGRAPH_CACHE`, else the user's cache folder."""
    if named := os.environ.get("LEXIGRAPH_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("lexigraph")


class Cache:
    """The records of one content folder. Every failure of the disk or the database is a cache that knows nothing."""

    def __init__(self, content: Path) -> None:
        """`content` names the folder."""
        name = hashlib.blake2b(os.fsencode(content.resolve()), digest_size=12).hexdigest()
        self._file = cache_folder() / f"{name}.sqlite3"

    def keys(self, files: Iterable[SourceFile], context: bytes = b"") -> list[bytes]:
        """What the record of each file is found by; `context` is what besides it decides what is parsed: the scheme."""
        begun = hashlib.blake2b(_parser_version(), digest_size=16)
        begun.update(context)
        found = []
        for file in files:
            digest = begun.copy()
            digest.update(file.path.encode("utf-8", "surrogatepass") + b"\0")
            digest.update(file.data)
            found.append(digest.digest())
        return found

    def known(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Key → record, of those that are known."""
        if not self._file.is_file() or not is_ours(self._file):
            return {}
        try:
            connection = sqlite3.connect(self._file, timeout=_BUSY)
            try:
                connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
                return _records(connection, keys)
            finally:
                connection.close()
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._file.unlink()
            return {}

    def keep(self, new: Mapping[bytes, bytes], used: Iterable[bytes] = ()) -> None:
        """Add records. When `used` names those that a whole folder needs, and many more lie there, the rest goes."""
        if not new:
            return
        try:
            if not self._file.is_file():
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _remove_old(self._file.parent)
            if not is_ours(self._file):
                return
            connection = sqlite3.connect(self._file, timeout=_BUSY)
            try:
                with connection:
                    _add(connection, new)
                    _drop_unused(connection, set(used))
            finally:
                connection.close()
        except (sqlite3.DatabaseError, OSError):
            return


def is_ours(file: Path) -> bool:
    """Whether nobody else could write the file: who writes records writes what pages say."""
    if not hasattr(os, "getuid"):
        return True  # Windows, where the user's cache folder is the user's
    trusted = {0, os.getuid()}
    try:
        above = file.parent.stat()
        if above.st_uid not in trusted or above.st_mode & stat.S_IWOTH:
            return False
        own = file.lstat()
        return own.st_uid in trusted and stat.S_ISREG(own.st_mode) and not own.st_mode & stat.S_IWOTH
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _records(connection: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, bytes]:
    """Key → record. All are asked for at once, which takes half the time of asking for each."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("CREATE TEMP TABLE wanted (key BLOB PRIMARY KEY) WITHOUT ROWID")
    connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
    rows = connection.execute("SELECT record.key, data FROM wanted CROSS JOIN record ON record.key = wanted.key")
    return {key: data for key, data in rows if isinstance(data, bytes)}


def _add(connection: sqlite3.Connection, new: Mapping[bytes, bytes]) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE}")  # holds where the file is new
    connection.execute("PRAGMA synchronous = OFF")  # a cache that is lost with the power is made again
    connection.execute("CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, data BLOB NOT NULL)")
    connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?)", new.items())


def _drop_unused(connection: sqlite3.Connection, used: set[bytes]) -> None:
    (count,) = connection.execute("SELECT count(*) FROM record").fetchone()
    if used and count > 2 * len(used) + _SPARE:
        unused = [row for row in connection.execute("SELECT key FROM record") if row[0] not in used]
        connection.executemany("DELETE FROM record WHERE key = ?", unused)


def _remove_old(folder: Path) -> None:
    now = time.time()
    for file in folder.glob("*.sqlite3"):
        with suppress(OSError):
            if now - file.stat().st_mtime > _OLD:
                file.unlink()


@lru_cache(maxsize=1)
def _parser_version() -> bytes:
    """What changes whenever the code does that parses: sizes and times of our files, versions of the libraries."""
    top = Path(__file__).parents[1]
    files = [file for name in _OURS for file in ([top / name] if name.endswith(".py") else (top / name).rglob("*.py"))]
    ours = [(file.relative_to(top).as_posix(), file.stat().st_size, file.stat().st_mtime_ns) for file in sorted(files)]
    installed = _installed()
    return repr((_FORMAT, ours, [(name, installed.get(name, "")) for name in _PARSERS])).encode()


def _installed() -> dict[str, str]:
    """Distribution → version, as their folders are named: `importlib.metadata` takes 40 ms to say it. Nothing of what
    was installed without saying (a program in one file, some systems' packages)."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - as `sys.path` has them
                stem, _, suffix = name.rpartition(".")
                if suffix in ("dist-info", "egg-info"):
                    project, _, version = stem.partition("-")
                    found.setdefault(project.lower().replace("_", "-"), version)
    return found
