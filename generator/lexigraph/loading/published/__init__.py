"""A graph as somebody published it: `concepts.json`, read and made a graph again."""

from lexigraph.loading.published.document import BROKEN_RECORD, SCHEMA
from lexigraph.loading.published.reader import graph_of

__all__ = ["BROKEN_RECORD", "SCHEMA", "graph_of"]
