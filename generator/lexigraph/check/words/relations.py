"""Relations in the words of messages: by id, so that what is read can be written."""

from collections.abc import Iterable

from lexigraph.graph import Relation
from lexigraph.model import Related

__all__ = ["key_as_written", "said", "steps"]

_MOST_STEPS = 40
"""Steps of one way that are shown."""


def key_as_written(relation: Relation) -> str:
    """The key under which the author wrote the relation: `evaluates` for an inverse one."""
    if relation.type.symmetric or relation.source == relation.target or relation.author == relation.source:
        return relation.type.key
    return relation.type.inverse


def said(relation: Relation) -> str:
    """`rag is a kind of grounding`."""
    return f"{relation.source} {relation.type.words} {relation.target}"


def steps(relations: Iterable[Relation]) -> list[Related]:
    """The relations as places, each saying what stands there; of a long way its beginning and its end."""
    every = tuple(relations)
    shown = every if len(every) <= _MOST_STEPS else (*every[: _MOST_STEPS // 2], *every[-_MOST_STEPS // 2 :])
    return [Related(path=each.path, span=each.span, message=said(each)) for each in shown]
