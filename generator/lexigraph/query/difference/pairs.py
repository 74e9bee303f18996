"""Which entries of two graphs are the same one: by id, by redirect, by title, by content."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lexigraph.graph import EntryNode, Graph
from lexigraph.names import fold

__all__ = ["Pairs", "leads_to", "paired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Entries of the old graph and those of the new one that they have become."""

    new_of: Mapping[str, str]
    """Old id → new id, of the entries that are there still."""
    old_of: Mapping[str, str]
    """New id → old id, of the same entries."""
    removed: tuple[str, ...]
    """Old ids of entries that are gone, merged ones among them; sorted."""
    added: tuple[str, ...]
    """New ids of entries that were not there, split off ones among them; sorted."""

    def today(self, id: str) -> str:
        """The id that an old entry has now; its old one when it is gone."""
        return self.new_of.get(id, id)


def paired(old: Graph, new: Graph) -> Pairs:
    """Entries matched by id; then, among the rest, by redirect, by content and by title where those name one pair only.

    The same pairs come of `paired(new, old)`, the other way round.
    """
    same = [id for id in old.entries if id in new.entries]
    pairs = dict(zip(same, same, strict=True))
    gone = {id: node for id, node in old.entries.items() if id not in pairs}
    come = {id: node for id, node in new.entries.items() if id not in pairs}
    for first, second in _redirected(old, new, gone, come):
        pairs[first] = second
        del gone[first], come[second]
    for trait in (_content, _title):
        for first, second in _alike(gone.values(), come.values(), trait):
            pairs[first] = second
            del gone[first], come[second]
    return Pairs(
        new_of=pairs,
        old_of={second: first for first, second in pairs.items()},
        removed=tuple(sorted(gone)),
        added=tuple(sorted(come)),
    )


def leads_to(graph: Graph, node: EntryNode) -> str:
    """Id of the entry to which the graph redirects an entry of another graph; empty when to none."""
    return graph.redirects.get(node.id) or graph.redirects.get(node.path.removesuffix(".md")) or ""


def _redirected(
    old: Graph, new: Graph, gone: Mapping[str, EntryNode], come: Mapping[str, EntryNode]
) -> Iterator[tuple[str, str]]:
    """Pairs of which one's names lead to the other, each entry in one pair; those of one title first."""
    found = {(id, leads_to(new, node)) for id, node in gone.items()}
    found |= {(leads_to(old, node), id) for id, node in come.items()}
    candidates = [(first, second) for first, second in found if first in gone and second in come]

    def likeness(pair: tuple[str, str]) -> tuple[bool, bool, list[str]]:
        first, second = gone[pair[0]], come[pair[1]]
        return _content(first) != _content(second), _title(first) != _title(second), sorted(pair)

    taken: set[str] = set()
    for first, second in sorted(candidates, key=likeness):
        if not {f"old {first}", f"new {second}"} & taken:
            taken |= {f"old {first}", f"new {second}"}
            yield first, second


def _content(node: EntryNode) -> Hashable:
    """What makes an entry the same after it was moved; nothing where it has no text to go by."""
    text = node.parsed.source.strip()
    return (node.title, node.definition, text) if text or node.definition else ("", "", "")


def _title(node: EntryNode) -> Hashable:
    return fold(node.title)


def _alike(
    gone: Iterable[EntryNode], come: Iterable[EntryNode], trait: Callable[[EntryNode], Hashable]
) -> Iterator[tuple[str, str]]:
    """Pairs with one trait that nothing else on either side has."""
    first, second = _by_trait(gone, trait), _by_trait(come, trait)
    for key, ids in first.items():
        if len(ids) == 1 and len(second.get(key, ())) == 1 and key not in ("", ("", "", "")):
            yield ids[0], second[key][0]


def _by_trait(nodes: Iterable[EntryNode], trait: Callable[[EntryNode], Hashable]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for node in nodes:
        found.setdefault(trait(node), []).append(node.id)
    return found
