"""Who changed which file, and when: git's log of the content folder, read once for a build."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lexigraph.history.git import asked

__all__ = ["NO_HISTORY", "Change", "History", "last_commit", "read_history", "versions"]

_MOST_COMMITS = 50_000
"""Commits that are read, the newest first."""
_NOTHING = "0" * 40
_LOG = (
    "log", f"--max-count={_MOST_COMMITS}", "--no-ext-diff", "--no-textconv",
    "--no-color", "--encoding=UTF-8", "--use-mailmap", "--decorate=short", "--decorate-refs-exclude=*", "--raw",
    "--no-abbrev", "-z",
    "--find-renames", "-l1000", "--relative", "-O/dev/null", "--submodule=short",
    "--format=commit %H%x00%ct%x00%aN%x00%D%x00%s", "--", ".",
)  # fmt: skip
_WORDS = {"A": "added", "C": "added", "M": "changed", "T": "changed", "R": "renamed", "D": "removed"}


class Change(NamedTuple):
    """One file in one commit."""

    path: str
    """Below the content folder, POSIX, NFC; the old path when it was removed."""
    previous: str
    """The path before it was renamed; empty otherwise."""
    what: str
    """`added`, `changed`, `renamed` or `removed`."""
    seconds: int
    """The committer's date, seconds since 1970."""
    author: str
    """Name by the repository's mailmap; may be empty."""
    commit: str
    """Its full hash."""
    subject: str
    """First line of the message."""
    before: str
    """Hash of the content before; empty when it was added."""
    after: str
    """Hash of the content after; empty when it was removed."""

    @property
    def date(self) -> date:
        """The committer's day, in UTC."""
        return datetime.fromtimestamp(self.seconds, UTC).date()


@dataclass(frozen=True, kw_only=True)
class History:
    """The changes of one content folder. (Without slots: what is derived once is kept in its `__dict__`.)"""

    changes: tuple[Change, ...] = ()
    """Newest first, as git prints them; those of one commit by path. A merge is no change of its own."""
    commit: str = ""
    """Hash of the last commit that touched the folder; empty without git."""
    seconds: int | None = None
    """Its committer's date, seconds since 1970; None without git."""

    @cached_property
    def _by_path(self) -> Mapping[str, tuple[Change, ...]]:
        """Path of today → its changes under this name and earlier ones, newest first."""
        found: dict[str, list[Change]] = {}
        names: dict[str, str] = {}
        """Name at the time that is being looked at → name of today."""
        for change in self.changes:
            now = names.get(change.path, change.path)
            found.setdefault(now, []).append(change)
            if change.what == "renamed":
                names.pop(change.path, None)
                names[change.previous] = now
            elif change.what == "added":
                names[change.path] = ""  # whatever had the name before was another file
        return {path: tuple(changes) for path, changes in found.items()}

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it knows, those removed too, in the order of their newest changes."""
        return tuple(path for path in self._by_path if path)

    def of(self, path: str) -> tuple[Change, ...]:
        """The changes of the file of that path, under earlier names too; newest first."""
        return self._by_path.get(path, ())

    def last(self, path: str) -> Change | None:
        """The newest change of the file; None when git knows none."""
        changes = self.of(path)
        return changes[0] if changes else None

    def authors(self, path: str) -> tuple[str, ...]:
        """Who changed the file, by the number of their changes, then by who came first."""
        counts: dict[str, int] = {}
        for change in reversed(self.of(path)):
            if change.author:
                counts[change.author] = counts.get(change.author, 0) + 1
        return tuple(sorted(counts, key=lambda name: -counts[name]))


NO_HISTORY = History()
"""What is known without git."""


def last_commit(folder: Path) -> str:
    """Hash of the last commit that touched the folder, as `History.commit`; empty without git."""
    return asked(folder, ("log", "--max-count=1", "--format=%H", "--", ".")).decode("ascii").strip()


def read_history(folder: Path) -> History:
    """The history of the files below the folder, which may be a part of a repository or a submodule.

    In a shallow clone the oldest commit that is there says nothing of what changed: it counts for the date of
    the whole, and its files have no change of their own.
    """
    output = asked(folder, _LOG)
    if not output:
        return NO_HISTORY
    commit, seconds = "", None
    changes: list[Change] = []
    for head, rows in _commits(output):
        if not commit:
            commit, seconds = head.hash, head.seconds
        if not head.is_grafted:
            changes.extend(sorted(_changes(head, rows)))
    return History(changes=tuple(changes), commit=commit, seconds=seconds)


class _Head(NamedTuple):
    hash: str
    seconds: int
    author: str
    is_grafted: bool
    subject: str


_Row = tuple[str, str, str, str, str]
"""Kind of change, hash before, hash after, path, previous path."""


def _commits(output: bytes) -> Iterator[tuple[_Head, list[_Row]]]:
    """The commits of git's answer, each with the files that it changed.

    `commit <hash>` NUL date NUL author NUL decoration NUL subject NUL, then for each file `:<modes> <hashes>
    <kind>` NUL path NUL, with a second path for what was renamed. Source: git-log(1), "Raw output format".
    """
    fields = iter(output.decode("utf-8", "replace").split("\0"))
    head: _Head | None = None
    rows: list[_Row] = []
    for field in fields:
        field = field.lstrip("\n")
        if field.startswith("commit "):
            if head is not None:
                yield head, rows
            seconds, author, decoration, subject = (next(fields, "") for _ in range(4))
            grafted = "grafted" in decoration.split(", ")
            head = _Head(field[7:], int(seconds) if seconds.isdigit() else 0, author, grafted, subject)
            rows = []
        elif field.startswith(":"):
            parts = field.split(" ")
            kind = parts[4][:1]
            first = next(fields, "")
            second = next(fields, "") if kind in "RC" else ""
            rows.append((kind, parts[2], parts[3], second or first, first if second else ""))
    if head is not None:
        yield head, rows


def _changes(head: _Head, rows: Iterable[_Row]) -> Iterator[Change]:
    for kind, before, after, path, previous in rows:
        if kind in _WORDS:
            yield Change(
                path=_name(path), previous=_name(previous) if kind == "R" else "", what=_WORDS[kind],
                seconds=head.seconds, author=head.author, commit=head.hash, subject=head.subject,
                before="" if before == _NOTHING or kind == "C" else before, after="" if after == _NOTHING else after,
            )  # fmt: skip


def _name(path: str) -> str:
    """The path as `read` names files: NFC."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def versions(folder: Path, hashes: Iterable[str]) -> Mapping[str, bytes]:
    """Hash of a content → its bytes, for those that the repository has.

    A partial clone is not asked to fetch what it lacks.
    """
    wanted = tuple(dict.fromkeys(hash for hash in hashes if hash))
    if not wanted:
        return {}
    output = asked(folder, ("cat-file", "--batch"), "".join(f"{hash}\n" for hash in wanted).encode("ascii", "ignore"))
    found: dict[str, bytes] = {}
    at = 0
    while (end := output.find(b"\n", at)) >= 0:
        parts = output[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if len(parts) == 3 and parts[2].isdigit():
            size = int(parts[2])
            if parts[1] == "blob":
                found[parts[0]] = output[at : at + size]
            at += size + 1
    return found
