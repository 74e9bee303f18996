"""What is to become of the files of a content folder, planned whole before anything is written."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lexigraph.change.files import decoded, inside, read, replace_file
from lexigraph.edit.text import edited, edits_between
from lexigraph.model import NOWHERE, Edit, FileChanged, FrozenMapping

__all__ = ["Rewrite", "plan"]

_NONE: FrozenMapping[str, str] = FrozenMapping()


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

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The change as edits of the files as they are, of whole lines; a new file is one at `NOWHERE`. By path.

        A file that moves is edited under its old path; one that goes has no edit.
        """
        found: list[Edit] = []
        for path, data in self.before.items():
            after = self.after[self.moved.get(path, path)]
            if data is None and after is not None and path not in self.moved.values():
                found.append(Edit(path=path, span=NOWHERE, text=decoded(after)[1]))
            elif data is not None and after is not None:
                found += edits_between(path, decoded(data)[1], decoded(after)[1])
        return tuple(found)

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
            there = prefix.lstrip("/")  # `a//home/…` is no path that `patch` or `git apply` takes
            lines = difflib.unified_diff(
                _lines(before), _lines(after),
                f"a/{there}{old}" if before is not None else "/dev/null",
                f"b/{there}{path}" if after is not None else "/dev/null",
            )  # fmt: skip
            parts += (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(parts)

    def write(self, root: Path) -> tuple[str, ...]:
        """Write all of it below the folder, each file in one step, and return the paths that are there now.

        Raises:
            FileChanged: a file is not what it was when this was planned.
        """
        respelled = {new: old for old, new in self.moved.items() if new.casefold() == old.casefold()}
        for path, data in self.before.items():
            if path not in respelled and read(inside(root, path)) != data:
                raise FileChanged(path)
        for new, old in respelled.items():  # one file to some file systems, which would lose it
            inside(root, old).rename(inside(root, new))
        for path, after in self.after.items():
            if after is not None:
                replace_file(inside(root, path), after)
        for path, after in self.after.items():
            if after is None and path not in respelled.values():
                inside(root, path).unlink()
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

    An edit at `NOWHERE` of a file that is none writes that file.

    Raises:
        FileExistsError: a file would be written over.
        FileNotFoundError: a file to be edited, moved or removed is none.
        ValueError: a path leads out of the folder.
    """
    by_path, written = _sorted_out(root, edits, moved)
    created = {**created, **written}
    before: dict[str, bytes | None] = {}
    after: dict[str, bytes | None] = {}
    waiting: list[Edit] = []
    for path, some in by_path.items():
        data = before[path] = _existing(root, path)
        bom, text = decoded(data)
        text, left = edited(text, some)
        waiting += left
        if path in moved:
            after[path] = None
        after[moved.get(path, path)] = bom + text.encode()
    for path in removed:
        before[path], after[path] = _existing(root, path), None
    for path in (*created, *moved.values()):
        if read(inside(root, path)) is not None and path not in moved:
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


def _sorted_out(
    root: Path, edits: Iterable[Edit], moved: Mapping[str, str]
) -> tuple[dict[str, list[Edit]], dict[str, str]]:
    """By path the edits of files that are there or move, and the texts of files that edits at `NOWHERE` write."""
    by_path: dict[str, list[Edit]] = {path: [] for path in moved}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    written = {
        path: "".join(edit.text for edit in some)
        for path, some in by_path.items()
        if path not in moved and all(edit.span == NOWHERE for edit in some) and read(inside(root, path)) is None
    }
    return {path: some for path, some in by_path.items() if path not in written}, written


def _existing(root: Path, path: str) -> bytes:
    data = read(inside(root, path))
    if data is None:
        raise FileNotFoundError(path)
    return data


def _lines(data: bytes | None) -> list[str]:
    return list(_at_line_feeds((data or b"").decode("utf-8", "replace")))


def _at_line_feeds(text: str) -> Iterator[str]:
    """Lines with their ends, at LF only, as `patch` counts them."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end
