"""The only reader of content: a folder becomes source files, and nothing outside it is ever opened.

Leaves text to `parse`: files are bytes here. `walk` finds the files, `passive` says which of them may be published.
"""

from lexigraph.read.attachment import read_attachment
from lexigraph.read.content import FILE_LIMIT, SCHEME_FILE, Reading, overlaid, read_content, read_file
from lexigraph.read.findings import DROPPED_MARKUP, OUTSIDE_CONTENT, UNREADABLE_TEXT
from lexigraph.read.passive import is_passive

__all__ = [
    "DROPPED_MARKUP", "FILE_LIMIT", "OUTSIDE_CONTENT", "SCHEME_FILE", "UNREADABLE_TEXT", "Reading", "is_passive",
    "overlaid", "read_attachment", "read_content", "read_file",
]  # fmt: skip
