import itertools

import pytest
from tests.questions_world import REVIEWS, SCHEME, STATES, questions_world
from tests.worlds import graph

from lexigraph.query.questions import narrower_entries, narrower_questions, select_questions

WORLD = questions_world()


@pytest.fixture(scope="module")
def linked():
    return graph(WORLD.files(), scheme=SCHEME)


def ids(found):
    return [question.id for question in found]


def test_all_questions_stand_by_state_then_text(linked):
    found = select_questions(linked)
    place = {id: number for number, id in enumerate(linked.questions)}
    assert ids(found) == sorted(
        WORLD.questions, key=lambda each: (STATES.index(WORLD.questions[each].state), place[each])
    )


@pytest.mark.parametrize("state", STATES)
def test_a_state_selects_those_that_have_it(linked, state):
    expected = {id for id, asked in WORLD.questions.items() if asked.state == state}
    assert set(ids(select_questions(linked, status=state))) == expected
    assert set(ids(select_questions(linked, status=state.replace("-", " ")))) == expected


def test_a_status_as_shown_selects_those_that_show_it(linked):
    for state, review in itertools.product(STATES, ("disputed", "stale")):
        status = f"{state.replace('-', ' ')}, {review}"
        expected = {id for id, asked in WORLD.questions.items() if asked.status == status}
        assert set(ids(select_questions(linked, status=status))) == expected
        assert expected


@pytest.mark.parametrize("review", REVIEWS[1:])
def test_a_review_selects_those_that_have_it(linked, review):
    expected = {id for id, asked in WORLD.questions.items() if asked.review == review}
    assert set(ids(select_questions(linked, review=review))) == expected
    assert expected


@pytest.mark.parametrize("help", ["literature", "experiment", "definition"])
def test_a_kind_of_help_selects_those_that_ask_for_it(linked, help):
    expected = {id for id, asked in WORLD.questions.items() if help in asked.help_wanted}
    assert set(ids(select_questions(linked, help_wanted=help))) == expected


@pytest.mark.parametrize("entry", WORLD.entries)
def test_an_entry_selects_those_about_it_and_on_demand_about_what_is_below_it(linked, entry):
    below = WORLD.narrower.get(entry, set())
    own = {id for id, asked in WORLD.questions.items() if entry in asked.about}
    more = {id for id, asked in WORLD.questions.items() if below.intersection(asked.about)}
    assert set(narrower_entries(linked, entry)) == below
    assert set(ids(select_questions(linked, about=entry))) == own
    assert set(ids(select_questions(linked, about=entry, narrower=True))) == own | more
    assert set(narrower_questions(linked, entry)) == more - own
    shown = [id for id in ids(select_questions(linked, about=entry, narrower=True)) if id not in own]
    assert list(narrower_questions(linked, entry)) == shown


def test_all_conditions_hold_together(linked):
    found = select_questions(linked, status="open", review="disputed", help_wanted="literature")
    assert ids(found) == [
        id for id, asked in WORLD.questions.items()
        if (asked.state, asked.review) == ("open", "disputed") and "literature" in asked.help_wanted
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"status": "opne"}, "no state 'opne'; states are open, partially-answered, answered, dissolved"),
        ({"status": "open, odd"}, "no review 'odd'; reviews are unreviewed, confirmed, disputed, stale"),
        ({"review": ""}, "no review ''; reviews are unreviewed, confirmed, disputed, stale"),
        ({"help_wanted": "money"}, "no kind of help 'money'; kinds of help are literature, experiment, definition"),
    ],
)
def test_an_unknown_word_is_refused_with_those_there_are(linked, words, message):
    with pytest.raises(ValueError, match="no ") as caught:
        select_questions(linked, **words)
    assert str(caught.value) == message


def test_a_circle_in_the_hierarchy_ends(linked):
    made = graph({"a.md": "---\ntitle: A\nbroader: [b]\n---\nX.", "b.md": "---\ntitle: B\nbroader: [a]\n---\nX."})
    assert narrower_entries(made, "a") == ("b",)
