"""What an importer gives, and how it is written: new files only, none outside of the folder."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from lexigraph.change.files import inside, read
from lexigraph.change.rewrite import Rewrite
from lexigraph.change.rewrite import plan as rewrite
from lexigraph.edit.file_names import folded, is_safe_path
from lexigraph.model import CannotChange

__all__ = ["MOST_BYTES", "MOST_FILES", "Import", "Importer", "plan"]

MOST_BYTES = 256 * 1024 * 1024
"""Of a file that is imported."""
MOST_FILES = 50_000
"""That one import writes."""
_NAMED = 20
"""Files in the way that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What a file says, as a content folder. Nothing is written yet, see `plan`."""

    files: Mapping[str, str]
    """Path below the content folder → text; sorted by path."""
    left: tuple[str, ...] = ()
    """What could not be carried, in words: one line each, in a fixed order."""


class Importer(Protocol):
    """What each module in the table `IMPORTERS` offers."""

    SUFFIXES: tuple[str, ...]
    """What the names of its files end with."""

    def imported(self, data: bytes, *, suffix: str, topic: str) -> Import:
        """The file as a content folder.

        Args:
            data: the file.
            suffix: what its name ends with, in lower case: `.ttl`; may be empty.
            topic: the folder below the content folder for what has no place of its own; empty: none.

        Raises:
            CannotChange: it is no such file.
        """


def plan(found: Import, folder: Path) -> Rewrite:
    """The files to be written in the folder; those that are there already with the same text are left out.

    `Rewrite.write(folder)` writes them and returns their paths; the folder need not exist.

    Raises:
        CannotChange: a file would be written over or would differ from one in its case only, lies outside of the
            folder, is a folder there, or there are too many.
    """
    if len(found.files) > MOST_FILES:
        raise CannotChange(f"{len(found.files):,} files would be written; at most {MOST_FILES:,} are")
    if odd := [path for path in found.files if not is_safe_path(path)]:
        raise CannotChange("some files cannot have these names", rows=odd[:_NAMED])
    there = _there(folder) if folder.is_dir() else {}
    try:
        before = {path: read(inside(folder, path)) for path in found.files}
    except ValueError as error:
        raise CannotChange(str(error), help="write into another folder") from None
    created = {path: text for path, text in found.files.items() if before[path] is None}
    taken = [path for path, data in before.items() if data is not None and data != found.files[path].encode()]
    taken += [f"{there[folded(path)]} (as {path})" for path in created if folded(path) in there]
    if blocked := _blocked(folder, created):
        raise CannotChange(
            "a file is where a folder is needed, or a folder where a file is",
            rows=blocked[:_NAMED],
            help="write into another folder",
        )
    if taken:
        more = [f"… and {len(taken) - _NAMED} more"] if len(taken) > _NAMED else []
        raise CannotChange(
            "files would be written over", rows=[*taken[:_NAMED], *more], help="write into another folder"
        )
    return rewrite(folder, created=created)


def _blocked(folder: Path, paths: Collection[str]) -> list[str]:
    """The paths that a file or a folder of the other sort has, in the folder or among the paths; sorted."""
    files = {folded(path): path for path in paths}
    found: set[str] = {path for path in paths if (folder / path).is_dir()}
    above = {str(parent) for path in paths for parent in PurePosixPath(path).parents[:-1]}
    found |= {path for path in above if folded(path) in files or _is_no_folder(folder / path)}
    found |= {str(path) for path in (folder, *folder.parents) if _is_no_folder(path)}
    return sorted(found)


def _is_no_folder(path: Path) -> bool:
    return os.path.lexists(path) and not path.is_dir()


def _there(folder: Path) -> dict[str, str]:
    """The files of the folder: path folded → path."""
    paths = (str(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())
    return {folded(path): path for path in paths}
