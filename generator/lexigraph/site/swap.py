"""Replacing a site by a new one in one step, so that a failed build leaves the last one as it was.

Owns the folder in which a site is made (`.<name>.lexigraph` beside the output), its lock and its journal. What a
site holds, and whether a folder may be replaced at all, is decided in `output`.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

__all__ = ["OutputBusyError", "complete_swap", "exchange_folders", "replacing", "work_folder"]

_NEW = "new"
_OLD = "old"
_JOURNAL = "complete"
"""Exists from when the new site is complete until it is in place; its content does not matter."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class OutputBusyError(Exception):
    """Another build is writing the same output."""

    def __init__(self, output: Path) -> None:
        super().__init__(output)
        self.output = output


def work_folder(output: Path) -> Path:
    """The folder beside the output in which its successor is made; a sibling, so that a rename can move it."""
    return output.with_name(f".{output.name}.lexigraph")


def exchange_folders(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where system or file system cannot (only Linux can).

    Source: renameat2(2), RENAME_EXCHANGE.
    """
    if sys.platform != "linux":
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is None:
        return False
    flags = ctypes.c_uint(_RENAME_EXCHANGE)
    status: int = function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flags)
    return status == 0


@contextmanager
def replacing(output: Path, *, exchange: Callable[[Path, Path], bool] = exchange_folders) -> Iterator[Path]:
    """An empty folder that takes the place of `output` when the block ends, and vanishes when it raises.

    `output` must be absolute and no symbolic link. `exchange` is how two folders are swapped
    in one step, if they can be.

    Raises:
        OutputBusyError: another process is in such a block for the same output.
    """
    made = _make_folders(output.parent)
    try:
        with _locked(output):
            _finish(output)
            new = work_folder(output) / _NEW
            new.mkdir()
            yield new
            _put_in_place(output, exchange)
            made.clear()
    finally:
        for folder in made:
            with suppress(OSError):  # somebody else has put something there meanwhile
                folder.rmdir()


def complete_swap(output: Path) -> None:
    """Finish what a build that was killed between its two renames left behind, and clear away all else of it."""
    if work_folder(output).is_dir():
        with _locked(output):
            _finish(output)


def _put_in_place(output: Path, exchange: Callable[[Path, Path], bool]) -> None:
    new, old = work_folder(output) / _NEW, work_folder(output) / _OLD
    if not output.exists():
        new.rename(output)
        return
    if exchange(new, output):
        return
    (work_folder(output) / _JOURNAL).touch()
    output.rename(old)
    try:
        new.rename(output)
    except OSError:
        old.rename(output)
        raise


def _finish(output: Path) -> None:
    """Do the second rename if only the first was done; then empty the work folder.

    An output that is there is never touched: either both renames were done, or none, or it is newer.
    """
    work = work_folder(output)
    if (work / _JOURNAL).is_file() and (work / _NEW).is_dir() and not output.exists():
        (work / _NEW).rename(output)
    for item in work.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        else:
            item.unlink()


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Hold the work folder alone; it is made before and removed with all it holds after.

    The lock is the system's (flock), so a killed build leaves none. Windows has no such lock on folders.
    """
    work = work_folder(output)
    handle = _lock(work)
    while handle is None:
        handle = _lock(work)
    if handle < 0:
        raise OutputBusyError(output)
    try:
        yield
    finally:
        shutil.rmtree(work, ignore_errors=True)
        os.close(handle)


def _lock(work: Path) -> int | None:
    """The handle of the locked folder; negative when another process has it, None when that one just removed it."""
    work.mkdir(exist_ok=True)
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    try:
        handle = os.open(work, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), work.stat()):
            return handle
    except BlockingIOError:
        os.close(handle)
        return -1
    except FileNotFoundError:
        pass
    os.close(handle)
    return None


def _make_folders(folder: Path) -> list[Path]:
    """Make the folder and those above it that are missing; those made, deepest first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for item in reversed(missing):
        item.mkdir(exist_ok=True)
    return missing
