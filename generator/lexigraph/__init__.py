"""A glossary that is a graph: Markdown entries with typed links, as one concept graph.

>>> import lexigraph
>>> graph = lexigraph.load("content")
>>> graph["RAG"].title
'Retrieval-augmented generation'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lexigraph.concept_graph import (
        AmbiguousName,
        Artifact,
        Backlink,
        Camp,
        CannotChange,
        CannotLoad,
        Change,
        ChangeSet,
        ConceptGraph,
        Contested,
        Contrast,
        Diagnostic,
        Diagnostics,
        Direction,
        Edit,
        Entry,
        Evidence,
        FaqItem,
        FileChanged,
        Fix,
        Format,
        Hit,
        Kind,
        LexigraphError,
        Link,
        Mention,
        MissingExtra,
        Origin,
        Path,
        Place,
        Position,
        Question,
        ReadOnlyGraph,
        Reference,
        Related,
        Relation,
        RelationType,
        Resolution,
        Results,
        Risk,
        Scheme,
        Severity,
        Similar,
        Source,
        Span,
        UnknownEntry,
        UnknownFormat,
        UnknownRelation,
        UnknownRule,
        UnsupportedSchema,
        Vocabulary,
        Wanted,
        diff,
        explain,
        formats,
        load,
    )

    __version__: str

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
    "__version__",
    "diff",
    "explain",
    "formats",
    "load",
]


if not TYPE_CHECKING:  # so that type checkers know which names there are

    def __getattr__(name):
        """The public names, each loaded when it is first asked for: importing this package takes no time."""
        if name == "__version__":
            from importlib.metadata import version

            value = version("lexigraph")
        elif name in __all__:
            from lexigraph import concept_graph

            value = getattr(concept_graph, name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
