"""The graph as networkx, which owns every general algorithm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.parse.comments import without_html_comments

if TYPE_CHECKING:
    import networkx

__all__ = ["network"]

_Edge = tuple[str, str, str, str, str, int]
"""Source, target, relation, note, path, line."""
_NOWHERE: Mapping[str, str] = MappingProxyType({})


def network(
    graph: Graph, *, questions: bool = True, links: bool = False, addresses: Mapping[str, str] = _NOWHERE
) -> networkx.MultiDiGraph[str]:
    """A fresh `MultiDiGraph`: nodes are ids, edges go as they read (*RAG uses Embedding* is rag → embedding).

    Each relation stands once, in the direction of its key, symmetric ones both ways; the key of an edge is
    its relation. With `questions`, bullets are nodes too, joined to what they are about and to other questions. With
    `links`, body links are edges of key `links_to`, one from entry to entry. `addresses` are those of the pages, by id.

    Nodes have `title`, `kind`, `topic`, `status`, `level`, `definition`, `aliases` (joined by ` | `) and `url`, and
    questions `state`; edges have `relation`, `note`, `path` and `line`. Attributes are `str` and `int` only, never None
    or lists, because the GraphML and GEXF writers fail on those.
    """
    import networkx

    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for id, node in graph.entries.items():
        if questions or node.kind != "question":
            result.add_node(id, **_of_entry(graph, node), url=addresses.get(id, ""))
    if questions:
        for id, question in graph.questions.items():
            if not question.entry:
                result.add_node(id, **_of_bullet(graph, question), url=addresses.get(id, ""))
    for source, target, relation, note, path, line in _edges(graph, questions=questions, links=links):
        if source in result and target in result and not result.has_edge(source, target, relation):
            note = without_html_comments(note)
            result.add_edge(source, target, relation, relation=relation, note=note, path=path, line=line)
    return result


def _edges(graph: Graph, *, questions: bool, links: bool) -> Iterator[_Edge]:
    """All there may be; of several with the same ends and relation the first counts."""
    related = (*graph.relations, *graph.question_links)
    for item in related:
        yield item.source, item.target, item.type.key, item.note, item.path, item.span.line
    for item in related:
        if item.type.symmetric:
            yield item.target, item.source, item.type.key, item.note, item.path, item.span.line
    for question in graph.questions.values() if questions else ():
        for about in question.about:
            yield question.id, about, "about", "", question.path, question.span.line
    for link in graph.links if links else ():
        yield link.source, link.target, "links_to", "", graph.entries[link.source].path, link.reference.span.line


def _of_entry(graph: Graph, node: EntryNode) -> dict[str, str]:
    fields = node.parsed.fields
    attributes = {
        "title": node.title,
        "kind": node.kind,
        "topic": node.topic,
        "status": fields.status,
        "level": fields.level,
        "definition": node.definition,
        "aliases": " | ".join(fields.aliases),
    }
    found = {name: without_html_comments(value) for name, value in attributes.items()}
    return found | {"state": graph.questions[node.id].state} if node.kind == "question" else found


def _of_bullet(graph: Graph, question: Question) -> dict[str, str]:
    """What it has, and the rest empty, so that every node has the same."""
    title, topic = without_html_comments(question.text), graph.entries[question.holder].topic
    empty = dict.fromkeys(("status", "level", "definition", "aliases"), "")
    return {"title": title, "kind": "question", "topic": topic, **empty, "state": question.state}
