"""A graph as files: one module a format, each a pure function of the graph, its addresses and its history.

To add a format: a module that offers what `Exporter` names, and its line in `EXPORTERS`. What takes several modules is
a package, whose `__init__` is the exporter: `concepts`, `json_ld`, `skos`. Shared by several: `tables`, `xml_graph`,
`rdf`, `markdown`, `content`.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lexigraph.export import (
    anki,
    concepts,
    csv,
    cypher,
    feeds,
    gexf,
    graphml,
    inventory,
    json_ld,
    llms,
    obsidian,
    okf,
    parquet,
    questions,
    site_markdown,
    skos,
)
from lexigraph.export.artifact import Artifact, Export, Exporter, SiteMap, Topic

__all__ = ["EXPORTERS", "Artifact", "Export", "Exporter", "SiteMap", "Topic", "published"]

EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "json": concepts,
        "questions": questions,
        "llms": llms,
        "inventory": inventory,
        "atom": feeds,
        "jsonld": json_ld,
        "skos": skos,
        "csv": csv,
        "parquet": parquet,
        "graphml": graphml,
        "gexf": gexf,
        "cypher": cypher,
        "anki": anki,
        "okf": okf,
        "obsidian": obsidian,
        "site-markdown": site_markdown,
    }
)
"""Name of a format → its exporter, in the order in which a site's files are written."""


def published(export: Export) -> Iterator[Artifact]:
    """The files that a site holds beside its pages."""
    for exporter in EXPORTERS.values():
        if exporter.IS_PUBLISHED:
            yield from exporter.artifacts(export)
