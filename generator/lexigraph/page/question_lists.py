"""The lists of questions that several pages show, and what follows from the links between questions.

All of it comes from `query.questions`: no page counts for itself.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from lexigraph.graph import Graph, Question, Relation
from lexigraph.query.questions import (
    QuestionFacts,
    StateCounts,
    most_depended_on,
    question_facts,
    state_counts_over_time,
)
from lexigraph.vocabulary import STATES, UNSETTLED, Direction

__all__ = ["QuestionLink", "QuestionLists"]


class QuestionLink(NamedTuple):
    """A link between two questions, seen from one of them."""

    direction: Direction
    other: str
    """Id of the question at the other end."""
    relation: Relation


class QuestionLists:
    """Lists over the questions of one graph; each is made when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def facts(self) -> Mapping[str, QuestionFacts]:
        """Id → what follows from the question's links and dates."""
        return question_facts(self._graph)

    @cached_property
    def by_state(self) -> Mapping[str, tuple[Question, ...]]:
        """State → its questions, those that hold up most others first, then by text; all states are there."""
        found: dict[str, list[Question]] = {state: [] for state in STATES}
        for question in self._graph.questions.values():
            found.setdefault(question.state, []).append(question)
        return {
            state: tuple(sorted(items, key=lambda question: -len(self.facts[question.id].holds_up)))
            for state, items in found.items()
        }

    @cached_property
    def unsettled(self) -> tuple[Question, ...]:
        """Questions in which there is something left to answer, in the order of `by_state`."""
        return tuple(question for state in UNSETTLED for question in self.by_state[state])

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Question, ...]]:
        """Topic, empty for none → its questions by state, in the order of `by_state`."""
        found: dict[str, list[Question]] = {}
        for questions in self.by_state.values():
            for question in questions:
                found.setdefault(self.facts[question.id].topic, []).append(question)
        return {topic: tuple(items) for topic, items in found.items()}

    def held_up(self, question: Question) -> int:
        """How many unsettled questions depend on it; 0 when it is settled itself."""
        if question.state not in UNSETTLED:
            return 0
        questions = self._graph.questions
        return sum(questions[id].state in UNSETTLED for id in self.facts[question.id].holds_up)

    @cached_property
    def most_depended_on(self) -> tuple[Question, ...]:
        """Unsettled questions that others wait for or would be settled by; greatest reach first, then by text."""
        return tuple(self._graph.questions[id] for id in most_depended_on(self._graph, facts=self.facts))

    @cached_property
    def due(self) -> tuple[Question, ...]:
        """Questions whose review is due, by text."""
        return tuple(question for id, question in self._graph.questions.items() if self.facts[id].is_review_due)

    @cached_property
    def recently_answered(self) -> tuple[Question, ...]:
        """Answered questions that have a date, the newest first, then by text."""
        dated = ((self.facts[question.id].changed, question) for question in self.by_state["answered"])
        found = [(date.toordinal(), question) for date, question in dated if date is not None]
        return tuple(question for _, question in sorted(found, key=lambda pair: -pair[0]))

    @cached_property
    def over_time(self) -> tuple[StateCounts, ...]:
        """Questions by state at the end of each year, then now."""
        return state_counts_over_time(self._graph)

    def links(self, id: str) -> tuple[QuestionLink, ...]:
        """The question's links to others, by direction in order of the vocabulary; in each as the facts list them."""
        return self._links.get(id, ())

    @cached_property
    def _links(self) -> Mapping[str, tuple[QuestionLink, ...]]:
        directions = self._graph.vocabulary.directions
        found: dict[str, list[QuestionLink]] = {}
        for relation in self._graph.question_links:
            direction = directions[relation.type.key]
            opposite = directions[direction.opposite]
            found.setdefault(relation.source, []).append(QuestionLink(direction, relation.target, relation))
            found.setdefault(relation.target, []).append(QuestionLink(opposite, relation.source, relation))
        order = {key: place for place, key in enumerate(directions)}
        return {
            id: tuple(sorted(links, key=lambda link: (order[link.direction.key], *self._place(id, link))))
            for id, links in found.items()
        }

    def _place(self, id: str, link: QuestionLink) -> tuple[bool, int, str]:
        """Where the link stands among those of its direction: as its own file writes them, then others' by id."""
        is_own = link.relation.author == self._graph.questions[id].entry
        return not is_own, link.relation.span.start if is_own else 0, link.other
