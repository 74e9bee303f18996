"""Sentences of plain prose: where they end, which one a word stands in, which ones fit a definition."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

__all__ = ["first_sentences", "folded", "sentence_around"]

_LONGEST = 500
"""Characters of a sentence that are quoted; of a longer one the words round the place."""

_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|[。！？｡]+["”’」』）]*|\n[ \t]*\n""")
_LOWER_FOLLOWS = re.compile(r"""\s+["'“‘«(\[]*[a-zà-öø-ÿ]""")
_CAPITAL_FOLLOWS = re.compile(r"\s+[A-ZÀ-ÖØ-Þ]")
_LAST_WORD = re.compile(r"""(?:^|[\s("'“‘\[/–—-])((?:[^\W\d_]\.)*[^\W\d_]+)\.+$""")
_NUMBER_MARK = re.compile(r"(?:^|\n)\s*\d{1,3}\.$")
_ABBREVIATIONS = """
    al approx art assn ca cf ch chap co col corp cp dept div dr ed eds eg eq eqs esp est etc ex exp fig figs gen
    gov hon ie inc jr lt ltd max min mr mrs ms mt no nos nr op p par para pl pp prof pt ref refs resp rev sec sect
    sr st sup supp tab univ v viz vol vols vs zb bzw ggf usw
"""
_NEVER_END = frozenset(_ABBREVIATIONS.split())
_MAY_END = frozenset({"al", "co", "corp", "etc", "inc", "jr", "ltd", "sr", "usw"})
"""Abbreviations after which a capital letter begins a new sentence all the same."""


def folded(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return " ".join(text.split())


def sentence_around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence in which `text[start:end]` stands, white space folded, and where that part is in it.

    Of a sentence over 500 characters only the words round the part, with `…` where it was cut. A part that
    runs over several sentences gets them all.
    """
    ends = _ends(text)
    number = bisect_right(ends, start)
    first = ends[number - 1] if number else 0
    after = bisect_left(ends, max(end, start + 1))
    last = ends[after] if after < len(ends) else len(text)
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


def first_sentences(text: str, limit: int = 300) -> str:
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
    return tuple(
        match.end()
        for match in _END.finditer(text)
        if match[0][0] in "。！？｡\n" or not _goes_on(text, match.start(), match.end())
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """True when the stop that stands there ends no sentence."""
    if _LOWER_FOLLOWS.match(text, end):
        return True
    if text[start] != ".":
        return False
    before = text[max(start - 40, 0) : start + 1]
    if _NUMBER_MARK.search(before):
        return True
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    if "." in word[1] or len(word[1]) == 1:
        return _is_initial(word[1])
    last = word[1].lower()
    if last in _MAY_END and _CAPITAL_FOLLOWS.match(text, end):
        return False
    return last in _NEVER_END


def _is_initial(word: str) -> bool:
    """True for `J`, `e.g`, `i.e`; False for `I` and for `U.S`, which may end a sentence."""
    return word not in ("I", "A") and not (len(word) > 2 and word.isupper())


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
