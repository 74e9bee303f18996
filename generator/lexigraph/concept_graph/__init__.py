"""The public face: `load` and the classes it returns."""

from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import AmbiguousName, CannotLoad, LexigraphError, UnknownEntry, UnknownRelation
from lexigraph.concept_graph.graph import ConceptGraph, load
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.values import Backlink, Link, Mention, Place, Question, Reference, Relation, Wanted

__all__ = [
    "AmbiguousName",
    "Backlink",
    "CannotLoad",
    "ConceptGraph",
    "Diagnostics",
    "Entry",
    "LexigraphError",
    "Link",
    "Mention",
    "Place",
    "Question",
    "Reference",
    "Relation",
    "Results",
    "UnknownEntry",
    "UnknownRelation",
    "Wanted",
    "load",
]
