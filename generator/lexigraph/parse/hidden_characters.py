"""Characters that nobody sees: found in front matter and bodies alike (W016)."""

import re
import unicodedata

from lexigraph.parse.findings import HIDDEN_CHARACTERS
from lexigraph.parse.reporter import Reporter

__all__ = ["report_hidden_characters"]

_HIDDEN = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
    "]+"
)
_JOINERS = "\u200c\u200d"
_MARKS = "\u061c\u200e\u200f"
_BLACK_FLAG = "\U0001f3f4"
_JOINED_SCRIPTS = (
    "ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MONGOLIAN",
    "MYANMAR", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "TIBETAN",
)  # fmt: skip


def report_hidden_characters(reporter: Reporter, start: int, end: int) -> None:
    """Report each run of hidden characters between two offsets of the reporter's text."""
    text = reporter.text
    if text.isascii():
        return
    for match in _HIDDEN.finditer(text, start, end):
        if _is_needed(text, match.start(), match.end()):
            continue
        first = match[0][0]
        name = unicodedata.name(first, "no name").lower()
        reporter.add(
            HIDDEN_CHARACTERS, match.start(), match.end(), f"the invisible character U+{ord(first):04X} ({name})",
            help="delete it [--fix]", subject=f"U+{ord(first):04X}", edits=[(match.start(), match.end(), "")],
        )  # fmt: skip


def _is_needed(text: str, start: int, end: int) -> bool:
    """True for joiners where a script or an emoji needs them, and direction marks beside right-to-left letters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    run = text[start:end]
    if not before:
        return False
    if run in _JOINERS:
        if unicodedata.category(before) == "So" or before in "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff":
            return run == "\u200d" and bool(after) and unicodedata.category(after) == "So"
        return unicodedata.name(before, "").startswith(_JOINED_SCRIPTS)
    if run in _MARKS:
        return any(unicodedata.bidirectional(char) in ("R", "AL") for char in (before, after) if char)
    return before == _BLACK_FLAG and all(char >= "\U000e0020" for char in run)
