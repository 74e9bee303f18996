"""The entry that a name on the command line means."""

from typing import TYPE_CHECKING

from lexigraph.cli.shared import Refused

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph, Entry

__all__ = ["entry_named"]


def entry_named(graph: "ConceptGraph", name: str) -> "Entry":
    """The entry with that id, title, alias or acronym.

    Raises:
        Refused: no entry has the name, and which are nearest; or several have it, and which.
    """
    from lexigraph.concept_graph import AmbiguousName, UnknownEntry

    try:
        return graph[name]
    except UnknownEntry as error:
        nearest = ", ".join(f"{id} ({graph.entry(id).title})" for id in error.suggestions)
        raise Refused(f"no entry has the name '{name}'", f"nearest: {nearest}" if nearest else "") from error
    except AmbiguousName as error:
        candidates = ", ".join(f"{id} ({graph.entry(id).title})" for id in error.candidates)
        raise Refused(
            f"'{name}' may mean {len(error.candidates)} entries", f"name one by its id: {candidates}"
        ) from error
