"""What GitHub shows of a check beside its annotations: the summary of the job, and which lines were touched."""

import os
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

__all__ = ["add_to_job_summary", "touched_lines"]

_VARIABLE = "GITHUB_STEP_SUMMARY"
_MOST_BYTES = 1024 * 1024
"""Of one step's summary; GitHub drops a longer one whole. Source: docs.github.com, Adding a job summary."""
_ROOM = 200
"""Bytes kept for the line that says how much was left out."""


def add_to_job_summary(report: str, line: str) -> None:
    """Append the report, Markdown, and the last line of the check to the job's summary, where there is one."""
    path = os.environ.get(_VARIABLE)
    if not path:
        return
    try:
        with Path(path).open("ab") as file:
            file.write(_cut(f"### lexigraph check\n\n{report}\n{line}\n\n", _MOST_BYTES - file.tell()).encode())
    except OSError:
        return  # the annotations say the same


def _cut(text: str, most: int) -> str:
    """The text in at most so many bytes, cut between two lines."""
    if len(text.encode()) <= most:
        return text
    kept: list[str] = []
    left = most - _ROOM
    lines = text.splitlines(keepends=True)
    for line in lines:
        left -= len(line.encode())
        if left < 0:
            break
        kept.append(line)
    return "".join((*kept, f"\n… and {len(lines) - len(kept)} more lines; run lexigraph check to see them\n"))[
        : max(most, 0)
    ]


def touched_lines(root: Path, revision: str | None) -> Callable[[str, int], bool]:
    """Whether a line of a file was touched since the last common commit with the revision; none without one."""
    from lexigraph.history import changed_lines, merge_base

    touched = changed_lines(root, merge_base(root, revision)) if revision is not None else {}
    starts = {path: [lines.start for lines in ranges] for path, ranges in touched.items()}

    def is_touched(path: str, line: int) -> bool:
        number = bisect_right(starts.get(path, ()), line)  # git names ranges in their order
        return number > 0 and any(line in lines for lines in touched[path][max(number - 2, 0) : number])

    return is_touched
