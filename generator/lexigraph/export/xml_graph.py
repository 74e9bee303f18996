"""The graph as the XML formats of graph tools take it: their writers are those of networkx.

Owns what GraphML and GEXF have in common: labels, addresses, numbered edges, characters that XML has no place for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lexigraph.export.artifact import Export
from lexigraph.parse.comments import without_html_comments
from lexigraph.query.network import network

if TYPE_CHECKING:
    import networkx

__all__ = ["LEFT_OUT", "numbered_network"]

LEFT_OUT: tuple[str, ...] = (
    "bodies", "texts of topics and of the home page", "links in bodies", "mentions",
    "of entries all but title, aliases, definition, kind, topic, level, status",
    "of questions all but text, state and what they are joined to",
    "citations of relations", "relations of an entry with itself", "redirects", "wanted names",
    "scheme and vocabulary",
)  # fmt: skip

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: XML 1.0, production 2 (Char)."""


def numbered_network(export: Export) -> networkx.MultiDiGraph[str]:
    """The graph of `query.network` with a number as the key of each edge, from 0, in order of its ends' titles.

    The writers of networkx print an edge's key as its id, which would otherwise be the relation and repeat. A node has
    `label` (its title) and `url`, an edge `label` (the words of its relation) beside its `relation`.
    """
    import networkx

    site, directions = export.site, export.graph.vocabulary.directions
    addresses = {id: site.absolute(address) for id, address in (*site.questions.items(), *site.entries.items())}
    made = network(export.graph, addresses=addresses)
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for id, values in made.nodes(data=True):
        result.add_node(_clean(id), **_cleaned({"label": values["title"], **values}))
    for number, (source, target, key, values) in enumerate(made.edges(keys=True, data=True)):
        words = directions[key].words if key in directions else key
        result.add_edge(_clean(source), _clean(target), number, **_cleaned({"label": words, **values}))
    return result


def _cleaned(values: dict[str, str | int]) -> dict[str, str | int]:
    return {name: _clean(value) if isinstance(value, str) else value for name, value in values.items()}


def _clean(text: str) -> str:
    """The text without comments and without the characters that XML 1.0 forbids."""
    return _NOT_XML.sub("", without_html_comments(text))
