from tests.worlds import concepts, graph

QUESTION = (
    "---\ntitle: Does it scale?\nkind: question\nabout: [a]\nstate: partially-answered\nreview: disputed\n---\nText."
)


def bullets(*items: str, title: str = "A") -> str:
    return f"---\ntitle: {title}\n---\nLead.\n\n## Open questions\n\n" + "\n".join(f"- {item}" for item in items)


def test_a_bullet_is_an_open_question_about_its_entry():
    world = graph({"a.md": bullets("Why is it so? {#why}", "How does it end?")})
    assert {id: (item.text, item.about, item.status) for id, item in world.questions.items()} == {
        "how-does-it-end": ("How does it end?", ("a",), "open"),
        "why": ("Why is it so?", ("a",), "open"),
    }


def test_a_file_says_more_and_a_bullet_with_its_id_leads_to_it():
    world = concepts({"a.md": bullets("Does it? {#scale}"), "scale.md": QUESTION})
    (question,) = world.questions()
    assert (question.title, question.status, question.entry.id) == (
        "Does it scale?",
        "partially answered, disputed",
        "scale",
    )
    assert question.bullet is not None
    assert world["a"].questions == (question,)


def test_of_two_bullets_with_one_id_the_second_takes_its_entrys_name():
    world = graph({"a.md": bullets("Why? {#why}"), "b.md": bullets("Why not? {#why}", title="B")})
    assert sorted(world.questions) == ["b/why", "why"]
    assert [item.entries for item in world.collisions if item.what == "question"] == [("a", "b")]


def test_questions_about_an_entry_are_open_first_then_by_text():
    answered = QUESTION.replace("partially-answered", "answered").replace("Does", "Did")
    world = graph({"a.md": bullets("Zero? {#z}", "Alpha? {#x}"), "one.md": QUESTION, "two.md": answered})
    assert world.questions_about["a"] == ("x", "z", "one", "two")
