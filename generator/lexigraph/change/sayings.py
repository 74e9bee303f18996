"""What a knowledge base says already with the name of an entry that is being written."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lexigraph.graph import Graph, Mention
from lexigraph.link.mentions import MentionFinder
from lexigraph.names import fold

__all__ = ["Saying", "Sayings"]

_MOST = 10
_LONGEST = 300
"""Characters of a sentence that are kept."""
_ARTICLE = re.compile(r"(?:\s+(?:an?|the))?\s*\Z", re.IGNORECASE)
_GENUS = re.compile(r"(?:(?:an?|the)\s+)?\Z", re.IGNORECASE)


class Saying(NamedTuple):
    """A sentence with the name in it."""

    source: str
    """Id of the entry in which it stands."""
    sentence: str


class _Named(NamedTuple):
    """An entry named in a sentence."""

    start: int
    end: int
    entry: str


class Sayings:
    """What the other entries of a graph say with the names of one, which may not be written yet."""

    def __init__(self, graph: Graph, id: str) -> None:
        self._graph = graph
        self._id = id
        self._links = tuple(each for each in graph.backlinks.get(id, ()) if each.source != id)
        self._finder = MentionFinder(graph.entries, graph.names)
        self._mentions = tuple(self._found())

    @property
    def wanting(self) -> tuple[str, ...]:
        """Ids of the entries that refer to it, by link or relation; by title."""
        return tuple(dict.fromkeys(each.source for each in self._links))

    @property
    def naming(self) -> tuple[str, ...]:
        """Ids of the entries that name it and don't refer to it; by path."""
        known = set(self.wanting)
        return tuple(dict.fromkeys(each.source for each in self._mentions if each.source not in known))

    @property
    def sentences(self) -> tuple[Saying, ...]:
        """Those that refer to it, then those that name it; at most ten, no sentence twice."""
        found = [Saying(each.source, _cut(each.sentence)) for each in self._links]
        found += [Saying(each.source, _cut(each.sentence)) for each in self._mentions]
        return tuple(dict.fromkeys(each for each in found if each.sentence))[:_MOST]

    @property
    def suggested(self) -> tuple[tuple[str, str], ...]:
        """Relations that it has not and that sentences speak of: key of the direction and id of the other entry.

        A sentence speaks of a relation when the relation's words stand between the names of both ("a mixture of
        experts uses a router"); a definition that begins with the name of another entry says what it is a kind of.
        """
        related = {view.other for view in self._graph.relations_at.get(self._id, ())}
        found = (*self._of_definition(), *self._of_sentences())
        return tuple(pair for pair in dict.fromkeys(found) if pair[1] not in related)

    def _found(self) -> Iterator[Mention]:
        """Where the others name it; by path and place. Only texts that may hold one of its names are looked at."""
        graph, node = self._graph, self._graph.entries[self._id]
        words = {max(fold(name).split() or [""], key=len)[:-1] for name in node.names}  # a plural may end otherwise
        for other in sorted(graph.entries.values(), key=lambda other: other.path):
            text = (other.parsed.source + other.parsed.front_matter).casefold()
            if other.id != self._id and any(word in text for word in words):
                found = self._finder.mentions(other, graph.resolved[other.path])
                yield from sorted((each for each in found if each.target == self._id), key=lambda each: each.span)

    def _of_definition(self) -> Iterator[tuple[str, str]]:
        node = self._graph.entries[self._id]
        for mention in self._finder.mentions(node, self._graph.resolved[node.path]):
            is_first = node.definition.startswith(mention.sentence)
            if mention.area == "lead" and is_first and _GENUS.fullmatch(mention.sentence, 0, mention.sentence_span[0]):
                yield "broader", mention.target

    def _of_sentences(self) -> Iterator[tuple[str, str]]:
        graph = self._graph
        spoken = {(each.source, each.sentence) for each in self._mentions}
        spoken |= {(each.source, each.sentence) for each in self._links if each.relation is None}
        named: dict[tuple[str, str], set[_Named]] = {place: set() for place in spoken}
        for source in {source for source, _ in spoken} & set(graph.entries):
            node = graph.entries[source]
            for mention in self._finder.mentions(node, graph.resolved[node.path]):
                if (source, mention.sentence) in named:
                    named[source, mention.sentence].add(_Named(*mention.sentence_span, mention.target))
            for reference, place in zip(node.parsed.references, graph.resolved[node.path], strict=True):
                if place and place.entry and (source, reference.sentence) in named:
                    named[source, reference.sentence].add(_Named(*reference.sentence_span, place.entry))
        for (source, sentence), names in sorted(named.items()):
            for first, second in pairwise(sorted({*names, *_own_names(graph, source, sentence)})):
                if self._id in (first.entry, second.entry) and first.entry != second.entry:
                    yield from _between(graph, self._id, first, second, sentence)


def _own_names(graph: Graph, source: str, sentence: str) -> Iterator[_Named]:
    """Where a sentence names the entry in which it stands, which is no mention."""
    node = graph.entries.get(source)
    lowered = sentence.lower()
    for name in node.names if node else ():
        if (at := lowered.find(name.lower())) >= 0:
            yield _Named(at, at + len(name), source)
            return


def _between(graph: Graph, id: str, first: _Named, second: _Named, sentence: str) -> Iterator[tuple[str, str]]:
    words = _ARTICLE.sub("", sentence[first.end : second.start]).strip().lower()
    for direction in graph.vocabulary.directions.values():
        if words == direction.words.lower():
            yield (direction.key, second.entry) if first.entry == id else (direction.opposite, first.entry)
            return


def _cut(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
