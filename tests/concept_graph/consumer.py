"""A program that uses the public face, as a user's type checker sees it. Checked by mypy, never run."""

from typing import TYPE_CHECKING, assert_type

import lexigraph
from lexigraph import (
    Backlink,
    ConceptGraph,
    Diagnostics,
    Entry,
    Hit,
    Link,
    Mention,
    Path,
    Question,
    Relation,
    Results,
    Similar,
    UnknownEntry,
    Wanted,
)  # fmt: skip

if TYPE_CHECKING:
    import datetime

    graph = lexigraph.load("content")
    assert_type(graph, ConceptGraph)
    entry = graph["RAG"]
    assert_type(entry, Entry)
    assert_type(graph.get("RAG"), Entry | None)
    assert_type(graph.entries(kind="model"), Results[Entry])
    assert_type(graph.entries()[0], Entry)
    assert_type(graph.entries()[:5], Results[Entry])
    assert_type(graph.check()[:5], Diagnostics)
    assert_type(entry.broader, Results[Entry])
    assert_type(entry.created, datetime.date | None)
    assert_type(entry.aliases, tuple[str, ...])
    assert_type(entry.relations("uses"), Results[Relation])
    assert_type(entry.links(), Results[Link])
    assert_type(entry.backlinks(), Results[Backlink])
    assert_type(entry.mentions(), Results[Mention])
    assert_type(entry.questions[0], Question)
    assert_type(graph.path(entry, "LoRA"), Path | None)
    assert_type(graph.neighbourhood(["RAG"]), ConceptGraph)
    assert_type(graph.search("x"), Results[Hit])
    assert_type(graph.similar("RAG"), Results[Similar])
    assert_type(graph.wanted(), Results[Wanted])
    assert_type(graph.diagnostics.errors, Diagnostics)
    assert_type([relation.target.title for relation in graph.relations()], list[str])
    assert_type(lexigraph.__version__, str)
    lexigraph.nonsense  # type: ignore[attr-defined] # noqa: B018 - which mypy has to find
    entry.title = "x"  # type: ignore[misc] # it is frozen
    try:
        graph["RAG"]
    except UnknownEntry as error:
        assert_type(error.suggestions, tuple[str, ...])
