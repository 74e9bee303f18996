"""Search: one ranking, asked by the box of the site, `graph.search`, the command line.

Decided here and written to the site as data; `assets/search` of the theme is a port of the same rules, and one golden
file holds both to it. Documents stand in the order that breaks ties, so a document's number is its place in a tie.
"""

from lexigraph.query.search.documents import Document, documents
from lexigraph.query.search.index import LEVELS, Match, SearchIndex

__all__ = ["LEVELS", "Document", "Match", "SearchIndex", "documents"]
