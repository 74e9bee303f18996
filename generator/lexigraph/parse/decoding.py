"""From bytes to text: UTF-8 or a finding, never an exception.

Owns the encoding, control characters and the size limit. Characters that are merely invisible are
`hidden_characters`' business.
"""

import re

from lexigraph.model import Diagnostic, LineTable, SourceFile
from lexigraph.parse.fences import front_matter_end
from lexigraph.parse.findings import OVER_LIMIT, UNREADABLE_TEXT
from lexigraph.parse.reporter import Reporter
from lexigraph.read import FILE_LIMIT

__all__ = ["FRONT_MATTER_LIMIT", "decode"]

FRONT_MATTER_LIMIT = 64 * 1024
"""Characters between the two `---`."""

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HEAD = 8192
"""Bytes by which binary files are told from text."""
_MOST_NUL = 8
"""With more NUL bytes in its head a file is no text."""
_MOST_BAD = 0.1
"""With a larger share of bytes that are not UTF-8 in its head, and control characters, a file is no text."""


def decode(source: SourceFile) -> tuple[str, tuple[Diagnostic, ...]]:
    """The file's text without byte-order mark, and what was wrong with it.

    Bytes that are not UTF-8, control characters (but tab, LF and CR) and Unicode's non-characters are
    U+FFFD in the text. A binary file has the text "". A file over the limit has its front matter only.
    """
    data = source.data.removeprefix(_BOM)
    if (what := _binary(data)) is not None:
        return "", (_binary_finding(source.path, what),)
    is_long = len(data) > FILE_LIMIT
    if is_long:
        data = data[: FRONT_MATTER_LIMIT * 4]
    try:
        text, bad = data.decode(), None
    except UnicodeDecodeError as error:
        text, bad = data.decode(errors="replace"), error
    if is_long:
        text, bad = text[: front_matter_end(text)], None
    if bad is None and not is_long and _CONTROL.search(text) is None:
        return text, ()
    return _cleaned(source, text, bad, is_long=is_long)


def _cleaned(
    source: SourceFile, text: str, bad: UnicodeDecodeError | None, *, is_long: bool
) -> tuple[str, tuple[Diagnostic, ...]]:
    reporter = Reporter(source.path, text, LineTable(text))
    if is_long:
        reporter.add(
            OVER_LIMIT, 0, 0, f"the file is over {FILE_LIMIT // 1024 // 1024} MiB; only its front matter is read",
            help="split the entry", subject="file",
        )  # fmt: skip
    if bad is not None:
        start = len(bad.object[: bad.start].decode(errors="replace"))
        reporter.add(
            UNREADABLE_TEXT, start, start + 1, f"byte 0x{bad.object[bad.start]:02X} is not UTF-8",
            help="save the file as UTF-8", subject="encoding",
        )  # fmt: skip
    if control := _CONTROL.search(text):
        at = control.start()
        reporter.add(
            UNREADABLE_TEXT, at, at + 1, f"the control character U+{ord(control[0]):04X}", help="delete it",
            subject="control",
        )  # fmt: skip
    return _CONTROL.sub("\ufffd", text), reporter.diagnostics


def _binary(data: bytes) -> str | None:
    """What the file is when it is no UTF-8 text at all, else None."""
    if data.startswith(_UTF_16):
        return "the file is UTF-16"
    head = data[:_HEAD]
    if head.isascii() and not head.count(0):
        return None
    text = head.decode(errors="replace")
    is_foreign = text.count("\ufffd") > len(text) * _MOST_BAD and _CONTROL.search(text) is not None
    return "the file is binary" if is_foreign or head.count(0) > _MOST_NUL else None


def _binary_finding(path: str, what: str) -> Diagnostic:
    help = "save it as UTF-8" if "UTF" in what else "an entry is UTF-8 text; give other files another ending than '.md'"
    return UNREADABLE_TEXT.at(path, message=what, help=help, subject="encoding")
