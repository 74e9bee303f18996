"""The concept graph and what it holds."""

from lexigraph.graph.graph import Graph
from lexigraph.graph.name_index import NameIndex
from lexigraph.graph.values import (
    Backlink,
    Collision,
    EntryNode,
    Link,
    Mention,
    Published,
    Question,
    Relation,
    RelationView,
    Resolved,
    Unresolved,
    Wanted,
)

__all__ = [
    "Backlink",
    "Collision",
    "EntryNode",
    "Graph",
    "Link",
    "Mention",
    "NameIndex",
    "Published",
    "Question",
    "Relation",
    "RelationView",
    "Resolved",
    "Unresolved",
    "Wanted",
]
