"""A folder as it was in another revision, and which revision a change is to be compared with."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from lexigraph.history.git import asked, asked_of_files
from lexigraph.history.log import versions
from lexigraph.model import LexigraphError

__all__ = ["NoSuchRevision", "commit_of", "folder_at", "folder_in_repository", "is_clean", "merge_base"]

_READ = (".md", ".svg", ".txt", "scheme.yml")
"""Ends of the names of files whose content is looked into; of others only the name matters."""
_LINK = "120000"
_AT_ONCE = 1000
"""Files that git is asked for at once."""
_WHOLE = "fetch it whole: git fetch --unshallow, in a workflow fetch-depth: 0"
_HASH = re.compile(rb"[0-9a-f]{40,64}\n?")
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What every repository knows as the tree without files. Source: `git hash-object -t tree /dev/null`."""


class NoSuchRevision(LexigraphError, ValueError):
    """A revision that this clone does not have, or no common ancestor with one."""

    def __init__(self, revision: str, reason: str) -> None:
        self.revision = revision
        """As given."""
        self.reason = reason
        """What is wrong, and what to do."""
        super().__init__(f"{revision}: {reason}")


def commit_of(folder: Path, revision: str) -> str:
    """The full hash of the revision in the folder's repository; before its first commit, HEAD is the empty tree.

    Raises:
        NoSuchRevision: there is none, or no repository.
    """
    found = asked(folder, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"))
    if not _HASH.fullmatch(found):  # `^main` is taken too, and is none
        if asked(folder, ("rev-parse", "--is-inside-work-tree")).strip() != b"true":
            help = "two folders are compared with lexigraph diff OLD NEW"
            raise NoSuchRevision(revision, f"the folder is in no git repository; {help}")
        if revision == "HEAD" and not asked(folder, ("rev-list", "--max-count=1", "--all")):
            return _EMPTY_TREE
        whole = f", which is shallow; {_WHOLE}"
        more = whole if _is_shallow(folder) else "; fetch it first, or name another: 'git branch --all' lists branches"
        raise NoSuchRevision(revision, f"no such revision in this clone{more}")
    return found.decode("ascii").strip()


def merge_base(folder: Path, revision: str, head: str = "HEAD") -> str:
    """The full hash of the newest commit that the revision and `head` have in common.

    Raises:
        NoSuchRevision: one of them is none, or this clone does not hold their common history.
    """
    theirs, ours = commit_of(folder, revision), commit_of(folder, head)
    if ours == theirs:
        return ours
    found = asked(folder, ("merge-base", ours, theirs)).decode("ascii").split()
    if not found:
        reason = f"this clone lacks the history that it shares with HEAD; {_WHOLE}"
        raise NoSuchRevision(revision, reason if _is_shallow(folder) else "it shares no history with HEAD")
    return found[0]


def _is_shallow(folder: Path) -> bool:
    return asked(folder, ("rev-parse", "--is-shallow-repository")).strip() == b"true"


def is_clean(folder: Path, path: str) -> bool:
    """Whether the file below the folder is as in the last commit; True where there is no git."""
    if not asked(folder, ("rev-parse", "--is-inside-work-tree")):
        return True
    question = ("status", "--porcelain", "-z", "--untracked-files=all", "--", f":(literal){path}")
    return not asked_of_files(folder, question)


def folder_in_repository(folder: Path) -> str:
    """The folder below the root of its repository, POSIX, ending in a slash; empty for the root and without git."""
    return os.fsdecode(asked(folder, ("rev-parse", "--show-prefix"))).removesuffix("\n")


@contextmanager
def folder_at(folder: Path, commit: str) -> Iterator[Path]:
    """A copy of the folder as it was in that commit, of the same name, gone when the context ends.

    Files whose content does not matter to the graph are empty in it. A folder that was not there then is empty.

    Raises:
        NoSuchRevision: the clone lacks files of that commit, as one made with a filter does.
    """
    with TemporaryDirectory(prefix="lexigraph-") as top:
        root = Path(top) / folder.resolve().name
        root.mkdir()
        rows = tuple(_rows(folder, commit))
        wanted = [hash for mode, hash, path in rows if mode == _LINK or path.endswith(_READ)]
        known: dict[str, bytes] = {}
        for at in range(0, len(wanted), _AT_ONCE):  # so that no answer is too long to be taken
            known |= versions(folder, wanted[at : at + _AT_ONCE])
        if any(hash not in known for hash in wanted):
            raise NoSuchRevision(commit, "this clone lacks some of its files; fetch them: git fetch --refetch")
        for mode, hash, path in sorted(rows, key=lambda row: row[0] == _LINK):  # so that no file is written through one
            with suppress(OSError, ValueError):  # a tree that no git would make: one name twice, a NUL in a link
                _write(root, path, known.get(hash, b""), is_link=mode == _LINK)
        yield root


def _write(root: Path, path: str, data: bytes, *, is_link: bool) -> None:
    """Write the file or link below the root; nothing when its folder lies elsewhere, behind a link."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if not Path(os.path.realpath(file.parent)).is_relative_to(os.path.realpath(root)) or file.is_symlink():
        return
    if not is_link:
        file.write_bytes(data)
    elif not file.exists():
        file.symlink_to(os.fsdecode(data))


def _rows(folder: Path, commit: str) -> Iterator[tuple[str, str, str]]:
    """Mode, hash and path below the folder of each file. Source: git-ls-tree(1)."""
    listed = asked(folder, ("ls-tree", "-r", "-z", commit, "--", "."))
    for row in listed.split(b"\0"):
        head, _, path = row.partition(b"\t")
        parts = head.decode("ascii").split(" ")
        name = os.fsdecode(path)
        if len(parts) == 3 and parts[1] == "blob" and not name.startswith("/") and ".." not in name.split("/"):
            yield parts[0], parts[2], name
