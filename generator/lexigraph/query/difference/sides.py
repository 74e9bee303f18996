"""The two graphs side by side, with what every part of the difference asks of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lexigraph.graph import EntryNode, Graph, Relation
from lexigraph.query.difference.pairs import Pairs
from lexigraph.query.difference.values import Change, Risk

__all__ = ["Sides", "items", "value"]


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Both graphs and their pairs. (Without slots: what is derived once is kept in its `__dict__`.)"""

    old: Graph
    new: Graph
    pairs: Pairs

    @property
    def both(self) -> Iterator[tuple[EntryNode, EntryNode]]:
        """The entries that are in both graphs: as they were and as they are."""
        return ((self.old.entries[first], self.new.entries[second]) for first, second in self.pairs.new_of.items())

    def title(self, id: str) -> str:
        """The title of the entry or the text of the question with that id, that of today first; else the id."""
        for graph in (self.new, self.old):
            if id in graph.entries:
                return graph.entries[id].title
            if id in graph.questions:
                return graph.questions[id].text
        return id

    def referring(self, id: str) -> int:
        """How many other entries have a link or relation to the entry of that id of today, before or after."""
        known = self.pairs.old_of.get(id, id)
        before = self.old_links.get(known, set()) | self._old_authors.get(known, set())
        return max(len(before), len(self.new_links.get(id, set()) | self._new_authors.get(id, set())))

    def below(self, id: str) -> int:
        """How many entries stand directly below the entry of that id of today in the hierarchy, before or after."""
        return max(self._old_below.get(self.pairs.old_of.get(id, id), 0), self._new_below.get(id, 0))

    @cached_property
    def old_paths(self) -> frozenset[str]:
        """Paths of the entries as they were, without `.md`: where their pages stood."""
        return _paths(self.old)

    @cached_property
    def new_paths(self) -> frozenset[str]:
        """Paths of the entries as they are, without `.md`."""
        return _paths(self.new)

    @cached_property
    def old_links(self) -> Mapping[str, set[str]]:
        """Id of each entry as it was → ids of the entries as they were whose text links to it."""
        return _linking(self.old)

    @cached_property
    def new_links(self) -> Mapping[str, set[str]]:
        """Id of each entry → ids of the entries whose text links to it."""
        return _linking(self.new)

    @cached_property
    def _old_authors(self) -> Mapping[str, set[str]]:
        return _authors(self.old.relations)

    @cached_property
    def _new_authors(self) -> Mapping[str, set[str]]:
        return _authors(self.new.relations)

    @cached_property
    def _old_below(self) -> Mapping[str, int]:
        return _below(self.old.relations)

    @cached_property
    def _new_below(self) -> Mapping[str, int]:
        return _below(self.new.relations)


def _paths(graph: Graph) -> frozenset[str]:
    return frozenset(node.path.removesuffix(".md") for node in graph.entries.values())


def _linking(graph: Graph) -> dict[str, set[str]]:
    """Id of each entry → ids of the others whose bodies link to it."""
    found: dict[str, set[str]] = {}
    for source, targets in graph.linked.items():
        for target in targets:
            found.setdefault(target, set()).add(source)
    return found


def _authors(relations: Iterable[Relation]) -> dict[str, set[str]]:
    """Id of each entry → ids of those on whose side a relation to it is written."""
    found: dict[str, set[str]] = {}
    for relation in relations:
        other = relation.target if relation.author == relation.source else relation.source
        found.setdefault(other, set()).add(relation.author)
    return found


def _below(relations: Iterable[Relation]) -> dict[str, int]:
    found: dict[str, int] = {}
    for relation in relations:
        if relation.type.hierarchical:
            found[relation.target] = found.get(relation.target, 0) + 1
    return found


def value(
    word: str,
    subject: str,
    before: str,
    after: str,
    *,
    title: str,
    key: str = "",
    risk: Risk = Risk.SAFE,
    why: str = "",
) -> Iterator[Change]:
    """The change of one text: `word added`, `word removed` or `word changed`; nothing when it stays."""
    if before != after:
        what = "changed" if before and after else "added" if after else "removed"
        yield Change(
            kind=f"{word} {what}", subject=subject, before=before, after=after, title=title, key=key, risk=risk,
            why=why if risk is not Risk.SAFE else "",
        )  # fmt: skip


def items(word: str, subject: str, before: Iterable[str], after: Iterable[str], *, title: str) -> Iterator[Change]:
    """What is in one list and not in the other: `word removed`, `word added`."""
    first, second = dict.fromkeys(before), dict.fromkeys(after)
    for item in first:
        if item not in second:
            yield Change(kind=f"{word} removed", subject=subject, before=item, title=title)
    for item in second:
        if item not in first:
            yield Change(kind=f"{word} added", subject=subject, after=item, title=title)
