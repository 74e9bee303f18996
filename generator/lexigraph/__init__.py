"""A glossary that is a graph: Markdown entries with typed links, as one concept graph.

>>> import lexigraph
>>> graph = lexigraph.load("content")  # doctest: +SKIP
>>> graph["RAG"].title  # doctest: +SKIP
'Retrieval-augmented generation'
"""

from lexigraph.concept_graph import (
    AmbiguousName,
    Backlink,
    CannotLoad,
    ConceptGraph,
    Diagnostics,
    Entry,
    LexigraphError,
    Link,
    Mention,
    Place,
    Question,
    Reference,
    Relation,
    Results,
    UnknownEntry,
    UnknownRelation,
    Wanted,
    load,
)

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
    "__version__",
    "load",
]


def __getattr__(name: str) -> str:
    if name == "__version__":  # reading the distribution's metadata takes longer than importing this package
        from importlib.metadata import version

        return version("lexigraph")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
