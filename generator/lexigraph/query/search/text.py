"""Tier 2: the words of definitions, headings and bodies, weighted at build and only added up when asked.

A posting says of a word in a document how much it weighs, whether it is in a name or the definition, and in which
section it comes first.
"""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import heapify, heappop
from itertools import chain
from operator import sub
from typing import NamedTuple

from lexigraph.model import ParsedEntry
from lexigraph.query.search.documents import Document
from lexigraph.query.search.folding import FOLDED, KEPT, UNSPACED_RUN, plain, singular, words
from lexigraph.query.search.query import Query, Word

__all__ = ["HEAVIEST", "UNFINISHED_FROM", "TextMatch", "Texts", "areas"]

HEAVIEST = 127
"""Largest weight of a word in a document."""
UNFINISHED_FROM = 3
"""Letters from which on an unfinished word is completed; those letters choose the file that holds it."""
_NAME, _DEFINITION, _HEADING, _BODY = 5, 4, 3, 1
"""How many times a word counts, by where it stands."""
_ONE_WORD, _ONE_DEFINING, _ALL_DEFINING = 1 << 24, 1 << 16, 1 << 40
"""A document's sum while it is added up: how many words, how many of them defining, their weight."""
_LONGEST_WORD = 40
_LAST_SECTION = 254


class TextMatch(NamedTuple):
    """A document whose text meets a query."""

    document: int
    is_defining: bool
    """True when its names and definition hold all words."""
    section: int
    words: tuple[str, ...]
    """The words found, without plural, in order of the query."""


def areas(document: Document) -> Iterator[tuple[str, str]]:
    """Headings with the prose below them, in reading order; the first has no heading. Bullets that are documents of
    their own, and lists of sources, are left out."""
    yield "", " ".join(document.about)
    parsed = document.parsed
    if parsed is None:
        return
    yield "", "\n".join(_front_matter(parsed))
    yield from parsed.passages()


def _front_matter(parsed: ParsedEntry) -> Iterator[str]:
    fields = parsed.fields
    yield fields.scope_note
    yield fields.why_open
    yield from fields.evidence_needed
    for position in fields.positions:
        yield position.claim
        yield position.reasoning
    if fields.resolution is not None:
        yield fields.resolution.answer
    if fields.contested is not None:
        yield fields.contested.summary


class Texts:
    """The words of all documents."""

    def __init__(self, documents: Sequence[Document], stop: frozenset[str]) -> None:
        self._count = len(documents)
        self._normal = _Normal(stop)
        self._packed: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        for number, document in enumerate(documents):
            self._add(number, document)
        del self._normal

    @cached_property
    def words(self) -> list[str]:
        """All words, in order of their code points."""
        return sorted(self._packed)

    @cached_property
    def size(self) -> int:
        """How many postings there are."""
        return sum(map(len, self._packed.values()))

    def postings(self, word: str) -> list[int]:
        """For the browser: steps from document to document, ascending, each followed by weight (bits 0 to 6), whether
        it stands in a name or the definition (bit 7), and section (from bit 8)."""
        held = self._held(word)
        found = [0] * (2 * len(held))
        found[::2] = map(sub, held, chain((0,), held))
        found[1::2] = [bits >> 8 | (bits & 255) << 8 for bits in held.values()]
        return found

    def matches(self, query: Query) -> Iterator[TextMatch]:
        """Documents that hold at least half of the query's words: first those that hold all in names and definition,
        then those that hold most words, then by weight, then in order."""
        found = [self._documents(word) for word in query.words]
        asked = len(found)
        totals: dict[int, int] = {}
        for documents, _ in found:
            for document, bits in documents.items():
                gained = _ONE_WORD + (bits >> 15) * _ONE_DEFINING + (bits >> 8 & 127)
                totals[document] = totals.get(document, 0) + gained
        best = [
            (_place(total, asked), document) for document, total in totals.items() if total // _ONE_WORD * 2 >= asked
        ]
        heapify(best)  # most callers want the first few
        while best:
            document = heappop(best)[1]
            held = [(documents[document], which[document]) for documents, which in found if document in documents]
            yield _match(document, held, asked)

    def _held(self, word: str) -> dict[int, int]:
        """Document → whether defining (bit 15), weight (bits 8 to 14) and section of the word."""
        packed = self._packed.get(word)
        if packed is None:
            return {}
        rarity = round(8 * math.log2(1 + self._count / len(packed)))
        weights = _weights(rarity)
        return {value >> 16: weights[value & 255] << 8 | value >> 8 & 255 for value in packed}

    def _documents(self, word: Word) -> tuple[dict[int, int], dict[int, str]]:
        """Document → its heaviest posting of the word, or of the words that it starts (`_held`); and which that is."""
        completions = self._completions(word)
        best = self._held(completions[0]) if completions else {}
        which = dict.fromkeys(best, completions[0]) if completions else {}
        for known in completions[1:]:
            for document, held in self._held(known).items():
                if held >> 8 > best.get(document, -1) >> 8:
                    best[document] = held
                    which[document] = known
        return best, which

    def _completions(self, word: Word) -> list[str]:
        """The word, when it is known; else, while it is being typed, the words it starts, in order of code points."""
        if word.singular in self._packed:
            return [word.singular]
        found = []
        if word.is_last and len(word.raw) >= UNFINISHED_FROM:
            at = bisect_left(self.words, word.raw)
            while at < len(self.words) and self.words[at].startswith(word.raw):
                found.append(self.words[at])
                at += 1
        return found

    def _add(self, number: int, document: Document) -> None:
        """Pack the words of one document: number, section, whether defining, how often for its length."""
        read = self._normal.words
        names, definition = read(" ".join((document.title, *document.names))), read(document.definition)
        defining = {*names, *definition}
        held = _NAME * names + _DEFINITION * definition
        first: dict[str, int] = {}
        section, parts = 0, []
        for heading, text in areas(document):
            section += bool(heading)
            parts.append((min(section, _LAST_SECTION), found := read(text), titles := read(heading)))
            held += found + _HEADING * titles
        for place, found, titles in reversed(parts):
            first.update(dict.fromkeys((*found, *titles), place))
        length = 3 + 9 * len(held) // 200
        packed, at = self._packed, number << 16
        for word, count in Counter(held).items():
            often = 1000 * count // (10 * count + length)  # below 100
            packed[word].append(at | often | (128 if word in defining else first[word] << 8))


class _Normal(dict[str, str]):
    """Folded token → the word it is indexed as; empty for one that is not."""

    def __init__(self, stop: frozenset[str]) -> None:
        super().__init__()
        self._stop = stop

    def __missing__(self, token: str) -> str:
        word = plain(token)
        word = "" if word in self._stop or len(word) > _LONGEST_WORD or not word.strip(KEPT) else singular(word)
        self[token] = word
        return word

    def words(self, text: str) -> list[str]:
        """The words of a text, in order."""
        folded = text.translate(FOLDED)
        tokens = folded.split() if folded.isascii() or not UNSPACED_RUN.search(folded) else words(folded)
        return list(filter(None, map(self.__getitem__, tokens)))


@lru_cache(maxsize=256)
def _weights(rarity: int) -> tuple[int, ...]:
    """For the low eight bits of what is packed, defining and how often, what they are worth: defining and weight."""
    return tuple(bits & 128 | min(max((bits & 127) * rarity // 100, 1), HEAVIEST) for bits in range(256))


def _place(total: int, asked: int) -> int:
    """What sorts a document by its sum, the best first."""
    defining = total // _ONE_DEFINING % 256
    return -((defining == asked) * _ALL_DEFINING + total // _ONE_WORD * _ONE_WORD + total % _ONE_DEFINING)


def _match(document: int, held: list[tuple[int, str]], asked: int) -> TextMatch:
    is_defining = len(held) == asked and all(bits >> 15 for bits, _ in held)
    sections = [bits & 255 for bits, _ in held if not bits >> 15]
    return TextMatch(
        document=document,
        is_defining=is_defining,
        section=min(sections, default=0),
        words=tuple(word for _, word in held),
    )
