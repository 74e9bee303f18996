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
    assert question.holder == world["a"]
    assert world["a"].questions == (question,)


def test_of_two_bullets_with_one_id_the_second_takes_its_entrys_name():
    world = graph({"a.md": bullets("Why? {#why}"), "b.md": bullets("Why not? {#why}", title="B")})
    assert sorted(world.questions) == ["b/why", "why"]
    assert [item.entries for item in world.collisions if item.what == "question"] == [("a", "b")]


def test_questions_about_an_entry_are_open_first_then_by_text():
    answered = QUESTION.replace("partially-answered", "answered").replace("Does", "Did")
    world = graph({"a.md": bullets("Zero? {#z}", "Alpha? {#x}"), "one.md": QUESTION, "two.md": answered})
    assert world.questions_about["a"] == ("x", "z", "one", "two")


def asking(title: str, *lines: str) -> str:
    return "\n".join(["---", f"title: {title}", "kind: question", "about: [a]", *lines, "---", "Text."])


def links_of(world):
    return [(link.type.key, link.source, link.target) for link in world.question_links]


def test_a_question_names_a_bullet_by_its_id_its_entry_and_id_or_its_text():
    bullet = bullets("Why is it so? {#why}")
    for name in ("why", "a/why", "Why is it so?", "why is it so?"):
        world = graph({"a.md": bullet, "q.md": asking("Q?", f"depends_on: [{name!r}]")})
        assert links_of(world) == [("depends_on", "q", "why")]
        assert world.unresolved == ()
        assert world.wanted == ()


def test_a_link_to_a_bullet_keeps_its_note_its_place_and_its_author():
    world = graph({"a.md": bullets("Why? {#why}"), "q.md": asking("Q?", "holds_up:", "  - why: it rests on it")})
    (link,) = world.question_links
    assert (link.type.key, link.source, link.target, link.note) == ("depends_on", "why", "q", "it rests on it")
    assert (link.path, link.span.line, link.span.column, link.author) == ("q.md", 6, 5, "q")


def test_links_between_files_are_relations_too_and_those_with_bullets_are_not():
    world = graph(
        {
            "a.md": bullets("Why? {#why}"),
            "q.md": asking("Q?", "part_of: [r, why]"),
            "r.md": asking("R?", "related: [q]"),
        }
    )
    assert links_of(world) == [("part_of", "q", "r"), ("part_of", "q", "why")]
    assert [(item.type.key, item.target) for item in world.relations if item.source == "q"] == [
        ("part_of", "r"),
        ("about", "a"),
    ]


def test_an_entry_wins_over_a_bullet_of_its_name():
    world = graph(
        {
            "a.md": bullets("Why? {#why}"),
            "why.md": "---\ntitle: Why\nkind: question\n---\n",
            "q.md": asking("Q?", "depends_on: [why]"),
        }
    )
    assert links_of(world) == [("depends_on", "q", "why")]
    assert world.questions["why"].entry == "why"


def test_a_text_that_two_bullets_have_names_neither():
    files = {"a.md": bullets("Why? {#one}"), "b.md": bullets("Why? {#two}", title="B")}
    world = graph({**files, "q.md": asking("Q?", "depends_on: ['Why?']")})
    assert (world.question_links, [item.name for item in world.unresolved]) == ((), ["Why?"])


def test_of_two_bullets_with_one_id_each_is_named_by_its_entry_and_id():
    files = {"a.md": bullets("Why? {#why}"), "b.md": bullets("Why not? {#why}", title="B")}
    world = graph({**files, "q.md": asking("Q?", "depends_on: [b/why, a/why]")})
    assert links_of(world) == [("depends_on", "q", "b/why"), ("depends_on", "q", "why")]


def test_only_a_question_and_only_some_relations_lead_to_a_bullet():
    world = graph(
        {
            "a.md": bullets("Why? {#why}"),
            "b.md": "---\ntitle: B\ndepends_on: [why]\n---\nB is b.",
            "q.md": asking("Q?", "related: [why]", "requires: [why]"),
        }
    )
    assert world.question_links == ()
    assert [(item.source, item.name) for item in world.unresolved] == [("b", "why"), ("q", "why"), ("q", "why")]


def test_a_relation_of_the_schemes_own_may_join_questions():
    scheme = "title: W\nrelations:\n  - {key: restates, words: restates, inverse: restated_by, inverse_words: is restated by, from: [question], to: [question]}\n"
    world = graph({"a.md": bullets("Why? {#why}"), "q.md": asking("Q?", "restates: [why]")}, scheme=scheme)
    assert links_of(world) == [("restates", "q", "why")]


def test_the_order_of_files_does_not_matter_to_links():
    files = {
        "a.md": bullets("Why? {#why}", "How? {#how}"), "q.md": asking("Q?", "depends_on: [how, why, r]"),
        "r.md": asking("R?", "would_settle: [why]", "part_of: [q]"),
    }  # fmt: skip
    assert links_of(graph(files)) == links_of(graph(dict(reversed(files.items()))))
