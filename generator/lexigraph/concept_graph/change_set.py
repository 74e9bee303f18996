"""What a change is: to be looked at, and to be written when it was planned and not only found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lexigraph.concept_graph.identity import Identity
from lexigraph.concept_graph.results import Results
from lexigraph.model import Change, Edit, Risk
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph import graph as linked
    from lexigraph.change import Rewrite
    from lexigraph.concept_graph.graph import ConceptGraph
    from lexigraph.query.difference import Difference

__all__ = ["Change", "ChangeSet", "diff"]


def diff(old: ConceptGraph, new: ConceptGraph) -> ChangeSet:
    """What changed in the graph: the most severe first, then by kind, then by id. It has no edits.

    Raises:
        TypeError: either is no graph; `load` makes one of a folder or an address.

    >>> lexigraph.diff(graph, graph).changes
    []
    """
    for each in (old, new):
        if not isinstance(each, Identity):
            raise TypeError(f"diff compares two graphs, not {type(each).__name__}; load it first")
    return ChangeSet.between(old.linked, new.linked)


@dataclass(frozen=True, kw_only=True)
class ChangeSet:
    """What changed from one graph to another. Made by `diff`, and by the methods of a graph that plan a change.

    >>> change = lexigraph.load("notes").rename("bert", "bidirectional-model")
    >>> str(change.risk), bool(change)
    ('safe', True)
    """

    changes: Results[Change]
    """The most severe first, then by kind, then by id."""
    edits: tuple[Edit, ...] = ()
    """Ranges of characters that are to be replaced, in the files as they are; empty for what `diff` found."""
    _rewrite: Rewrite | None = field(default=None, repr=False)
    _difference: Difference = field(repr=False, compare=False)

    @classmethod
    def between(cls, old: linked.Graph, new: linked.Graph) -> ChangeSet:
        """The change that made the new graph of the old one."""
        from lexigraph.query.difference import difference

        found = difference(old, new)
        return cls(changes=Results(found.changes, of=Change), _difference=found)

    @classmethod
    def planned(cls, old: linked.Graph, new: linked.Graph, rewrite: Rewrite) -> ChangeSet:
        """The change of the old graph's folder that the rewrite would make, after which the new one is its graph."""
        from lexigraph.query.difference import difference

        found = difference(old, new)
        return cls(changes=Results(found.changes, of=Change), edits=rewrite.edits, _rewrite=rewrite, _difference=found)

    @property
    def risk(self) -> Risk:
        """The most severe class among the changes: `breaking`, `careful`, `safe`."""
        return self._difference.risk

    def diff(self) -> str:
        """The change of the files as a unified diff; empty for what `diff` found.

        >>> print(lexigraph.load("notes").rename("bert", "bidirectional-model").diff())
        --- a/bert.md
        ...
        """
        return self._rewrite.diff() if self._rewrite is not None else ""

    def to_markdown(self) -> str:
        """The report that a reviewer reads, as the comment on a pull request shows it.

        >>> print(lexigraph.load("notes").rename("bert", "bidirectional-model").to_markdown())
        <!-- lexigraph-report -->
        ### 1 entry renamed, text of 1 entry · **safe**
        ...
        """
        from lexigraph.change.report import Report, markdown

        return markdown(Report(difference=self._difference))

    def apply(self) -> tuple[str, ...]:
        """Write it, when no file has changed since it was planned, and return the paths that were written.

        What `diff` found is written already: nothing to do.

        Raises:
            FileChanged: a file is not what it was; nothing was written.

        >>> change = lexigraph.load("notes").new("Beam search", definition="Keeping the best few texts at each step.")
        >>> change.apply()
        ('beam-search.md',)
        """
        return self._rewrite.write(self._difference.old.root) if self._rewrite is not None else ()

    def __repr__(self) -> str:
        return f"ChangeSet({counted(len(self.changes), 'change', 'changes')}, {self.risk})"

    def _repr_html_(self) -> str:
        return self.changes._repr_html_()

    def __bool__(self) -> bool:
        return bool(self.changes) or self._rewrite is not None

    def __len__(self) -> int:
        return len(self.changes)
