"""`graphml`: entries, questions and relations for yEd, Gephi, igraph, Cytoscape; written by networkx."""

from collections.abc import Iterator
from io import BytesIO

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.xml_graph import LEFT_OUT, numbered_network

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".graphml"


def artifacts(export: Export) -> Iterator[Artifact]:
    """The file. By the writer of the standard library: with lxml installed networkx would choose another one."""
    from networkx import write_graphml_xml

    data = BytesIO()
    write_graphml_xml(numbered_network(export), data)
    yield Artifact("graph.graphml", data.getvalue() + b"\n")
