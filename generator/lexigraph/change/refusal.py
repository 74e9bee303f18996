"""The entry that a change is asked for, by any of its names."""

from lexigraph.graph import Graph
from lexigraph.model import CannotChange
from lexigraph.query.suggest import suggestions

__all__ = ["CannotChange", "entry_meant"]


def entry_meant(graph: Graph, name: str) -> str:
    """The id of the entry with that name: id, title, alias, acronym, old id.

    Raises:
        CannotChange: none has it, and which are nearest; or several have it.
    """
    ids = graph.names.candidates(name)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise CannotChange(f"'{name}' may mean {len(ids)} entries", entries=ids, help="name one by its id")
    near = suggestions(graph, name)
    raise CannotChange(f"no entry has the name '{name}'", entries=near, help="the nearest are above" if near else "")
