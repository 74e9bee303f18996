"""The graph as networkx, which owns every general algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexigraph.graph import EntryNode, Graph

if TYPE_CHECKING:
    import networkx

__all__ = ["network"]


def network(graph: Graph, *, questions: bool = True, links: bool = False) -> networkx.MultiDiGraph[str]:
    """A fresh `MultiDiGraph`: nodes are ids, edges go as they read (*RAG uses Embedding* is rag → embedding).

    Each relation stands once, in the direction of its key, symmetric ones both ways; the key of an edge is
    its relation. With `questions`, bullets are nodes too, joined to what they are about and to other questions. With
    `links`, body links are edges of key `links_to`. Attributes are `str` and `int` only, never None or lists,
    because the GraphML and GEXF writers fail on those.
    """
    import networkx

    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in graph.entries.values():
        if questions or node.kind != "question":
            result.add_node(node.id, **_attributes(graph, node))
    if questions:
        for question in graph.questions.values():
            if not question.entry:
                result.add_node(question.id, title=question.text, kind="question", state=question.state)
    for item in (*graph.relations, *graph.question_links):
        place = {"note": item.note, "path": item.path, "line": item.span.line}
        if item.source in result and item.target in result:
            result.add_edge(item.source, item.target, item.type.key, relation=item.type.key, **place)
            if item.type.symmetric and not result.has_edge(item.target, item.source, item.type.key):
                result.add_edge(item.target, item.source, item.type.key, relation=item.type.key, **place)
    if questions:
        for question in graph.questions.values():
            for about in question.about:
                if not result.has_edge(question.id, about, "about"):
                    place = {"note": "", "path": question.path, "line": question.span.line}
                    result.add_edge(question.id, about, "about", relation="about", **place)
    if links:
        for link in graph.links:
            path = graph.entries[link.source].path
            if link.source in result and link.target in result:
                place = {"note": "", "path": path, "line": link.reference.span.line}
                result.add_edge(link.source, link.target, "links_to", relation="links_to", **place)
    return result


def _attributes(graph: Graph, node: EntryNode) -> dict[str, str]:
    fields = node.parsed.fields
    attributes = {
        "title": node.title,
        "kind": node.kind,
        "topic": node.topic,
        "status": fields.status,
        "level": fields.level,
        "definition": node.definition,
        "aliases": " | ".join(fields.aliases),
        "path": node.path,
    }
    if node.kind == "question":
        attributes["state"] = graph.questions[node.id].state
    return attributes
