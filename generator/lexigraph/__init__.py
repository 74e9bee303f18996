"""A glossary that is a graph: Markdown entries with typed links, as one concept graph.

>>> import lexigraph
>>> graph = lexigraph.load("content")  # doctest: +SKIP
>>> graph["RAG"].title  # doctest: +SKIP
'Retrieval-augmented generation'
"""

from lexigraph.concept_graph import (
    AmbiguousName,
    Artifact,
    Backlink,
    CannotLoad,
    ConceptGraph,
    Diagnostics,
    Entry,
    Format,
    Hit,
    LexigraphError,
    Link,
    Mention,
    Path,
    Place,
    Question,
    Reference,
    Relation,
    Results,
    UnknownEntry,
    UnknownFormat,
    UnknownRelation,
    Wanted,
    formats,
    load,
)

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
    "__version__",
    "formats",
    "load",
]


def __getattr__(name: str) -> str:
    if name == "__version__":  # reading the distribution's metadata takes longer than importing this package
        from importlib.metadata import version

        return version("lexigraph")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
