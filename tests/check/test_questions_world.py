"""Among 300 questions each fault is found where it is written, and nothing else is."""

import pytest

from lexigraph.check import check
from tests.questions_world import SCHEME, faulty, questions_world
from tests.worlds import graph

QUESTIONS = ("6xx", "order-cycle", "hierarchy-cycle", "unknown-entry")
WORLD = questions_world()
FILES = WORLD.files()


def found(files, *select):
    return [
        (finding.code, finding.path, finding.span.line, finding.span.column, finding.message)
        for finding in check(graph(files, scheme=SCHEME), select=select or QUESTIONS)
    ]


def place(files, id, text):
    """Path, line and column of the first place of the text in the file of that id, looked up in the text itself."""
    path = next(path for path in files if path.endswith(f"/{id}.md"))
    at = files[path].index(text)
    before = files[path][:at]
    return path, before.count("\n") + 1, at - before.rfind("\n")


def test_the_world_has_no_fault_but_the_questions_that_were_overtaken():
    findings = check(graph(FILES, scheme=SCHEME), select=QUESTIONS)
    assert {(finding.code, finding.subject) for finding in findings} == {
        ("W604", f"{partner} {overtaken}") for partner, overtaken in WORLD.overtaken
    }


def test_each_fault_is_found_where_it_is_written():
    files = faulty(FILES)
    new = set(found(files)) - set(found(FILES))
    parts = [id for id, asked in WORLD.questions.items() if id.startswith("part-0-") and asked.state == "open"]
    assert new == {
        ("E304", *place(files, "hub-0", "arm-0-0"), "'depends_on' runs in a circle of 2"),
        *(
            ("E602", *place(files, "whole-0", "answered\n"), f"answered, though its part '{id}' is open")
            for id in parts
        ),
        ("E602", *place(files, "lone-0", "answered\n"), "an answered question without a 'resolution'"),
        ("W605", *place(files, "lone-3", "{direction: opposes"), "evidence without a source, for the position 'no'"),
    }
    assert len(parts) == 4


def test_a_circle_through_a_bullet_names_both_places():
    files = faulty(FILES)
    (circle,) = check(graph(files, scheme=SCHEME), select=["order-cycle"])
    assert WORLD.questions["arm-0-0"].is_bullet
    assert sorted(item.message for item in circle.related) == ["arm-0-0 depends on hub-0", "hub-0 depends on arm-0-0"]
    assert circle.subject == "arm-0-0 hub-0"


def test_a_part_that_is_a_bullet_is_shown_in_its_entry():
    files = faulty(FILES)
    findings = check(graph(files, scheme=SCHEME), select=["unsupported-answer"])
    related = {finding.subject: finding.related[0].path for finding in findings if finding.related}
    assert related["part-0-0"] == place(files, WORLD.questions["part-0-0"].about[0], "---")[0]
    assert related["part-0-3"] == place(files, "part-0-3", "---")[0]


def test_a_circle_in_the_parts_of_questions_is_a_circle_in_the_hierarchy():
    files = {
        "a.md": "---\ntitle: A\n---\nX.\n\n## Open questions\n\n- Why? {#why}\n",
        "q.md": "---\ntitle: Q?\nkind: question\nabout: [a]\npart_of: [why]\nhas_part: [why]\n---\n",
    }
    assert found(files, "hierarchy-cycle") == [("E303", "q.md", 5, 11, "the hierarchy runs in a circle of 2")]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("uses: [why]", "'why' is a question in a: only 'part_of', 'depends_on' and 'would_settle' in a question's file lead to one; name the entry, or write a file for the question"),
        ("depends_on: [whi]", "the nearest is 'why' (Why is it so?)"),
    ],
)  # fmt: skip
def test_a_relation_that_misses_a_bullet_says_what_it_missed(line, help):
    files = {
        "a.md": "---\ntitle: A\n---\nX.\n\n## Open questions\n\n- Why is it so? {#why}\n",
        "q.md": f"---\ntitle: Q?\nkind: question\nabout: [a]\n{line}\n---\n",
    }
    (finding,) = check(graph(files), select=["unknown-entry"])
    assert (finding.span.line, finding.help) == (5, help)


def test_the_id_that_a_bullet_is_given_is_the_one_it_has():
    body = "## Open questions\n\n- Why *is* it so? And how?\n- Why is it so? And how?\n- What\n  then?\n\n  More.\n- So? {#so}\n- Or so? {#so}\n"
    files = {"a.md": f"---\ntitle: A\n---\nX.\n\n{body}"}
    before = graph(files)
    text = files["a.md"]
    for finding in sorted(check(before, select=["unanchored-question"]), key=lambda each: -each.span.start):
        (edit,) = finding.fix.edits
        assert finding.fix.safe
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = graph({"a.md": text})
    assert check(after, select=["unanchored-question"]) == ()
    assert [(id, item.text, item.bullet.anchor) for id, item in after.questions.items()] == [
        (id, item.text, item.bullet.anchor) for id, item in before.questions.items()
    ]
    assert sorted(after.questions) == ["so", "so-2", "what-then", "why-is-it-so-and-how", "why-is-it-so-and-how-2"]
