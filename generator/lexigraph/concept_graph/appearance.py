"""Where the pages of a graph are, how it shows itself, and how it is copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lexigraph.concept_graph.exports import export_of
from lexigraph.graph import Graph

if TYPE_CHECKING:
    from typing import Self

    from lexigraph.concept_graph.graph import ConceptGraph
    from lexigraph.export import Export

__all__ = ["Appearance", "PageAddresses"]


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """Where pages are: absolute when the address of the site is known, else from its root."""

    entries: Mapping[str, str]
    """By id."""
    questions: Mapping[str, str]
    """By id; with a fragment for a bullet."""


class Appearance:
    """What a graph shows of itself. It never changes, so a copy of it is the graph itself."""

    linked: Graph

    @property
    def addresses(self) -> PageAddresses:
        """Where the pages of entries and questions are."""
        return self._addresses

    @cached_property
    def _addresses(self) -> PageAddresses:
        site = self.as_exported.site
        return PageAddresses(
            {id: site.absolute(address) for id, address in site.entries.items()},
            {id: site.absolute(address) for id, address in site.questions.items()},
        )

    @property
    def as_exported(self) -> Export:
        """What exporters look at, without the history of the files."""
        return self._as_exported

    @cached_property
    def _as_exported(self) -> Export:
        from lexigraph.history import NO_HISTORY

        return export_of(self.linked, history=NO_HISTORY)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: not what is made when it is first asked for."""
        later = {
            name for cls in type(self).__mro__ for name in vars(cls) if isinstance(vars(cls)[name], cached_property)
        }
        return {name: value for name, value in self.__dict__.items() if name not in later}

    def _repr_html_(self: ConceptGraph) -> str:  # type: ignore[misc] # the one class that inherits it
        from lexigraph.concept_graph.results.display import graph_html

        return graph_html(self)
