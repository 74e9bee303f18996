"""What is to become of the files of a content folder, planned whole before anything is written."""

import codecs
import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lexigraph.change.edits import edited
from lexigraph.model import Edit, FrozenMapping, LexigraphError

__all__ = ["FileChanged", "Rewrite", "plan"]

_NONE: FrozenMapping[str, str] = FrozenMapping()


class FileChanged(LexigraphError, RuntimeError):
    """A file is not any more what it was when the change was planned; nothing was written."""

    def __init__(self, path: str) -> None:
        self.path = path
        """Below the content folder."""
        super().__init__(path)

    def __str__(self) -> str:
        return f"{self.path} changed in the meantime; nothing was written"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """New contents of files by path. Made by `plan`; nothing is written before `write`."""

    before: Mapping[str, bytes | None]
    """Path below the content folder → what is there now; None: no file. The same keys as `after`."""
    after: Mapping[str, bytes | None]
    """Path → what is to be there; None: the file goes. Sorted by path; also the `overlay` that `load_graph` takes."""
    moved: Mapping[str, str] = _NONE
    """Old path → new path, of the files that go and come under another name."""
    waiting: tuple[Edit, ...] = ()
    """Edits that overlap another one; they want another run."""

    def diff(self, prefix: str = "") -> str:
        """The change as a unified diff; paths get the prefix, as from the root of a repository. A moved file is
        shown as a change of its text under both names."""
        sources = {new: old for old, new in self.moved.items()}
        parts: list[str] = []
        for path, after in self.after.items():
            if path in self.moved:
                continue
            old = sources.get(path, path)
            before = self.before[old]
            lines = difflib.unified_diff(
                _lines(before), _lines(after),
                f"a/{prefix}{old}" if before is not None else "/dev/null",
                f"b/{prefix}{path}" if after is not None else "/dev/null",
            )  # fmt: skip
            parts += (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(parts)

    def write(self, root: Path) -> tuple[str, ...]:
        """Write all of it below the folder, each file in one step, and return the paths that are there now.

        Raises:
            FileChanged: a file is not what it was when this was planned.
        """
        for path, data in self.before.items():
            if _read(_inside(root, path)) != data:
                raise FileChanged(path)
        for path, after in self.after.items():
            if after is not None:
                _replace(_inside(root, path), after)
        for path, after in self.after.items():
            if after is None:
                _inside(root, path).unlink()
        return tuple(path for path, after in self.after.items() if after is not None)


def plan(
    root: Path,
    edits: Iterable[Edit] = (),
    *,
    created: Mapping[str, str] = _NONE,
    moved: Mapping[str, str] = _NONE,
    removed: Iterable[str] = (),
) -> Rewrite:
    """The change of the folder: edits (whose paths are those before the moves), files that come, move and go.

    Raises:
        FileExistsError: a file would be written over.
        FileNotFoundError: a file to be edited, moved or removed is none.
        ValueError: a path leads out of the folder.
    """
    by_path: dict[str, list[Edit]] = {path: [] for path in moved}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    before: dict[str, bytes | None] = {}
    after: dict[str, bytes | None] = {}
    waiting: list[Edit] = []
    for path, some in by_path.items():
        data = before[path] = _existing(root, path)
        bom, text = _decoded(data)
        text, left = edited(text, some)
        waiting += left
        if path in moved:
            after[path] = None
        after[moved.get(path, path)] = bom + text.encode()
    for path in removed:
        before[path], after[path] = _existing(root, path), None
    for path in (*created, *moved.values()):
        if _read(_inside(root, path)) is not None and path not in moved:
            raise FileExistsError(path)
        before.setdefault(path, None)
    after |= {path: text.encode() for path, text in created.items()}
    changed = sorted(path for path, data in after.items() if before[path] != data)
    return Rewrite(
        before=FrozenMapping({path: before[path] for path in changed}),
        after=FrozenMapping({path: after[path] for path in changed}),
        moved=FrozenMapping(moved),
        waiting=tuple(waiting),
    )


def _decoded(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark, if there is one, and the text without it, as the parser counts its characters."""
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return bom, data[len(bom) :].decode()


def _inside(root: Path, path: str) -> Path:
    """The file, which is no link that leads out of the folder."""
    top = root.resolve()
    file = top / path
    if not Path(os.path.realpath(file)).is_relative_to(top):
        raise ValueError(f"{path} leads out of {root}")
    return file


def _existing(root: Path, path: str) -> bytes:
    data = _read(_inside(root, path))
    if data is None:
        raise FileNotFoundError(path)
    return data


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _replace(file: Path, data: bytes) -> None:
    """Write beside the file and swap, so that no reader sees half of it; its permissions stay."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file = Path(os.path.realpath(file))
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _lines(data: bytes | None) -> list[str]:
    return list(_at_line_feeds((data or b"").decode("utf-8", "replace")))


def _at_line_feeds(text: str) -> Iterator[str]:
    """Lines with their ends, at LF only, as `patch` counts them."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end
