"""A question's attributes, and that Python, the command line and the site say the same."""

import datetime
import json
import typing
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from tests.questions_world import SCHEME, questions_world
from tests.worlds import concepts, write

import lexigraph
from lexigraph import Question, UnknownEntry
from lexigraph.cli import lexigraph as command
from lexigraph.concept_graph.exports import export_of
from lexigraph.export import EXPORTERS

CONTENT = Path(__file__).parents[2] / "content"
FILES = {
    "topic/a.md": "---\ntitle: A\n---\nX.\n\n## Open questions\n\n- Why? {#why}\n- Is it so? {#so}\n",
    "topic/so.md": """---
title: Is it so?
kind: question
about: [b]
state: answered
state_date: 2025-01-02
review: confirmed
review_date: 2025-02-03
raised: {by: Ada, year: 2020, source: ada2020}
why_open: It is hard.
evidence_needed: [a proof]
positions:
  - id: yes
    claim: It is.
    held_by: [Ada]
    reasoning: She saw it.
    evidence: [{source: ada2020, direction: supports, note: She wrote it down.}]
resolution: {answer: It is., date: 2025-01-01, source: ada2020}
depends_on: [why]
would_settle: [then]
part_of: [all]
help_wanted: [experiment]
discussion: https://example.org/talk
---
Text.
""",
    "then.md": "---\ntitle: What then?\nkind: question\nabout: [a]\n---\nText.\n",
    "all.md": "---\ntitle: What is it all about?\nkind: question\nabout: [a]\nholds_up: [then]\n---\nText.\n",
    "b.md": "---\ntitle: B\nbroader: [a]\n---\nX.\n",
}
ATTRIBUTES = (
    "id", "title", "about", "state", "review", "status", "state_date", "review_date", "raised", "why_open", "evidence_needed",
    "positions", "resolution", "depends_on", "would_settle", "part_of", "holds_up", "help_wanted", "discussion", "entry", "place", "url",
)  # fmt: skip


@pytest.fixture(scope="module")
def graph():
    return concepts(FILES)


def ids(questions):
    return [question.id for question in questions]


def test_what_a_file_says_is_an_attribute(graph):
    so = graph.question("so")
    assert (so.id, so.title, so.state, so.review, so.status) == ("so", "Is it so?", "answered", "confirmed", "answered")
    assert so.about == (graph["b"], graph["a"])
    assert (so.state_date, so.review_date) == (datetime.date(2025, 1, 2), datetime.date(2025, 2, 3))
    assert (so.raised.by, so.raised.year, so.raised.source) == ("Ada", 2020, "ada2020")
    assert (so.why_open, so.evidence_needed, so.help_wanted) == ("It is hard.", ("a proof",), ("experiment",))
    assert (so.resolution.answer, so.resolution.date) == ("It is.", datetime.date(2025, 1, 1))
    assert (so.discussion, so.topic, so.changed) == (
        "https://example.org/talk",
        "topic",
        datetime.date(2025, 2, 3),
    )
    (position,) = so.positions
    assert isinstance(position, lexigraph.Position)
    assert (position.id, position.claim, position.held_by, position.reasoning) == (
        "yes",
        "It is.",
        ("Ada",),
        "She saw it.",
    )
    assert position.evidence == (lexigraph.Evidence(source="ada2020", direction="supports", note="She wrote it down."),)


def test_other_questions_are_questions(graph):
    so, why, then, whole = (graph.question(id) for id in ("so", "why", "then", "all"))
    assert isinstance(so.depends_on, lexigraph.Results)
    assert (so.depends_on, so.would_settle, so.part_of) == ((why,), (then,), (whole,))
    assert (why.holds_up, then.settled_by, whole.parts, whole.holds_up) == ((so,), (so,), (so,), (then,))
    assert (then.is_blocked, then.waiting_for, then.is_review_due) == (True, (whole,), True)
    assert (whole.reach, whole.is_blocked, whole.unblocked_by) == (1, False, (so,))
    assert (why.reach, why.is_review_due) == (0, False)


def test_a_bullet_has_a_place_and_an_address_like_a_file(graph):
    why, so = graph.question("why"), graph.question("so")
    assert (why.entry, why.holder, why.url) == (None, graph["a"], "topic/a/#why")
    assert (why.place.path, why.place.line) == (PurePosixPath("topic/a.md"), 8)
    assert (so.entry, so.holder, so.url) == (graph["so"], graph["a"], "topic/so/")
    assert (why.state, why.review, why.positions, why.resolution) == ("open", "", (), None)


def test_every_attribute_has_a_type_and_a_docstring():
    for name in ATTRIBUTES:
        attribute = getattr(Question, name)
        assert attribute.__doc__, name
        assert "return" in typing.cast("property", attribute).fget.__annotations__, name
    assert not hasattr(Question, "__getattr__")


def test_questions_are_found_by_what_they_are_about_and_what_is_below_it(graph):
    assert ids(graph.questions(about="A")) == ["all", "then", "why", "so"]
    assert ids(graph.questions(about="b")) == ["so"]
    assert ids(graph.questions(about=graph["a"], narrower=True, status="answered")) == ["so"]
    assert ids(graph.questions(review="confirmed", help_wanted="experiment")) == ["so"]
    assert graph.questions(status="dissolved") == ()


def test_an_unknown_question_carries_the_nearest(graph):
    with pytest.raises(UnknownEntry) as caught:
        graph.question("whi")
    assert (caught.value.name, caught.value.suggestions) == ("whi", ("why",))
    assert str(caught.value) == "no question 'whi'; nearest: why"


def test_an_unknown_word_is_refused_with_those_there_are(graph):
    with pytest.raises(ValueError, match="no state 'closed'; states are open, partially-answered"):
        graph.questions(status="closed")
    with pytest.raises(ValueError, match="no review 'fine'; reviews are unreviewed"):
        graph.questions(review="fine")
    with pytest.raises(ValueError, match="kinds of help are literature"):
        graph.questions(help_wanted="money")
    with pytest.raises(UnknownEntry, match="no entry 'c'"):
        graph.questions(about="c")


def test_questions_are_equal_within_a_graph_and_read_well(graph):
    assert graph.question("why") == graph.question("why")
    assert len({graph.question("why"), graph.question("why"), graph.question("so")}) == 2
    assert graph.question("why") == concepts(FILES).question("why")
    assert graph.question("why") != concepts({"a.md": FILES["topic/a.md"]}).question("why")
    assert (str(graph.question("why")), repr(graph.question("why"))) == ("Why?", "Question('why')")


def test_networkx_joins_bullets_to_the_questions_they_are_linked_with(graph):
    edges = set(graph.to_networkx().edges(keys=True))
    assert {("so", "why", "depends_on"), ("so", "then", "would_settle"), ("why", "a", "about")} <= edges


def test_a_record_leaves_out_what_is_empty(graph):
    assert graph.question("why").to_record() == {
        "id": "why", "title": "Why?", "status": "open", "state": "open", "about": ["a"], "topic": "topic",
        "url": "topic/a/#why", "holder": "a", "anchor": "why", "path": "topic/a.md", "line": 8, "column": 3,
        "holds_up": ["so"],
    }  # fmt: skip


@pytest.fixture(scope="module", params=["flagship", "three hundred questions"])
def folder(request, tmp_path_factory):
    if request.param == "flagship":
        return CONTENT
    folder = tmp_path_factory.mktemp("world") / "content"
    return write(folder, {"scheme.yml": SCHEME, **questions_world().files()})


@pytest.fixture(scope="module")
def loaded(folder):
    return lexigraph.load(folder)


@pytest.fixture(scope="module")
def published(loaded):
    return _published(loaded, "")


def test_the_address_of_the_site_changes_no_question_of_the_published_file(loaded, published):
    assert _published(loaded, "https://example.org/kb/") == published
    assert published == [question.to_record() for question in loaded.questions()]


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ({}, []),
        ({"status": "open"}, ["--status", "open"]),
        ({"status": "open, disputed"}, ["--status", "open, disputed"]),
        ({"review": "disputed"}, ["--review", "disputed"]),
        ({"help_wanted": "experiment", "status": "open"}, ["--help-wanted", "experiment", "--status", "open"]),
    ],
)
def test_python_the_command_line_and_the_published_file_say_exactly_the_same(folder, loaded, published, words, options):
    records = [question.to_record() for question in loaded.questions(**words)]
    assert records
    printed = CliRunner().invoke(command, ["questions", "--graph", str(folder), "--format", "json", *options])
    assert json.loads(printed.stdout) == records
    wanted = {record["id"] for record in records}
    assert [record for record in published if record["id"] in wanted] == records


def test_what_is_about_an_entry_is_the_same_everywhere(folder, loaded, published):
    graph = loaded
    for entry in list(graph)[::20]:
        for narrower in (False, True):
            records = [question.to_record() for question in graph.questions(about=entry, narrower=narrower)]
            assert records == [record for record in published if record in records]
            if not narrower:
                assert records == [record for record in published if entry.id in record["about"]]
    name = next(entry.id for entry in graph if len(entry.questions) > 1)
    options = ["--about", name, "--status", "open", "--format", "jsonl", "--narrower"]
    printed = CliRunner().invoke(command, ["questions", "--graph", str(folder), *options])
    assert [json.loads(line) for line in printed.stdout.splitlines()] == [
        question.to_record() for question in graph.questions(about=name, status="open", narrower=True)
    ]


def _published(graph, url):
    (artifact,) = EXPORTERS["questions"].artifacts(export_of(graph.linked, url=url))
    return json.loads(artifact.data)["questions"]
