"""Sentences of plain prose: where they end, which one a word stands in, which ones fit a definition."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

__all__ = ["DEFINITION_LIMIT", "first_sentences", "folded", "sentence_around"]

DEFINITION_LIMIT = 300
"""Characters of a definition."""

_LONGEST = 500
"""Characters of a sentence that are quoted; of a longer one the words round the place."""

_WIDE = "。！？｡"
_STOP = re.compile(f"[.!?…]++|[{_WIDE}\n]")
_AFTER = re.compile(r"""["'”’»)\]]*+(?=\s++["'“‘«(\[]*+[^\sa-zà-öø-ÿ"'“‘«(\[])""")
"""What may follow a stop that ends a sentence: no small letter."""
_AFTER_WIDE = re.compile(f'[{_WIDE}]*["”’」』）]*')
_AFTER_LINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"\s\s|[^\S ]")
_CAPITAL_FOLLOWS = re.compile(r"\s+[A-ZÀ-ÖØ-Þ]")
_ABBREVIATIONS = """
    al approx art assn ca cf ch chap co col corp cp dept div dr ed eds eg eq eqs esp est etc ex exp fig figs gen
    gov hon ie inc jr lt ltd max min mr mrs ms mt no nos nr op p par para pl pp prof pt ref refs resp rev sec sect
    sr st sup supp tab univ v viz vol vols vs zb bzw ggf usw
"""
_LONGEST_ABBREVIATION = 9
_NEVER_END = frozenset(_ABBREVIATIONS.split())
_MAY_END = frozenset({"al", "co", "corp", "etc", "inc", "jr", "ltd", "sr", "usw"})
"""Abbreviations after which a capital letter begins a new sentence all the same."""


def folded(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return " ".join(text.split())


def sentence_around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence in which `text[start:end]` stands, white space folded, and where that part is in it.

    Of a sentence over 500 characters only the words round the part, with `…` where it was cut. A part that
    runs over several sentences gets them all; one that is a sentence by itself, as at the start of a list item, gets
    the whole text.
    """
    ends = _ends(text)
    number = bisect_right(ends, start)
    first = ends[number - 1] if number else 0
    after = bisect_left(ends, max(end, start + 1))
    last = ends[after] if after < len(ends) else len(text)
    if not _has_words(text[first:start]) and not _has_words(text[end:last]):
        first, last = 0, len(text)
    if last - first <= _LONGEST and _SPACES.search(text, first, last) is None:
        return _plain_sentence(text[first:last], start - first, end - first)
    before, part, behind = text[first:start], text[start:end], text[end:last]
    room = max((_LONGEST - len(part)) // 2, 0)
    before, behind = _tail(before, room), _head(behind, room)
    left = folded(before)
    middle = folded(part)
    right = folded(behind)
    if left and (before[-1].isspace() or part[:1].isspace()):
        left += " "
    if right and (behind[0].isspace() or part[-1:].isspace()):
        right = " " + right
    return left + middle + right, (len(left), len(left) + len(middle))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _plain_sentence(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The same for a sentence without white space that needs folding, but for its ends."""
    indent = len(text) - len(text.lstrip())
    sentence = text.strip()
    first = min(max(start - indent, 0), len(sentence))
    return sentence, (first, max(min(end - indent, len(sentence)), first))


def first_sentences(text: str, limit: int = DEFINITION_LIMIT) -> str:
    """Whole sentences from the start, white space folded, up to `limit` characters; at least the first one."""
    found = ""
    for end in (*_ends(text), len(text)):
        longer = folded(text[:end])
        if found and len(longer) > limit:
            break
        found = longer
        if len(found) > limit:
            break
    return found


@lru_cache(maxsize=64)
def _ends(text: str) -> tuple[int, ...]:
    """The offsets after each sentence but the last, ascending."""
    found: list[int] = []
    last = 0
    for stop in _STOP.finditer(text):
        at = stop.start()
        if at < last:
            continue
        char = text[at]
        after = (_AFTER_LINE if char == "\n" else _AFTER_WIDE if char in _WIDE else _AFTER).match(text, stop.end())
        if after is not None and not (char == "." and _goes_on(text, at, after.end())):
            last = after.end()
            found.append(last)
    return tuple(found)


def _goes_on(text: str, start: int, end: int) -> bool:
    """True when the full stop there ends no sentence: it belongs to a number, an initial or an abbreviation."""
    before = text[max(start - _LONGEST_ABBREVIATION, 0) : start].rsplit(None, 1)
    word = before[-1].lstrip("(\"'“‘[/") if before else ""
    last = word.rpartition("-")[2].lower()
    if last in _NEVER_END:
        return last not in _MAY_END or _CAPITAL_FOLLOWS.match(text, end) is None
    if len(word) == 1 or "." in word:
        return _is_initial(word) or (word.isdigit() and _is_number_of_item(text, start, word))
    return word.isdigit() and _is_number_of_item(text, start, word)


def _is_number_of_item(text: str, stop: int, number: str) -> bool:
    """True for the `1` of a line that begins with `1.`."""
    return text[text.rfind("\n", 0, stop) + 1 : stop].strip() == number


def _is_initial(word: str) -> bool:
    """True for `J`, `e.g`, `i.e`; False for `I` and for `U.S`, which may end a sentence."""
    return word[-1].isalpha() and word not in ("I", "A") and not (len(word) > 2 and word.isupper())


def _tail(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[len(text) - room :]
    space = re.search(r"\s", cut)
    return "…" + (cut[space.end() :] if space and space.end() < len(cut) else cut)


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[:room]
    kept = cut.rsplit(None, 1)[0] if re.search(r"\S\s", cut) else cut
    return kept + "…"
