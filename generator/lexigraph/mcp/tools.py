"""The six tools, all read-only. What each is for is its docstring: an agent reads nothing else, so it is short."""

from collections.abc import Callable
from typing import Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from lexigraph.concept_graph import AmbiguousName, ConceptGraph, Entry, LexigraphError, UnknownEntry
from lexigraph.export.plain_values import filled
from lexigraph.mcp import records, results
from lexigraph.mcp.budget import TOKEN, cut

__all__ = ["Tools"]

_AT_MOST = 100
"""Entries, and relations, of a neighbourhood; entries of a topic."""

Name = Annotated[str, Field(max_length=300)]
Limit = Annotated[int, Field(ge=1, le=50)]
Keys = Annotated[list[Name], Field(max_length=50)]


class Tools:
    """Each method that `all` names is a tool. What is wrong in a question is a `ToolError` that says what to do."""

    def __init__(self, graph: Callable[[], ConceptGraph]) -> None:
        """`graph` gives the graph to ask."""
        self._graph = graph

    @property
    def all(self) -> tuple[Callable[..., object], ...]:
        """In the order in which an agent is told of them."""
        return (self.search, self.entry, self.neighbourhood, self.path, self.outline, self.questions)

    def search(self, query: Annotated[str, Field(max_length=500)], limit: Limit = 10) -> results.Hits:
        """Find entries and open questions by any name, misspelling or words of their text; best first."""
        return {"hits": [records.hit(found) for found in self._graph().search(query, limit=limit)]}

    def entry(self, name: Name, budget: Annotated[int, Field(ge=0, le=50_000)] = 2000) -> results.EntryResult:
        """One entry by id, title or alias: definition, relations, questions, what to read first, and its text up to
        `budget` tokens."""
        graph = self._graph()
        entry = _entry(graph, name)
        body, left = cut(entry.markdown.strip(), budget)
        relations = [relation for relation in entry.relations() if relation.kind != "raises"]
        also = dict.fromkeys((*entry.aliases, *([entry.acronym] if entry.acronym else [])))
        optional = filled(
            {
                "topic": entry.topic, "status": entry.status, "level": entry.level, "scope_note": entry.scope_note,
                "also_called": list(also), "cut": _cut(left, len(entry.markdown)),
            }
        )  # fmt: skip
        found: Any = {
            **records.brief(entry),
            **optional,
            "relations": [records.said(relation) for relation in relations],
            "questions": [records.brief_question(question) for question in entry.questions],
            "read_first": records.ids(graph.reading_order(entry)),
            "body": body,
        }
        return found  # type: ignore[no-any-return]  # which keys are there is known when it runs

    def neighbourhood(
        self, name: Name, relations: Keys | None = None, depth: Annotated[int, Field(ge=1, le=3)] = 1
    ) -> results.Neighbourhood:
        """Entries within `depth` relations of one, and the relations among them; `relations` are keys, such as uses
        or requires."""
        graph = self._graph()
        centre = _entry(graph, name)
        try:
            near = graph.neighbourhood([centre.id], depth=depth, relations=relations)
        except LexigraphError as error:
            raise ToolError(f"{error}; or leave out 'relations'") from error
        entries = [centre, *(entry for entry in near if entry.id != centre.id)]
        shown = {entry.id for entry in entries[:_AT_MOST]}
        among = [item for item in near.relations() if item.source.id in shown and item.target.id in shown]
        return {
            "entries": [records.brief(graph[entry.id]) for entry in entries[:_AT_MOST]],
            "relations": [records.said_among(relation) for relation in among[:_AT_MOST]],
            "left_out": len(entries) - len(shown) + len(near.relations()) - len(among[:_AT_MOST]),
        }

    def path(self, source: Name, target: Name) -> results.PathResult:
        """How two entries are connected: the fewest relations from one to the other, as sentences."""
        graph = self._graph()
        found = graph.path(_entry(graph, source), _entry(graph, target))
        steps = [records.said(relation) for relation in found] if found is not None else []
        return {"is_connected": found is not None, "steps": steps}

    def outline(self, topic: Annotated[str, Field(max_length=300)] | None = None) -> results.Outline:
        """What this knowledge base holds: topics with counts; for a topic its entries with definitions."""
        graph = self._graph()
        if topic is not None and topic not in graph.topics:
            raise ToolError(f"no topic '{topic}'; topics are {', '.join(graph.topics) or 'none'}")
        sizes = {name: len(graph.entries(topic=name)) for name in graph.topics}
        entries = graph.entries(topic=topic) if topic is not None else ()
        counts = {
            "entries": len(graph), "relations": len(graph.relations()), "questions": len(graph.questions()),
        }  # fmt: skip
        found: results.Outline = {
            "title": graph.scheme.title,
            "counts": counts,
            "topics": [
                {"topic": name, "entries": size} for name, size in sizes.items() if topic is None or name == topic
            ],
        }
        if graph.scheme.description:
            found["description"] = graph.scheme.description
        if topic is not None:
            found["entries"] = [records.brief(entry) for entry in entries[:_AT_MOST]]
            found["left_out"] = max(0, len(entries) - _AT_MOST)
        return found

    def questions(
        self, status: Annotated[str, Field(max_length=100)] | None = None, about: Name | None = None, limit: Limit = 20
    ) -> results.Questions:
        """Open questions, with positions and what would settle them; `status`: open, partially-answered, answered or
        dissolved; `about`: an entry."""
        graph = self._graph()
        subject = _entry(graph, about) if about is not None else None
        try:
            found = graph.questions(status=status, about=subject, narrower=subject is not None)
        except ValueError as error:
            raise ToolError(str(error)) from error
        return {
            "questions": [records.question(question) for question in found[:limit]],
            "left_out": max(0, len(found) - limit),
        }


def _entry(graph: ConceptGraph, name: str) -> Entry:
    """The entry with that name.

    Raises:
        ToolError: there is none, or there are several; it says what to call next.
    """
    try:
        return graph[name]
    except UnknownEntry as error:
        raise ToolError(f"{error}; {'or ' if error.suggestions else ''}call search") from error
    except AmbiguousName as error:
        raise ToolError(f"{error}; call again with one of these ids") from error


def _cut(left: int, length: int) -> str:
    return f"about {left} tokens left out; call again with budget={-(-length // TOKEN)}" if left else ""
