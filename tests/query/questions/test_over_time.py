"""The counts always add up, and each question stands in the column that its dates say."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.questions_world import SCHEME, STATES, questions_world
from tests.worlds import graph

from lexigraph.query.questions import StateCounts, state_counts_over_time

YEARS = st.none() | st.integers(1990, 2010)
DATES = YEARS.map(lambda year: f"{year}-06-01" if year else "")
QUESTIONS = st.lists(st.tuples(st.sampled_from(STATES), YEARS, DATES, DATES, DATES), max_size=8)
COLUMNS = ("open", "partially_answered", "answered", "dissolved", "not_yet_raised", "undated")


def file(state, raised=None, state_date="", review_date="", resolved="", number=0):
    front = [f"title: Q {number}?", "kind: question", f"state: {state}"]
    front += [f"raised: {{year: {raised}}}"] if raised else []
    front += [f"state_date: {state_date}"] if state_date else []
    front += [f"review_date: {review_date}"] if review_date else []
    front += [f"resolution: {{answer: Yes., date: {resolved}}}"] if resolved else []
    return "\n".join(["---", *front, "---", "Text."])


def rows_of(*questions):
    return state_counts_over_time(graph({f"q{number}.md": text for number, text in enumerate(questions)}))


def told(*questions):
    """Year → column that the only question is counted in."""
    return {
        row.year: next(name for name in COLUMNS if getattr(row, name)) for row in rows_of(*questions)
    }  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(QUESTIONS)
def test_the_columns_of_every_row_are_all_questions(questions):
    rows = rows_of(*(file(*question, number=number) for number, question in enumerate(questions)))
    assert {row.total for row in rows} == ({len(questions)} if questions else set())
    assert all(getattr(row, name) >= 0 for row in rows for name in COLUMNS)


@settings(max_examples=150, deadline=None)
@given(QUESTIONS)
def test_years_follow_each_other_and_end_with_today(questions):
    years = [
        row.year for row in rows_of(*(file(*question, number=number) for number, question in enumerate(questions)))
    ]
    assert years[-1:] == ([None] if questions else [])
    assert years[:-1] == list(range(years[0], years[0] + len(years) - 1)) if len(years) > 1 else True


@settings(max_examples=150, deadline=None)
@given(QUESTIONS)
def test_today_every_question_has_its_state(questions):
    rows = rows_of(*(file(*question, number=number) for number, question in enumerate(questions)))
    states = Counter(question[0].replace("-", "_") for question in questions)
    for row in rows[-1:]:
        assert {name: getattr(row, name) for name in COLUMNS} == {name: states[name] for name in COLUMNS}


def test_a_question_is_open_from_the_year_it_was_raised_until_it_was_settled():
    later = file("open", 2005, number=1)
    found = rows_of(file("answered", 2001, state_date="2003-01-01", resolved="2004-01-01"), later)
    assert [(row.year, row.not_yet_raised, row.open, row.answered) for row in found] == [
        (2001, 1, 1, 0), (2002, 1, 1, 0), (2003, 1, 1, 0), (2004, 1, 0, 1), (2005, 0, 1, 1), (None, 0, 1, 1),
    ]  # fmt: skip


def test_without_the_year_it_was_raised_it_is_undated_until_its_first_date():
    early = file("open", 2000, number=1)
    found = rows_of(file("dissolved", review_date="2002-01-01", state_date="2003-01-01"), early)
    assert [(row.year, row.undated, row.open, row.dissolved) for row in found] == [
        (2000, 1, 1, 0), (2001, 1, 1, 0), (2002, 0, 2, 0), (2003, 0, 1, 1), (None, 0, 1, 1),
    ]  # fmt: skip


def test_without_the_date_of_its_state_a_settled_question_is_undated_from_then_on():
    assert told(file("answered", 2001)) == {2001: "undated", None: "answered"}
    assert told(file("partially-answered", 2001)) == {2001: "undated", None: "partially_answered"}
    assert told(file("open", 2001, state_date="2003-01-01")) == {2001: "open", None: "open"}


def test_a_question_without_a_date_counts_today_only():
    assert rows_of(file("open")) == (StateCounts(year=None, open=1),)
    assert rows_of() == ()


def test_a_state_that_is_older_than_its_question_wins():
    assert told(file("answered", 2005, state_date="2003-01-01")) == {2003: "answered", None: "answered"}


def test_three_hundred_questions_add_up_in_every_year():
    world = questions_world()
    rows = state_counts_over_time(graph(world.files(), scheme=SCHEME))
    assert {row.total for row in rows} == {300}
    assert [row.year for row in rows] == [*range(2000, 2026), None]
    states = Counter(asked.state for asked in world.questions.values())
    today = rows[-1]
    assert (today.open, today.partially_answered, today.answered, today.dissolved) == tuple(map(states.get, STATES))
