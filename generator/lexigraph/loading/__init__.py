"""The pipeline: a folder becomes a graph.

Owns the order read → parse → link, the worker processes and the cache; each stage knows nothing of the others.
"""

from lexigraph.loading.pipeline import Progress, load_graph, load_revision

__all__ = ["Progress", "load_graph", "load_revision"]
