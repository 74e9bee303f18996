from collections.abc import Mapping

import pytest
from tests.questions_world import SCHEME, World, questions_world
from tests.worlds import graph

from lexigraph.graph import Graph
from lexigraph.query.questions import Due, QuestionFacts, most_depended_on, question_facts

ENTRY = "---\ntitle: A\n---\nLead.\n\n## Open questions\n\n- Why? {#why}\n- How? {#how}\n"


def question(title: str, *lines: str) -> str:
    return "\n".join(["---", f"title: {title}", "kind: question", "about: [a]", *lines, "---", "Text.", ""])


def facts_of(files: Mapping[str, str]) -> Mapping[str, QuestionFacts]:
    return question_facts(graph({"a.md": ENTRY, **files}))


@pytest.fixture(scope="module")
def world() -> World:
    return questions_world()


@pytest.fixture(scope="module")
def linked(world: World) -> Graph:
    return graph(world.files(), scheme=SCHEME)


@pytest.fixture(scope="module")
def facts(linked: Graph) -> Mapping[str, QuestionFacts]:
    return question_facts(linked)


def test_every_question_has_its_facts_in_order_of_text(world, linked, facts):
    assert len(facts) == len(world.questions) == 300
    assert list(facts) == list(linked.questions)


def test_each_link_is_seen_from_both_ends(world, facts):
    expected = {"depends_on": {}, "would_settle": {}, "part_of": {}, "holds_up": {}, "settled_by": {}, "has_part": {}}
    inverse = {"depends_on": "holds_up", "would_settle": "settled_by", "part_of": "has_part"}
    for key, source, target in world.links:
        expected[key].setdefault(source, set()).add(target)
        expected[inverse[key]].setdefault(target, set()).add(source)
    names = {"part_of": "whole", "has_part": "parts"}
    for key, ends in expected.items():
        found = {id: set(getattr(fact, names.get(key, key))) for id, fact in facts.items()}
        assert {id: ids for id, ids in found.items() if ids} == ends, key


def test_what_a_question_waits_for_is_known_by_the_way_the_world_is_made(world, facts):
    assert {id: set(fact.waiting_for) for id, fact in facts.items()} == {
        id: asked.waiting_for for id, asked in world.questions.items()
    }
    assert {id for id, fact in facts.items() if fact.is_blocked} == {
        id for id, asked in world.questions.items() if asked.waiting_for
    }


def test_how_far_an_answer_reaches_is_known_by_the_way_the_world_is_made(world, facts):
    assert {id: fact.reach for id, fact in facts.items()} == {id: asked.reach for id, asked in world.questions.items()}
    assert all(fact.reach == len(fact.reaches) for fact in facts.values())


def test_who_waits_for_a_question_is_within_its_reach(facts):
    for id, fact in facts.items():
        assert all(id in facts[other].reaches for other in fact.waiting_for)


def test_what_unblocks_and_what_is_due_is_known_by_the_way_the_world_is_made(world, facts):
    assert {id: set(fact.unblocked_by) for id, fact in facts.items()} == {
        id: asked.unblocked_by for id, asked in world.questions.items()
    }
    assert {id: {(due.cause, due.by) for due in fact.why_due} for id, fact in facts.items()} == {
        id: asked.due for id, asked in world.questions.items()
    }
    assert {id for id, fact in facts.items() if fact.is_review_due} == {
        id for id, asked in world.questions.items() if asked.due
    }


def test_topic_and_newest_date_are_those_of_the_file(world, facts):
    for id, asked in world.questions.items():
        dates = [date for date in (asked.state_date, asked.review_date, asked.resolved) if date]
        assert facts[id].topic == asked.topic
        assert str(facts[id].changed or "") == max(dates, default="")


def test_most_depended_on_are_those_that_reach_furthest(world, linked, facts):
    reaching = [id for id, asked in world.questions.items() if asked.reach]
    found = most_depended_on(linked, facts=facts)
    assert set(found) == set(reaching)
    place = {id: number for number, id in enumerate(linked.questions)}
    assert list(found) == sorted(found, key=lambda each: (-world.questions[each].reach, place[each]))
    assert most_depended_on(linked, 5) == found[:5]
    assert world.questions[found[0]].reach == 9


def test_ids_stand_as_the_file_writes_them_then_as_others_do_by_text():
    facts = facts_of(
        {
            "z.md": question("Z?", "depends_on: [y, how, x]"), "y.md": question("Y?"), "x.md": question("X?"),
            "w.md": question("W?", "holds_up: [z]"), "v.md": question("V?", "holds_up: [z]"),
        }
    )  # fmt: skip
    assert facts["z"].depends_on == ("y", "how", "x", "v", "w")
    assert facts["z"].waiting_for == ("how", "v", "w", "x", "y")


def test_a_circle_waits_for_all_of_itself_but_not_for_oneself():
    facts = facts_of({"b.md": question("B?", "depends_on: [c]"), "c.md": question("C?", "depends_on: [b]")})
    assert (facts["b"].waiting_for, facts["c"].waiting_for) == (("c",), ("b",))
    assert (facts["b"].reaches, facts["c"].reach) == (("c",), 1)


def test_a_settled_question_waits_for_nothing_and_reaches_nothing():
    facts = facts_of({"b.md": question("B?", "state: dissolved", "depends_on: [why]", "would_settle: [how]")})
    assert (facts["b"].is_blocked, facts["b"].reach, facts["why"].reach) == (False, 0, 0)
    assert facts["how"].why_due == ()


def test_a_settled_dependency_is_news_until_the_question_was_looked_at():
    answered = question("C?", "state: answered", "resolution: {answer: Yes., date: 2025-05-05, source: x}")
    for line, is_due in {
        "": True, "review_date: 2025-05-04": True, "review_date: 2025-05-05": False, "state_date: 2025-06-01": False,
    }.items():  # fmt: skip
        facts = facts_of({"b.md": question("B?", "depends_on: [c]", *([line] if line else [])), "c.md": answered})
        assert facts["b"].is_review_due is is_due, line
    assert facts["b"].unblocked_by == ("c",)


def test_when_a_dependency_was_settled_on_no_known_day_any_review_will_do():
    dissolved = question("C?", "state: dissolved")
    reviewed = facts_of({"b.md": question("B?", "depends_on: [c]", "review_date: 2020-01-01"), "c.md": dissolved})
    unreviewed = facts_of({"b.md": question("B?", "depends_on: [c]"), "c.md": dissolved})
    assert (reviewed["b"].why_due, unreviewed["b"].why_due) == ((), (Due("depends-on", by="c"),))


def test_a_thousand_questions_in_one_chain_cost_no_more_than_their_number():
    files = {
        f"q{number:04}.md": question(f"Q {number}?", f"depends_on: [q{number + 1:04}]") for number in range(1000)
    } | {"q1000.md": question("Q 1000?")}
    facts = facts_of(files)
    assert [facts[f"q{number:04}"].reach for number in (0, 1, 1000)] == [0, 1, 1000]
    assert len(facts["q0000"].waiting_for) == 1000


def test_no_question_is_no_fact():
    assert question_facts(graph({"a.md": "# A\n\nText.\n"})) == {}
