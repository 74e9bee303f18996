"""Which lines of which files a change touched."""

import re
from collections.abc import Mapping
from pathlib import Path

from lexigraph.history.git import asked_of_files

__all__ = ["changed_lines"]

_DIFF = (
    "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--relative",
    "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short", "-O/dev/null",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def changed_lines(folder: Path, commit: str) -> Mapping[str, tuple[range, ...]]:
    """Path below the folder → ranges of 1-based lines that are not as they were in that commit (a full hash).

    Where lines were only taken out, the range is that of the line before. Files that git does not know are left out,
    and so are those whose names it would have to quote.
    """
    found: dict[str, list[range]] = {}
    path = ""
    skipped = 0
    """Lines of the hunk that are still to come: what they look like means nothing."""
    for line in asked_of_files(folder, (*_DIFF, commit, "--", ".")).split(b"\n"):
        if skipped and line[:1] in b"+-":
            skipped -= 1
        elif line.startswith(b"+++ b/"):
            path = line[6:].rstrip(b"\t").decode("utf-8", "replace")
        elif line.startswith(b"+++ "):
            path = ""
        elif hunk := _HUNK.match(line):
            start, length = int(hunk[2]), int(hunk[3] or 1)
            skipped = int(hunk[1] or 1) + length
            if path:
                found.setdefault(path, []).append(range(start, start + max(length, 1)))
    return {path: tuple(ranges) for path, ranges in found.items()}
