"""A file that was moved, moved in git's index too, as `git mv` does: what the file says is left to its owner to add."""

import os
from pathlib import Path

from lexigraph.history.git import asked

__all__ = ["moved_in_index"]

_GONE = "0" * 40


def moved_in_index(folder: Path, old: str, new: str) -> bool:
    """Move the entry of a file below the folder to another name; False where git knows no such file.

    Only the index is changed, in one step: no file is touched, and no hook or filter of the repository runs.
    """
    listed = asked(folder, ("ls-files", "--stage", "-z", "--", f":(literal){old}"))
    rows = [row for row in listed.split(b"\0") if row]
    if len(rows) != 1:
        return False
    mode, hash, stage = rows[0].partition(b"\t")[0].decode("ascii").split(" ")
    if stage != "0":
        return False
    above = asked(folder, ("rev-parse", "--show-prefix")).rstrip(b"\n")
    given = f"0 {_GONE}\t".encode() + above + os.fsencode(old) + b"\0"
    given += f"{mode} {hash}\t".encode() + above + os.fsencode(new) + b"\0"
    asked(folder, ("update-index", "-z", "--index-info"), given)
    return bool(asked(folder, ("ls-files", "--cached", "-z", "--", f":(literal){new}")))
