"""The ranking: strict levels, each asked only while the ones above it have not found enough."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lexigraph.graph.collector import collector_off
from lexigraph.query.search.documents import Document
from lexigraph.query.search.folding import plain
from lexigraph.query.search.languages import Language
from lexigraph.query.search.names import Found, Names
from lexigraph.query.search.query import Query, parser
from lexigraph.query.search.slips import Slips
from lexigraph.query.search.text import TextMatch, Texts

__all__ = ["ENOUGH", "LEVELS", "Match", "SearchIndex"]

LEVELS = (
    "title", "alias", "title", "alias", "spacing", "spacing", "start", "start", "words", "words", "slip", "initials",
    "definition", "text", "page", "filter",
)  # fmt: skip
"""What a match of each level is called, best first. Each pair is titles, then other names."""
_DEFINITION, _TEXT, _PAGE, _FILTER = 12, 13, 14, 15
ENOUGH = 5
"""Hits of names from which on texts are not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A document that was found."""

    document: int
    level: int
    """Index in `LEVELS`."""
    name: int = -1
    """Number of the name that matched; -1: its text did."""
    words: tuple[str, ...] = ()
    """For a text: the words found, without plural."""
    section: int = 0
    """For a text: where they come first, see `areas`."""


_plain = lru_cache(maxsize=1024)(plain)


class SearchIndex:
    """A knowledge base that can be searched. What is needed for a query is made when it is first needed."""

    def __init__(self, documents: Sequence[Document], language: Language) -> None:
        self.documents = documents
        self.language = language
        self._parse = parser(language)
        self.kinds = [_plain(document.kind) for document in documents]
        self.topics = [_plain(document.topic) for document in documents]
        self.states = [_plain(document.status) for document in documents]

    @cached_property
    def _stop(self) -> frozenset[str]:
        return frozenset(plain(word) for word in self.language.stop)

    @cached_property
    def names(self) -> Names:
        """Tier 1."""
        with collector_off():
            return Names(self.documents, self._stop)

    @cached_property
    def texts(self) -> Texts:
        """Tier 2."""
        with collector_off():
            return Texts(self.documents, self._stop)

    @cached_property
    def slips(self) -> Slips:
        """Names near a word."""
        with collector_off():
            return Slips(self.names)

    def search(
        self, text: str, *, limit: int | None = None, only: Callable[[Document], bool] | None = None
    ) -> list[Match]:
        """The documents that the text means, best first, at most `limit`; those that pass `only`, when it is given.

        Pages that are no entries stand last.
        """
        return _Answer(self, self._parse(text), only).matches(limit)


class _Answer:
    """One search."""

    def __init__(self, index: SearchIndex, query: Query, only: Callable[[Document], bool] | None) -> None:
        self._index = index
        self._query = query
        self._only = only
        self._found: dict[int, Match] = {}
        self._late: dict[int, tuple[int, int, int]] = {}
        """Number of a page that is no entry → how its name met the query."""

    def matches(self, limit: int | None) -> list[Match]:
        """At most that many, best first."""
        index, query = self._index, self._query
        if not query.forms:
            return self._filtered()[:limit]
        names = index.names
        for tier in (names.equal, names.starting, names.holding, index.slips.near, names.beginning):
            self._take(tier(query))
            if limit is not None and len(self._found) >= limit:
                return list(self._found.values())[:limit]
        matches = list(self._found.values())
        pages = [(place, Match(document=number, level=_PAGE, name=place[2])) for number, place in self._late.items()]
        if len(matches) < ENOUGH:
            for match in index.texts.matches(query):
                if limit is not None and len(matches) >= limit:
                    break
                if match.document in self._found or match.document in self._late or not self._passes(match.document):
                    continue
                if index.documents[match.document].is_page:
                    pages.append(((_PAGE, len(pages), match.document), _of_text(match, _PAGE)))
                else:
                    matches.append(_of_text(match, _DEFINITION if match.is_defining else _TEXT))
        return [*matches, *(match for _, match in sorted(pages, key=lambda page: page[0]))][:limit]

    def _take(self, tier: Iterable[Found]) -> None:
        """Put the documents of a tier behind those found before, pages that are no entries apart."""
        best: dict[int, Found] = {}
        owners = self._index.names.owners
        for candidate in tier:
            number = owners[candidate[2]]
            if number not in self._found and (number not in best or candidate < best[number]):
                best[number] = candidate
        for number, (level, place, name) in sorted(best.items(), key=lambda item: (*item[1][:2], item[0])):
            if not self._passes(number):
                continue
            if self._index.documents[number].is_page:
                self._late.setdefault(number, (level, place, name))
            else:
                self._found[number] = Match(document=number, level=level, name=name)

    def _filtered(self) -> list[Match]:
        """What passes the filters when nothing else was asked."""
        if not (self._query.kinds or self._query.topics or self._query.states):
            return []
        numbers = range(len(self._index.documents))
        return [Match(document=number, level=_FILTER) for number in numbers if self._passes(number)]

    def _passes(self, number: int) -> bool:
        index, query = self._index, self._query
        document = index.documents[number]
        if query.kinds and not index.kinds[number].startswith(query.kinds):
            return False
        if query.topics and not index.topics[number].startswith(query.topics):
            return False
        states = ("question" if document.question else "", index.states[number])
        if not all(any(state.startswith(asked) for state in states) for asked in query.states):
            return False
        return self._only is None or self._only(document)


def _of_text(match: TextMatch, level: int) -> Match:
    return Match(document=match.document, level=level, words=match.words, section=match.section)
