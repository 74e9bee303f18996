"""Characters that nobody sees: found in front matter and bodies alike (W016)."""

import re
import unicodedata

from lexigraph.parse.findings import HIDDEN_CHARACTERS
from lexigraph.parse.reporter import Reporter

__all__ = ["report_hidden_characters", "without_hidden", "without_hidden_escapes"]

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_NEVER_ESCAPED = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_INVISIBLE}]"
)
"""What nobody has a reason to write as `\\e` or `\\u202E`: control characters too, which no file may hold as such."""
_ESCAPE = re.compile(
    r"\\(?:x(?=([0-9a-fA-F]{2}))..|u(?=([0-9a-fA-F]{4}))....|U(?=([0-9a-fA-F]{8}))........|.)", re.DOTALL
)
_SHORT = {
    "\\0": "\0", "\\a": "\a", "\\b": "\b", "\\v": "\v", "\\f": "\f", "\\e": "\x1b", "\\r": "\r", "\\N": "\x85",
    "\\L": "\u2028", "\\P": "\u2029",
}  # fmt: skip
"""Escapes of YAML by a letter, for characters that nobody has a reason to write so."""
_MOST_LINES = 100
"""Findings in one text; the last holds all the rest."""
_JOINERS = "\u200c\u200d"
_MARKS = "\u061c\u200e\u200f"
_BLACK_FLAG = "\U0001f3f4"
_JOINED_SCRIPTS = (
    "ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MONGOLIAN",
    "MYANMAR", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "TIBETAN",
)  # fmt: skip


def report_hidden_characters(reporter: Reporter, start: int, end: int) -> None:
    """Report hidden characters, one finding for each line, between two offsets of the reporter's text."""
    text = reporter.text
    if text.isascii():
        return
    by_line: dict[int, list[tuple[int, int]]] = {}
    for match in _HIDDEN.finditer(text, start, end):
        if not _is_needed(text, match.start(), match.end()):
            line = reporter.lines.span(match.start(), match.start()).line
            key = line if len(by_line) < _MOST_LINES else min(line, max(by_line))
            by_line.setdefault(key, []).append(match.span())
    for runs in by_line.values():
        _report(reporter, runs)


def without_hidden(text: str) -> str:
    """The text without the characters that would be reported."""
    return _HIDDEN.sub(lambda run: run[0] if _is_needed(text, run.start(), run.end()) else "", text)


def without_hidden_escapes(reporter: Reporter, value: str, start: int, end: int) -> str:
    """The value of a quoted text of YAML without hidden and control characters, each of which is an escape in it.

    The text stands between two offsets of the reporter's text; one finding for all.
    """
    if _NEVER_ESCAPED.search(value) is None:
        return value
    escapes = [
        escape for escape in _ESCAPE.finditer(reporter.text[start:end]) if _NEVER_ESCAPED.fullmatch(_escaped(escape))
    ]
    if not escapes:
        return value  # they stand there as themselves, which is said elsewhere where they do not belong
    code = f"U+{ord(_escaped(escapes[0])):04X}"
    edits = [(start + escape.start(), start + escape.end(), "") for escape in escapes]
    reporter.add(
        HIDDEN_CHARACTERS, start, end, f"an escape for the invisible character {code}; it is left out",
        help="delete it", subject=code, edits=edits,
    )  # fmt: skip
    return _NEVER_ESCAPED.sub("", value)


def _escaped(escape: re.Match[str]) -> str:
    """The character that an escape of YAML stands for; a letter for one that is of no interest."""
    digits = escape[1] or escape[2] or escape[3]
    return chr(min(int(digits, 16), 0x10FFFF)) if digits else _SHORT.get(escape[0], "a")


def _report(reporter: Reporter, runs: list[tuple[int, int]]) -> None:
    (start, end), *others = runs
    first = reporter.text[start]
    more = f", and {len(others)} more" if others else ""
    reporter.add(
        HIDDEN_CHARACTERS, start, end,
        f"the invisible character U+{ord(first):04X} ({unicodedata.name(first, 'no name').lower()}){more}",
        help=f"delete {'them' if others else 'it'}", subject=f"U+{ord(first):04X}",
        edits=[(*run, "") for run in runs],
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
