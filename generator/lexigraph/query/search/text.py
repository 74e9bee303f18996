"""Tier 2: the words of definitions, headings and bodies, weighted at build and only added up when asked.

A posting says of a word in a document how much it weighs, whether it is in a name or the definition, and in which
section it comes first.
"""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lexigraph.model import ParsedEntry, plain_text
from lexigraph.query.search.documents import Document
from lexigraph.query.search.folding import FOLDED, KEPT, UNSPACED_RUN, plain, singular, words
from lexigraph.query.search.query import Query, Word

__all__ = ["HEAVIEST", "UNFINISHED_FROM", "Posting", "TextMatch", "Texts", "areas"]

HEAVIEST = 127
"""Largest weight of a word in a document."""
UNFINISHED_FROM = 3
"""Letters from which on an unfinished word is completed; those letters choose the file that holds it."""
_NAME, _DEFINITION, _HEADING, _BODY = 5, 4, 3, 1
"""How many times a word counts, by where it stands."""
_LONGEST_WORD = 40
_LAST_SECTION = 254


class Posting(NamedTuple):
    """A word in a document."""

    document: int
    weight: int
    """1 to `HEAVIEST`."""
    is_defining: bool
    """True when it stands in a name or the definition."""
    section: int
    """Number of the first area with a heading that holds it (see `areas`), from 1; 0: before any, or in none."""


class TextMatch(NamedTuple):
    """How a document's text meets a query."""

    document: int
    matched: int
    """How many words of the query it holds."""
    weight: int
    is_defining: bool
    """True when its names and definition hold them all."""
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
    for section in parsed.body.sections:
        if section.title or section.blocks:
            yield section.title, plain_text(section.segments)
    for item in parsed.faq:
        yield item.question, item.text
    for further in (*parsed.takeaways, *parsed.exercises):
        yield "", further.text


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

    def postings(self, word: str) -> Iterator[Posting]:
        """The documents that hold the word, ascending; what is rarer weighs more."""
        packed = self._packed.get(word, ())
        rarity = round(8 * math.log2(1 + self._count / len(packed))) if packed else 0
        for value in packed:
            weight = min(max((value & 127) * rarity // 100, 1), HEAVIEST)
            yield Posting(value >> 16, weight, bool(value & 128), value >> 8 & 255)

    def matches(self, query: Query) -> list[TextMatch]:
        """Documents that hold at least half of the query's words, in no order."""
        found: dict[int, list[tuple[str, Posting]]] = {}
        for word in query.words:
            for document, best in self._documents(word).items():
                found.setdefault(document, []).append(best)
        return [
            _match(document, held, len(query.words))
            for document, held in found.items()
            if 2 * len(held) >= len(query.words)
        ]

    def _documents(self, word: Word) -> Mapping[int, tuple[str, Posting]]:
        """Document → its heaviest posting of the word, or of the words that it starts."""
        best: dict[int, tuple[str, Posting]] = {}
        for known in self._completions(word):
            for posting in self.postings(known):
                before = best.get(posting.document)
                if before is None or (posting.is_defining, posting.weight) > (before[1].is_defining, before[1].weight):
                    best[posting.document] = (known, posting)
        return best

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
        for word, count in Counter(held).items():
            often = 1000 * count // (10 * count + length)
            is_defining = word in defining
            place = 0 if is_defining else first.get(word, 0)
            self._packed[word].append(number << 16 | place << 8 | is_defining << 7 | min(often, 127))


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
        tokens = words(folded) if UNSPACED_RUN.search(folded) else folded.split()
        return [word for token in tokens if (word := self[token])]


def _match(document: int, held: list[tuple[str, Posting]], asked: int) -> TextMatch:
    is_defining = len(held) == asked and all(posting.is_defining for _, posting in held)
    sections = [posting.section for _, posting in held if not posting.is_defining]
    return TextMatch(
        document=document, matched=len(held), weight=sum(posting.weight for _, posting in held),
        is_defining=is_defining, section=min(sections, default=0), words=tuple(word for word, _ in held),
    )  # fmt: skip
