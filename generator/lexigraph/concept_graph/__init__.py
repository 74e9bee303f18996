"""The public face: `load` and the classes it returns."""

from lexigraph.concept_graph.change_set import Change, ChangeSet, diff
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import (
    AmbiguousName,
    CannotChange,
    CannotLoad,
    FileChanged,
    LexigraphError,
    UnknownEntry,
    UnknownFormat,
    UnknownRelation,
    UnknownRule,
)
from lexigraph.concept_graph.exports import Artifact, Format, formats
from lexigraph.concept_graph.graph import ConceptGraph
from lexigraph.concept_graph.hit import Hit
from lexigraph.concept_graph.path import Path
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.rules import explain
from lexigraph.concept_graph.sources import load
from lexigraph.concept_graph.values import Backlink, Link, Mention, Place, Reference, Relation, Wanted
from lexigraph.model import Evidence, Position

__all__ = [
    "AmbiguousName",
    "Artifact",
    "Backlink",
    "CannotChange",
    "CannotLoad",
    "Change",
    "ChangeSet",
    "ConceptGraph",
    "Diagnostics",
    "Entry",
    "Evidence",
    "FileChanged",
    "Format",
    "Hit",
    "LexigraphError",
    "Link",
    "Mention",
    "Path",
    "Place",
    "Position",
    "Question",
    "Reference",
    "Relation",
    "Results",
    "UnknownEntry",
    "UnknownFormat",
    "UnknownRelation",
    "UnknownRule",
    "Wanted",
    "diff",
    "explain",
    "formats",
    "load",
]
