"""What the browser's port of the ranking needs, as values that become JSON: table, rules, languages, names, words."""

import json
from collections.abc import Iterator, Sequence

from lexigraph.query.search.folding import FOLDED, UNSPACED, plain
from lexigraph.query.search.index import ENOUGH
from lexigraph.query.search.languages import Language
from lexigraph.query.search.query import LONGEST, MOST_WORDS
from lexigraph.query.search.slips import LENGTHS, PER_SLIP, START_FROM, STARTS_OTHERWISE, UNFINISHED
from lexigraph.query.search.text import UNFINISHED_FROM, Texts

__all__ = ["RULES", "folding_script", "folding_table", "language_lists", "shard_of", "word_files"]

RULES = {
    "enough": ENOUGH,
    "lengths": LENGTHS,
    "longest": LONGEST,
    "mostWords": MOST_WORDS,
    "perSlip": PER_SLIP,
    "startFrom": START_FROM,
    "startsOtherwise": STARTS_OTHERWISE,
    "unfinished": UNFINISHED,
    "unfinishedFrom": UNFINISHED_FROM,
}
"""The integers of the ranking."""

_FNV_START, _FNV_PRIME = 2166136261, 16777619


def folding_table() -> dict[str, object]:
    """The folding table: ranges that become a space, ranges that vanish, pairs of characters, what becomes longer."""
    table = FOLDED.differing()
    pairs = "".join(chr(code) + folded for code, folded in table.items() if len(folded) == 1 and folded != " ")
    return {
        "spaces": _ranges(code for code, folded in table.items() if folded == " "),
        "gone": _ranges(code for code, folded in table.items() if not folded),
        "pairs": pairs,
        "more": {chr(code): folded for code, folded in table.items() if len(folded) > 1},
        "unspaced": UNSPACED,
    }


def folding_script() -> str:
    """The table as the script of the theme."""
    table = json.dumps(folding_table(), separators=(",", ":"))
    head = "/* What characters are folded to: `lexigraph.query.search.folding`, written by `make golden`. */"
    return f"{head}\nself.lexigraphSearch.folding = {table}\n"


def language_lists(language: Language) -> dict[str, object]:
    """The phrases and words of a language, plain, as the parser of queries has them."""

    def phrases(written: Sequence[str]) -> list[list[str]]:
        return sorted((plain(phrase).split(" ") for phrase in written), key=lambda phrase: -len(phrase))

    return {
        "before": phrases(language.before),
        "after": phrases(language.after),
        "beside": phrases(language.beside),
        "articles": sorted(plain(word) for word in language.articles),
        "stop": sorted(plain(word) for word in language.stop),
    }


def shard_of(word: str, shards: int) -> int:
    """Number of the file that holds the word: FNV-1a over its first three code points."""
    number = _FNV_START
    for char in word[:UNFINISHED_FROM]:
        number = (number ^ ord(char)) * _FNV_PRIME & 0xFFFFFFFF
    return number % shards


def word_files(texts: Texts, shards: int) -> list[tuple[list[str], list[list[int]]]]:
    """For each file its words, in order, and the postings of each."""
    files: list[tuple[list[str], list[list[int]]]] = [([], []) for _ in range(shards)]
    for word in texts.words:
        words, postings = files[shard_of(word, shards)]
        words.append(word)
        postings.append(texts.postings(word))
    return files


def _ranges(codes: Iterator[int]) -> list[int]:
    """Starts and ends (exclusive) of the runs among ascending numbers, in one list."""
    ranges: list[int] = []
    for code in codes:
        if ranges and ranges[-1] == code:
            ranges[-1] = code + 1
        else:
            ranges += (code, code + 1)
    return ranges
