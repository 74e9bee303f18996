"""What git knows of the content folder: its log, and its state in other revisions.

The folder may be anybody's: nothing in its repository's settings can start a program, and each answer is bounded.
Without git, a work tree or commits the history is empty.
"""

from lexigraph.history.index import moved_in_index
from lexigraph.history.lines import changed_lines
from lexigraph.history.log import NO_HISTORY, Change, History, last_commit, read_history, versions
from lexigraph.history.tree import NoSuchRevision, commit_of, folder_at, folder_in_repository, is_clean, merge_base

__all__ = [
    "NO_HISTORY", "Change", "History", "NoSuchRevision", "changed_lines", "commit_of", "folder_at",
    "folder_in_repository", "is_clean", "last_commit", "merge_base", "moved_in_index", "read_history", "versions",
]  # fmt: skip
