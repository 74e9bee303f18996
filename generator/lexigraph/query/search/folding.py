"""How a text becomes words that can be compared: one table of characters, plain plurals, pairs for unspaced scripts.

The table is made from the Unicode database 3.2, which every Python carries beside its own, so it never changes; the
theme ships it as `assets/search/folding.js`. Both sides walk code points.
"""

import re
from unicodedata import ucd_3_2_0 as unicode

__all__ = ["FOLDED", "KEPT", "UNSPACED", "UNSPACED_RUN", "key", "plain", "singular", "tight", "words"]

_RANGES = ((0, 0x3040), (0xA640, 0xA800), (0xFB00, 0xFB50), (0xFE00, 0x10000))
"""Code points that the table folds; all others (kana, Han, Hangul, Arabic ligatures, all beyond the first plane) stand
for themselves."""

UNSPACED = (
    (0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000),
    (0xF900, 0xFB00), (0x20000, 0x40000),
)  # fmt: skip
"""Ranges (from, below) of scripts without spaces: Thai, Lao, Myanmar, Khmer, kana, Han. Cut into pairs."""

_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip
"""Letters that Unicode does not take apart."""

KEPT = "+#."
_GONE = "'’‘ʼ`\u00ad\u200b"
"""Apostrophes, and the soft hyphen and zero-width space, which Unicode 3.2 took for a dash and a space."""
_SEPARATORS = ("P", "S", "Z", "Cc")
UNSPACED_RUN = re.compile(f"([{''.join(f'{chr(start)}-{chr(end - 1)}' for start, end in UNSPACED)}]+)")


class _Folded(dict[int, str]):
    """Code point → what it is folded to; each is worked out when it is first asked for."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _folded(char) if any(start <= code < end for start, end in _RANGES) else char
        self[code] = folded
        return folded

    def differing(self) -> dict[int, str]:
        """The part of the table that folds a code point to something else, by code point."""
        codes = (code for start, end in _RANGES for code in range(start, end))
        return {code: self[code] for code in codes if self[code] != chr(code)}


def _folded(char: str) -> str:
    """Compatibility letters apart, without marks, without case; a separator is a space, a format character nothing."""
    if char in _GONE or unicode.category(char) == "Cf":
        return ""
    apart = _without_marks(unicode.normalize("NFKD", char))
    folded = _without_marks(unicode.normalize("NFKD", apart.casefold()))
    return "".join(
        one if one in KEPT else " " if unicode.category(one).startswith(_SEPARATORS) else _LETTERS.get(one, one)
        for one in folded
    )


def _without_marks(text: str) -> str:
    return "".join(char for char in text if not unicode.combining(char))


FOLDED = _Folded()
"""The table, for `str.translate`."""


def plain(text: str) -> str:
    """The text as folded words joined by single spaces, plurals left as they are; a text of signs only, as written."""
    parts = (part.strip(".") for part in text.translate(FOLDED).split(" "))
    return " ".join(part for part in parts if part.strip(KEPT)) or text.strip(" ")


def singular(word: str) -> str:
    """The word without the ending of an English plural. It need not be a word, only the same for both numbers.

    >>> singular("queries"), singular("caches"), singular("cache"), singular("loss"), singular("llms")
    ('query', 'cach', 'cach', 'loss', 'llm')
    """
    if len(word) < 4 or not "a" <= word[-1] <= "z":
        return word
    if word[-1] == "s" and word[-2] != "s" and "a" <= word[-2] <= "z":
        word = word[:-1]
    if len(word) > 4 and word.endswith("ie"):
        return word[:-2] + "y"
    if word.endswith(("che", "she", "sse", "xe", "ze")):
        return word[:-1]
    return word


def key(plain: str) -> str:
    """A plain text without plurals."""
    return " ".join(singular(word) for word in plain.split(" "))


def tight(plain: str) -> str:
    """A plain text without spaces and dots: `pretraining` is `pre-training`."""
    return plain.replace(" ", "").replace(".", "")


def words(plain: str) -> list[str]:
    """The words of a plain text, plurals left as they are; runs of an unspaced script as overlapping pairs."""
    if not UNSPACED_RUN.search(plain):
        return plain.split(" ") if plain else []
    found: list[str] = []
    for part in plain.split(" "):
        for number, run in enumerate(UNSPACED_RUN.split(part)):
            if run and number % 2:
                found += [run[at : at + 2] for at in range(len(run) - 1)] or [run]
            elif run:
                found.append(run)
    return found
