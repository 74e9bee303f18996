"""The values that flow through the program: places, findings, fields, bodies, parsed entries, the scheme."""

from lexigraph.model.body import Block, Body, Html, Ref, Section, Segment, Text, plain_lines, plain_text, texts
from lexigraph.model.change import Change, Risk
from lexigraph.model.diagnostic import Diagnostic, Edit, Fix, Related, Rule, Severity
from lexigraph.model.entry import (
    EmptySection,
    Heading,
    MalformedLink,
    ParsedEntry,
    QuestionItem,
    Reference,
    RelationItem,
    SourceFile,
)
from lexigraph.model.errors import (
    CannotChange,
    CannotLoad,
    FileChanged,
    LexigraphError,
    MissingExtra,
    ReadOnlyGraph,
    UnknownRule,
    UnsupportedSchema,
)
from lexigraph.model.fields import (
    Camp,
    Contested,
    Evidence,
    Fields,
    Mappings,
    Origin,
    Position,
    Resolution,
    Source,
)
from lexigraph.model.frozen_mapping import FrozenMapping
from lexigraph.model.place import NOWHERE, LineTable, Span
from lexigraph.model.prose import FaqItem, Item, Prose, SourceItem, packed
from lexigraph.model.scheme import Scheme
from lexigraph.model.suppression import Suppression

__all__ = [
    "NOWHERE",
    "Block",
    "Body",
    "Camp",
    "CannotChange",
    "CannotLoad",
    "Change",
    "Contested",
    "Diagnostic",
    "Edit",
    "EmptySection",
    "Evidence",
    "FaqItem",
    "Fields",
    "FileChanged",
    "Fix",
    "FrozenMapping",
    "Heading",
    "Html",
    "Item",
    "LexigraphError",
    "LineTable",
    "MalformedLink",
    "Mappings",
    "MissingExtra",
    "Origin",
    "ParsedEntry",
    "Position",
    "Prose",
    "QuestionItem",
    "ReadOnlyGraph",
    "Ref",
    "Reference",
    "Related",
    "RelationItem",
    "Resolution",
    "Risk",
    "Rule",
    "Scheme",
    "Section",
    "Segment",
    "Severity",
    "Source",
    "SourceFile",
    "SourceItem",
    "Span",
    "Suppression",
    "Text",
    "UnknownRule",
    "UnsupportedSchema",
    "packed",
    "plain_lines",
    "plain_text",
    "texts",
]
