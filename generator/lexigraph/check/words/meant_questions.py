"""Names that no entry has, because they are those of questions that are bullets."""

from functools import cached_property

from lexigraph.graph import Graph, Unresolved
from lexigraph.model import RelationItem
from lexigraph.query.suggest import NearQuestions
from lexigraph.wording import listed, the_nearest

__all__ = ["MeantQuestions"]


class MeantQuestions:
    """Looks for what a relation to nothing may have meant among the questions of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def help(self, item: Unresolved) -> str:
        """What to do about a name that is a bullet's, or nearly one where a question may be named; else empty."""
        graph, written = self._graph, item.written
        question = graph.questions.get(item.name.strip())
        if question is not None:
            keys = [f"'{type.key}'" for type in graph.vocabulary.relations if type.joins_questions]
            return (
                f"'{question.id}' is a question in {question.holder}: only {listed(keys)} in a question's file "
                f"{'lead' if len(keys) > 1 else 'leads'} to one; name the entry, or write a file for the question"
            )
        direction = graph.vocabulary.directions.get(written.key) if isinstance(written, RelationItem) else None
        if direction is None or not direction.type.joins_questions or item.source not in graph.questions:
            return ""
        near = [f"'{id}' ({graph.questions[id].text})" for id in self._near.to(item.name)]
        return the_nearest(near) if near else ""

    @cached_property
    def _near(self) -> NearQuestions:
        return NearQuestions(self._graph)
