"""How many questions were open, and how many settled, at the end of each year."""

from collections import Counter
from dataclasses import dataclass

from lexigraph.graph import Graph, Question
from lexigraph.vocabulary import STATES

__all__ = ["StateCounts", "state_counts_over_time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCounts:
    """Questions by state at the end of a year; all columns together are all questions that there are today."""

    year: int | None
    """None: now, as the files say."""
    open: int = 0
    partially_answered: int = 0
    answered: int = 0
    dissolved: int = 0
    not_yet_raised: int = 0
    """Those of which it is known that they were raised later."""
    undated: int = 0
    """Those of which nobody said what state they were in at that time."""

    @property
    def total(self) -> int:
        """The sum of all columns, the same in each row."""
        return self.open + self.partially_answered + self.answered + self.dissolved + self.not_yet_raised + self.undated


def state_counts_over_time(graph: Graph) -> tuple[StateCounts, ...]:
    """One row a year, from the first year that a question names to the last, none left out; then a row for now.

    What is known of a question is the year it was `raised`, its state, and the day since which that holds: the date
    of its `resolution` where it is answered, else `state_date`. From this follows, and nothing else is assumed:

    - until the year it was raised it is not yet raised; from then on it is open until the year of its state's date,
      and from then on it has that state (states that it had between are not known);
    - an open question was never settled before: it is open since it was raised, whatever `state_date` says;
    - where `raised` has no year, it is undated until the first date it has, of state, review or resolution;
    - where a settled or partially answered question has no date of its state, it is undated from the year it was
      raised;
    - a question without any date, such as most bullets, is undated in every year.

    In the row for now every question has the state that its file says, so nothing is undated or to be raised. No rows
    but that one where no question has a date, and none at all where there are no questions.
    """
    if not graph.questions:
        return ()
    changes: dict[int, Counter[str]] = {}
    counts: Counter[str] = Counter()
    for question in graph.questions.values():
        before, steps = _steps(question)
        counts[before] += 1
        for year, column in steps:
            change = changes.setdefault(year, Counter())
            change[before] -= 1
            change[column] += 1
            before = column
    rows = []
    for year in range(min(changes), max(changes) + 1) if changes else ():
        counts.update(changes.get(year, {}))
        rows.append(StateCounts(year=year, **counts))
    today = Counter(_column(question.state) for question in graph.questions.values())
    return (*rows, StateCounts(year=None, **today))


def _steps(question: Question) -> tuple[str, list[tuple[int, str]]]:
    """In which column a question stands at first, and the years, in order, from which on it stands in others."""
    answer = question.resolution.date if question.resolution and question.state == "answered" else None
    date = answer or question.state_date
    dates = [known.year for known in (question.state_date, question.review_date, answer) if known is not None]
    raised = question.raised.year if question.raised else None
    first = min((*dates, *([raised] if raised else [])), default=None)
    if first is None:
        return "undated", []
    before = "not_yet_raised" if first == raised else "undated"
    if question.state == STATES[0]:
        return before, [(first, "open")]
    if date is None:
        return before, [(first, "undated")]
    return before, [(first, "open"), (date.year, _column(question.state))]


def _column(state: str) -> str:
    return state.replace("-", "_")
