"""The values that flow through the program: places, findings, fields, bodies, parsed entries, the scheme."""

from lexigraph.model.body import Block, Body, Html, Ref, Section, Segment, Text, plain_text, texts
from lexigraph.model.diagnostic import Diagnostic, Edit, Fix, Related, Rule, Severity
from lexigraph.model.entry import (
    FaqItem,
    Item,
    ParsedEntry,
    QuestionItem,
    Reference,
    RelationItem,
    SourceFile,
    SourceItem,
)
from lexigraph.model.errors import LexigraphError
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
from lexigraph.model.scheme import Scheme

__all__ = [
    "NOWHERE",
    "Block",
    "Body",
    "Camp",
    "Contested",
    "Diagnostic",
    "Edit",
    "Evidence",
    "FaqItem",
    "Fields",
    "Fix",
    "FrozenMapping",
    "Html",
    "Item",
    "LexigraphError",
    "LineTable",
    "Mappings",
    "Origin",
    "ParsedEntry",
    "Position",
    "QuestionItem",
    "Ref",
    "Reference",
    "Related",
    "RelationItem",
    "Resolution",
    "Rule",
    "Scheme",
    "Section",
    "Segment",
    "Severity",
    "Source",
    "SourceFile",
    "SourceItem",
    "Span",
    "Text",
    "plain_text",
    "texts",
]
