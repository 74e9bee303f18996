"""The public face: `load` and the classes it returns."""

from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import (
    AmbiguousName,
    CannotLoad,
    LexigraphError,
    UnknownEntry,
    UnknownFormat,
    UnknownRelation,
)
from lexigraph.concept_graph.exports import Artifact, Format, formats
from lexigraph.concept_graph.graph import ConceptGraph, load
from lexigraph.concept_graph.hit import Hit
from lexigraph.concept_graph.path import Path
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.values import Backlink, Link, Mention, Place, Question, Reference, Relation, Wanted

__all__ = [
    "AmbiguousName",
    "Artifact",
    "Backlink",
    "CannotLoad",
    "ConceptGraph",
    "Diagnostics",
    "Entry",
    "Format",
    "Hit",
    "LexigraphError",
    "Link",
    "Mention",
    "Path",
    "Place",
    "Question",
    "Reference",
    "Relation",
    "Results",
    "UnknownEntry",
    "UnknownFormat",
    "UnknownRelation",
    "Wanted",
    "formats",
    "load",
]
