"""Filters of a query that nothing can pass: most likely slips of who typed them."""

from typing import NamedTuple

from lexigraph.graph import Graph
from lexigraph.query.search.folding import plain
from lexigraph.query.search.languages import language
from lexigraph.query.search.query import parser
from lexigraph.vocabulary import STATES

__all__ = ["UnknownFilter", "unknown_filters"]


class UnknownFilter(NamedTuple):
    """A filter whose value is the start of nothing there is."""

    name: str
    """`kind`, `topic`, `is`."""
    value: str
    """Plain, as it was compared."""
    what: str
    """What it should have been: `kind`, `topic`, `status`."""
    known: tuple[str, ...]
    """All that could have been meant."""


def unknown_filters(graph: Graph, query: str) -> tuple[UnknownFilter, ...]:
    """Those of the query's filters that nothing in the graph can pass, in order of their names."""
    asked = parser(language(graph.scheme.language))(query)
    nodes = graph.entries.values()
    written = {node.parsed.fields.status for node in nodes if node.parsed.fields.status}
    kinds = tuple(kind.key for kind in graph.vocabulary.kinds)
    states = ("question", *STATES, *sorted(written - {"question", *STATES}))
    filters = (
        ("kind", "kind", asked.kinds, kinds),
        ("topic", "topic", asked.topics, tuple(graph.topics)),
        ("is", "status", asked.states, states),
    )
    return tuple(
        UnknownFilter(name, value, what, known)
        for name, what, values, known in filters
        for value in values
        if not any(plain(word).startswith(value) for word in known)
    )
