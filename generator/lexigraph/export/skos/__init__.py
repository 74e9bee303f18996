"""The graph in SKOS, the W3C's vocabulary for glossaries and thesauri: Turtle, or N-Triples for a `.nt` file.

What is no concept (comparisons, lessons, questions) is described in the words of schema.org. Whatever the entries say,
the integrity conditions of the SKOS Reference hold: S9, S13, S14, S27, S37, S46.
"""

from collections.abc import Iterator

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.rdf.identity import Identity
from lexigraph.export.rdf.names import NAMESPACES
from lexigraph.export.rdf.syntaxes import n_triples, turtle
from lexigraph.export.skos.scheme import descriptions

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "bodies, links in them, mentions, the text of the home page", "notes and citations of relations", "ids of sources",
    "origin and disagreement as data (kept as notes)", "of questions all but status and links",
    "names and mappings that clash with stronger ones", "mappings of what is no concept",
    "relations of an entry with itself", "which names are not to be linked", "wanted names", "redirects",
    "dates of the next review", "kinds and tags of the scheme that no entry has", "places",
)  # fmt: skip
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".ttl"

_PLACEHOLDER = "scheme.yml has no base_iri and the site has no address, so these names are placeholders."


def artifacts(export: Export) -> Iterator[Artifact]:
    """One file, in the syntax that its suffix names."""
    identity = Identity.of(export)
    described = descriptions(identity)
    if export.suffix == ".nt":
        yield Artifact("concepts.nt", "".join(n_triples(described)).encode())
        return
    remark = _PLACEHOLDER if identity.is_placeholder else ""
    text = "".join(turtle(described, {**identity.prefixes, **NAMESPACES}, remark))
    yield Artifact("concepts.ttl", text.encode())
