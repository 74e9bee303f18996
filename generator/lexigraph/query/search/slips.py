"""Slips of the pen: names whose words differ from those of a query by one letter, two in long words.

Distance is optimal string alignment, in which a swapped pair counts once.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lexigraph.query.search.folding import tight
from lexigraph.query.search.names import Found, Names
from lexigraph.query.search.query import Query, Word

__all__ = ["LENGTHS", "PER_SLIP", "STARTS_OTHERWISE", "START_FROM", "UNFINISHED", "Slips"]

LENGTHS = (4, 8)
"""Letters from which on a word may hold one slip, and two."""
START_FROM = 5
"""Letters from which on an unfinished word may hold one slip."""
PER_SLIP, UNFINISHED, STARTS_OTHERWISE = 8, 4, 1
"""What a slip, an unfinished word and another first letter cost; less is nearer."""
_LEVEL = 10


class Slips:
    """The words and names of a knowledge base by length, for looking near a word."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._words = _by_length(names.words)
        whole: dict[str, list[int]] = {}
        for number, text in enumerate(names.tight):
            whole.setdefault(text, []).append(number)
        self._whole = whole
        self._whole_lengths = _by_length(whole)
        self._letters: dict[str, list[str]] = {}
        for word in names.words:
            self._letters.setdefault(word[0], []).append(word)

    def near(self, query: Query) -> Iterator[Found]:
        """Names all of whose words the query has, some with a slip; or that are the query with one (level 10)."""
        if not query.words:
            return
        costs = self._by_words(query)
        wanted = tight(query.forms[-1])
        for text, cost in _near(wanted, self._whole_lengths):
            for number in self._whole[text]:
                costs[number] = min(cost, costs.get(number, cost))
        for number, cost in costs.items():
            if cost:
                yield _LEVEL, cost * 2 + (self._names.ranks[number] > 0), number

    def _by_words(self, query: Query) -> dict[int, int]:
        """Number of a name → what its slips cost, for names that have every word of the query."""
        total: dict[int, int] | None = None
        for word in query.words:
            found: dict[int, int] = {}
            for known, cost in self.words(word).items():
                for number in self._names.words[known]:
                    found[number] = min(cost, found.get(number, cost))
            if total is None:
                total = found
            else:
                total = {number: total[number] + cost for number, cost in found.items() if number in total}
            if not total:
                return {}
        return total or {}

    def words(self, word: Word) -> dict[str, int]:
        """Known words near the word, with what their slips cost; 0 for the word itself and those it starts."""
        found = dict(_near(word.singular, self._words))
        if word.is_last and len(word.raw) >= START_FROM:
            for known in self._starting_near(word.raw):
                found[known] = min(PER_SLIP + UNFINISHED, found.get(known, PER_SLIP + UNFINISHED))
        found.update(dict.fromkeys(self._names.completions(word), 0))
        return found

    def _starting_near(self, raw: str) -> Iterator[str]:
        """Longer words with the same first letter whose start is one slip away."""
        longer = [known for known in self._letters.get(raw[0], ()) if len(known) > len(raw) + 1]
        for length in (len(raw) - 1, len(raw), len(raw) + 1):
            starts = [known[:length] for known in longer]
            for _, _, at in process.extract(raw, starts, scorer=OSA.distance, score_cutoff=1, limit=None):
                yield longer[at]


def _by_length(texts: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for text in texts:
        found.setdefault(len(text), []).append(text)
    return found


def _near(wanted: str, known: dict[int, list[str]]) -> Iterator[tuple[str, int]]:
    """The texts within the distance that the length allows, but for the text itself, with their cost."""
    most = sum(len(wanted) >= length for length in LENGTHS)
    for length in range(len(wanted) - most, len(wanted) + most + 1) if most else ():
        near = process.extract(wanted, known.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None)
        for text, distance, _ in near:
            if distance:
                yield text, PER_SLIP * int(distance) + (STARTS_OTHERWISE if text[0] != wanted[0] else 0)
