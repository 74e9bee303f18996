"""What follows from the questions of a graph: who waits for whom, what is due, what is asked where, since when."""

from lexigraph.query.questions.facts import Due, QuestionFacts, most_depended_on, question_facts
from lexigraph.query.questions.over_time import StateCounts, state_counts_over_time
from lexigraph.query.questions.selection import narrower_entries, narrower_questions, select_questions

__all__ = [
    "Due", "QuestionFacts", "StateCounts", "most_depended_on", "narrower_entries", "narrower_questions",
    "question_facts", "select_questions", "state_counts_over_time",
]  # fmt: skip
