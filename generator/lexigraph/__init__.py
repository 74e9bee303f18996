"""A glossary that is a graph: Markdown entries with typed links, as one concept graph.

>>> import lexigraph
>>> graph = lexigraph.load("content")  # doctest: +SKIP
>>> graph["RAG"].title  # doctest: +SKIP
'Retrieval-augmented generation'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lexigraph.concept_graph import (
        AmbiguousName,
        Artifact,
        Backlink,
        CannotChange,
        CannotLoad,
        Change,
        ChangeSet,
        ConceptGraph,
        Diagnostics,
        Entry,
        Evidence,
        FileChanged,
        Format,
        Hit,
        LexigraphError,
        Link,
        Mention,
        Path,
        Place,
        Position,
        Question,
        Reference,
        Relation,
        Results,
        UnknownEntry,
        UnknownFormat,
        UnknownRelation,
        UnknownRule,
        Wanted,
        diff,
        explain,
        formats,
        load,
    )

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
    "__version__",
    "diff",
    "explain",
    "formats",
    "load",
]


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first asked for: importing this package takes no time."""
    if name == "__version__":
        from importlib.metadata import version

        return version("lexigraph")
    if name in __all__:
        from lexigraph import concept_graph

        value: object = getattr(concept_graph, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
