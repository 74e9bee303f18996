"""`gexf`: entries, questions and relations for Gephi; written by networkx as GEXF 1.2."""

import re
from collections.abc import Iterator
from io import BytesIO

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.xml_graph import LEFT_OUT, numbered_network

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".gexf"

_TODAY = re.compile(rb' lastmodifieddate="[0-9-]*"')


def artifacts(export: Export) -> Iterator[Artifact]:
    """The file, with the newest date in the content in place of today's, which networkx writes; or none."""
    from networkx import write_gexf

    data = BytesIO()
    write_gexf(numbered_network(export), data)
    yield Artifact("graph.gexf", _TODAY.sub(_date(export), data.getvalue(), count=1) + b"\n")


def _date(export: Export) -> bytes:
    """The attribute, from what a graph holds that was read from a site too, where nothing is known of commits."""
    fields = (node.parsed.fields for node in export.graph.entries.values())
    dates = (date for item in fields for date in (item.created, item.last_reviewed, item.state_date, item.review_date))
    newest = max(filter(None, dates), default=None)
    return f' lastmodifieddate="{newest.isoformat()}"'.encode() if newest else b""
