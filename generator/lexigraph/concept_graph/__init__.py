"""The public face: `load` and the classes it returns."""

from lexigraph.concept_graph.change_set import Change, ChangeSet, diff
from lexigraph.concept_graph.diagnostic import Diagnostic
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.errors import (
    AmbiguousName,
    CannotChange,
    CannotLoad,
    FileChanged,
    LexigraphError,
    MissingExtra,
    ReadOnlyGraph,
    UnknownEntry,
    UnknownFormat,
    UnknownRelation,
    UnknownRule,
    UnsupportedSchema,
)
from lexigraph.concept_graph.exports import Artifact, Format, formats
from lexigraph.concept_graph.graph import ConceptGraph
from lexigraph.concept_graph.hit import Hit
from lexigraph.concept_graph.path import Path
from lexigraph.concept_graph.question import Question
from lexigraph.concept_graph.results import Diagnostics, Results
from lexigraph.concept_graph.rules import explain
from lexigraph.concept_graph.sources import load
from lexigraph.concept_graph.values import Backlink, FaqItem, Link, Mention, Place, Relation
from lexigraph.concept_graph.walking import Contrast, Similar
from lexigraph.concept_graph.wanted import Reference, Wanted
from lexigraph.model import (
    Camp,
    Contested,
    Edit,
    Evidence,
    Fix,
    Origin,
    Position,
    Related,
    Resolution,
    Risk,
    Scheme,
    Severity,
    Source,
    Span,
)
from lexigraph.vocabulary import Direction, Kind, RelationType, Vocabulary

__all__ = [
    "AmbiguousName",
    "Artifact",
    "Backlink",
    "Camp",
    "CannotChange",
    "CannotLoad",
    "Change",
    "ChangeSet",
    "ConceptGraph",
    "Contested",
    "Contrast",
    "Diagnostic",
    "Diagnostics",
    "Direction",
    "Edit",
    "Entry",
    "Evidence",
    "FaqItem",
    "FileChanged",
    "Fix",
    "Format",
    "Hit",
    "Kind",
    "LexigraphError",
    "Link",
    "Mention",
    "MissingExtra",
    "Origin",
    "Path",
    "Place",
    "Position",
    "Question",
    "ReadOnlyGraph",
    "Reference",
    "Related",
    "Relation",
    "RelationType",
    "Resolution",
    "Results",
    "Risk",
    "Scheme",
    "Severity",
    "Similar",
    "Source",
    "Span",
    "UnknownEntry",
    "UnknownFormat",
    "UnknownRelation",
    "UnknownRule",
    "UnsupportedSchema",
    "Vocabulary",
    "Wanted",
    "diff",
    "explain",
    "formats",
    "load",
]
