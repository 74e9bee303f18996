"""The graph for agents: a server of the Model Context Protocol, read-only, over standard input and output.

Owns what an agent is told and how much of it; every answer comes from `ConceptGraph`. Needs the extra `mcp`.
"""

from lexigraph.mcp.server import server_of

__all__ = ["server_of"]
