"""Tier 1: the names of all documents, and how a query meets them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lexigraph.query.search.documents import Document
from lexigraph.query.search.folding import key, plain, singular, tight, words
from lexigraph.query.search.query import Query, Word

__all__ = ["Found", "Names"]

Found = tuple[int, int, int]
"""A level, a place within the level, the number of a name."""


class Names:
    """Every name of every document, by number: those of the first document first, its title before its other names."""

    def __init__(self, documents: Sequence[Document], stop: frozenset[str]) -> None:
        self.texts: list[str] = []
        self.owners: list[int] = []
        """Number of the document that has the name."""
        self.ranks: list[int] = []
        """0 for a title, 1 for another name that is shown, 2 for one that is not."""
        self._stop = stop
        for number, document in enumerate(documents):
            for rank, names in enumerate(((document.title,), document.names, document.hidden)):
                self.texts += names
                self.owners += [number] * len(names)
                self.ranks += [rank] * len(names)
        self.plain = [plain(text) for text in self.texts]
        self.tight = [tight(text) for text in self.plain]
        self._by_plain = _numbered(self.plain)
        self._by_key = _numbered(key(text) for text in self.plain)
        self._by_tight = _numbered(tight(key(text)) for text in self.plain)

    @cached_property
    def words(self) -> Mapping[str, list[int]]:
        """Word without plural → numbers of the names that hold it, ascending."""
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.plain):
            for word in dict.fromkeys(map(singular, words(text))):
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def sorted_words(self) -> list[str]:
        """The words in order of their code points."""
        return sorted(self.words)

    @cached_property
    def _starts(self) -> list[tuple[str, int]]:
        return sorted((text, number) for number, text in enumerate(self.tight) if text)

    @cached_property
    def _initials(self) -> Mapping[str, list[int]]:
        """First letters of the words of a name, with and without common words → numbers of names."""
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.plain):
            parts = text.split(" ")
            some = [part for part in parts if part not in self._stop]
            for letters in dict.fromkeys("".join(part[0] for part in chosen) for chosen in (parts, some)):
                if len(letters) > 1:
                    found.setdefault(letters, []).append(number)
        return found

    def equal(self, query: Query) -> Iterator[Found]:
        """Names that are the query as typed (levels 0, 1); but for plurals or the phrase of a question (2, 3); but for
        spaces (4, 5)."""
        for number, form in enumerate(query.forms):
            found = (self._by_plain.get(form), self._by_key.get(key(form)), self._by_tight.get(tight(key(form))))
            for place, (level, names) in enumerate(zip((2 if number else 0, 2, 4), found, strict=True)):
                yield from ((level + (self.ranks[name] > 0), place, name) for name in names or ())

    def starting(self, query: Query) -> Iterator[Found]:
        """Names that start with the query, whatever its spaces: titles (level 6), others (7)."""
        for form in query.forms:
            start = tight(form)
            at = bisect_left(self._starts, (start, 0)) if start else len(self._starts)
            while at < len(self._starts) and self._starts[at][0].startswith(start):
                number = self._starts[at][1]
                yield 6 + (self.ranks[number] > 0), 0, number
                at += 1

    def holding(self, query: Query) -> Iterator[Found]:
        """Names that hold all words of the query, the last maybe unfinished: titles (level 8), others (9)."""
        numbers: set[int] | None = None
        for word in query.words:
            held = {number for known in self.completions(word) for number in self.words[known]}
            numbers = held if numbers is None else numbers & held
            if not numbers:
                return
        yield from ((8 + (self.ranks[number] > 0), 0, number) for number in numbers or ())

    def beginning(self, query: Query) -> Iterator[Found]:
        """Names whose words begin with the letters of the query (level 11)."""
        for form in query.forms:
            for letters in dict.fromkeys((tight(form), singular(tight(form)))):
                yield from ((11, 0, number) for number in self._initials.get(letters, ()))

    def completions(self, word: Word) -> list[str]:
        """Known words that the word is, or of which it is the start while it is being typed."""
        found = [word.singular] if word.singular in self.words else []
        if word.is_last:
            at = bisect_left(self.sorted_words, word.raw)
            while at < len(self.sorted_words) and self.sorted_words[at].startswith(word.raw):
                found.append(self.sorted_words[at])
                at += 1
        return found


def _numbered(texts: Iterator[str] | Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        found.setdefault(text, []).append(number)
    return found
