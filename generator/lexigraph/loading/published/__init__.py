"""A graph as somebody published it: `concepts.json`, read and made a graph again."""

from lexigraph.loading.published.document import SCHEMA
from lexigraph.loading.published.reader import graph_of

__all__ = ["SCHEMA", "graph_of"]
