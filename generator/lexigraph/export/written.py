"""Exports on disk: all that is made stands beside its place before the first file is moved there.

So a failure leaves neither half a file nor a folder of which half is new. What an earlier export of the same format
wrote and this one does not is removed from a folder, where a list in it proves that: `.lexigraph-<format>.sha256`, a
hash and a path a line (`sha256sum --check` reads it). A file of that list that was changed since stays, as does
whatever is not in it.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from lexigraph.export.artifact import Artifact, Export, Exporter

__all__ = ["list_name", "write"]


def list_name(format: str) -> str:
    """Name of the file that lists what the format wrote to a folder."""
    return f".lexigraph-{format}.sha256"


def write(format: str, exporter: Exporter, export: Export, target: Path) -> tuple[tuple[Path, int], ...]:
    """Write the exporter's files, each with its size in bytes; the list of a folder is not among them.

    `target` is the folder for a format of many files; for one of a single file it is the file itself, or a folder.
    Folders that are missing are made. A symbolic link as target is followed, and stays; a device or pipe is written to.

    Raises:
        OSError: something cannot be written, with the path in question. When it cannot be made, nothing has changed;
            should it fail while it is moved, each file is either the old one or the new one, whole.
    """
    with _about(target):
        if exporter.IS_FOLDER:
            if target.exists() and not target.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "a file is there, the format needs a folder", str(target))
            return _folder(format, exporter.artifacts(export), target)
        artifact = next(iter(exporter.artifacts(export)), None)
        if artifact is None:
            return ()
        return (_file(artifact.data, target / artifact.path if target.is_dir() else target),)


def _file(data: bytes, path: Path) -> tuple[Path, int]:
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # /dev/stdout
        return path, len(data)
    place = Path(os.path.realpath(path))
    with _made(place.parent), TemporaryDirectory(prefix=".lexigraph-", dir=place.parent) as beside:
        part = Path(beside) / "part"
        part.write_bytes(data)
        _move(part, place)
    return path, len(data)


def _folder(format: str, artifacts: Iterable[Artifact], target: Path) -> tuple[tuple[Path, int], ...]:
    sizes: dict[str, int] = {}
    hashes: dict[str, str] = {}
    with _made(target), TemporaryDirectory(prefix=".lexigraph-", dir=target) as folder:
        beside, root = Path(folder), Path(os.path.realpath(target))
        for artifact in artifacts:
            part = beside / _below(artifact.path)
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(artifact.data)
            sizes[artifact.path] = len(artifact.data)
            hashes[artifact.path] = sha256(artifact.data).hexdigest()
        for path in sizes:
            _check(root, path)
        for path in sizes:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            _move(beside / path, root / path)
        _remove_old(format, root, hashes)
        written = "".join(f"{hash}  {path}\n" for path, hash in sorted(hashes.items()))
        listed = beside / list_name(format)
        listed.write_bytes(written.encode())
        _move(listed, root / listed.name)
    return tuple((target / path, size) for path, size in sizes.items())


def _below(path: str) -> PurePath:
    """The path, which leads to a file below a folder and nowhere else.

    Raises:
        ValueError: it leads elsewhere; an exporter made it wrongly.
    """
    pure = PurePath(path)
    if not pure.parts or pure.anchor or ".." in pure.parts or "\0" in path:
        raise ValueError(f"an exported file cannot be called {path!r}: it would not stand in the folder")
    return pure


def _check(root: Path, path: str) -> None:
    """Raise an OSError where a file cannot stand: a link leads out of the folder, a folder has its name."""
    place = root / path
    if not Path(os.path.realpath(place.parent)).is_relative_to(root):
        raise OSError(errno.ELOOP, "a symbolic link on the way leads out of the folder", str(place))
    if place.is_dir() and not place.is_symlink():
        raise IsADirectoryError(errno.EISDIR, "a folder has the name of a file that is to be written", str(place))


def _move(part: Path, place: Path) -> None:
    """Put the file in its place, with the permissions that the one before it has."""
    if place.is_file() and not place.is_symlink():
        shutil.copymode(place, part)
    os.replace(part, place)  # noqa: PTH105 - the same, and both are paths


def _remove_old(format: str, root: Path, kept: Mapping[str, str]) -> None:
    """Remove what the list of the last export proves to be its own, unchanged, and this one did not write."""
    names = {path.casefold(): path for path in kept}
    for path, hash in _listed(root / list_name(format)):
        place, namesake = root / path, names.get(path.casefold(), "")
        if path in kept or place.is_symlink() or not place.is_file():
            continue
        if namesake and place.samefile(root / namesake):
            continue  # the file system does not tell them apart
        if Path(os.path.realpath(place.parent)).is_relative_to(root) and sha256(place.read_bytes()).hexdigest() == hash:
            place.unlink()
            with suppress(OSError):  # a folder that holds more stays
                for folder in PurePath(path).parents[:-1]:
                    (root / folder).rmdir()


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    """Path and hash of each file in the list; a line that is none of ours is passed over."""
    try:
        lines = file.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return
    for line in lines:
        hash, _, path = line.partition("  ")
        with suppress(ValueError):
            _below(path)
            yield path, hash


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, with those above it; on a failure those that were made are removed again."""
    missing = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        missing.append(place)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for place in missing:
            with suppress(OSError):
                place.rmdir()
        raise


@contextmanager
def _about(target: Path) -> Iterator[None]:
    """An OSError names a path that the user knows: not that of a file which stands beside its place for a moment."""
    try:
        yield
    except OSError as error:
        name = str(error.filename or "")
        if not name or "/.lexigraph-" in name.replace(os.sep, "/"):
            raise type(error)(error.errno, error.strerror, str(target)) from error
        raise
