"""What the difference of two graphs consists of: changes, and effects on what did not change itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lexigraph.graph import Graph
from lexigraph.model import Change, Risk
from lexigraph.query.difference.pairs import Pairs

__all__ = ["Change", "Difference", "Effect", "Risk", "ranked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the changes do to something that did not change itself."""

    kind: str
    """In words: `orphaned`, `wanted name met`, `link gained`."""
    subject: str
    """Id of an entry or question; the name itself where it is wanted."""
    title: str = ""
    """What readers call the subject."""
    others: tuple[str, ...] = ()
    """Ids of the entries that have to do with it, by title."""
    count: int = 0
    """References, where those are counted and not entries."""
    detail: str = ""
    """The names that were wanted, where it has to do with some."""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """By kind, then by id."""
        return (self.kind, self.subject, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is different between two graphs."""

    old: Graph
    new: Graph
    pairs: Pairs
    """Which entries are the same ones."""
    changes: tuple[Change, ...]
    """The most severe first, then by kind, then by id."""
    effects: tuple[Effect, ...]
    """In order of the table of effects, then by title."""

    @property
    def risk(self) -> Risk:
        """The most severe class among the changes; safe when there are none."""
        return min((change.risk for change in self.changes), default=Risk.SAFE)

    @property
    def titles(self) -> Mapping[str, str]:
        """Id of each entry of either graph → its title, that of today where it has one."""
        return {id: entry.title for graph in (self.old, self.new) for id, entry in graph.entries.items()}


def ranked(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes in their order, each once."""
    return tuple(sorted(dict.fromkeys(changes), key=lambda change: change.sort_key))
