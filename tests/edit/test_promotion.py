"""A bullet becomes a file: its id, its place on the entry's page and what its links mean stay."""

from pathlib import Path

import pytest

from lexigraph.change import plan
from lexigraph.check import check
from lexigraph.check.rules.crowded_question import findings
from lexigraph.edit.promotion import promoted
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from tests.worlds import write

HEAD = "---\ntitle: RAG\ndefinition: What it is.\n---\n\n## Open questions\n\n"
OTHER = "---\ntitle: Other\ndefinition: Another thing.\nrelated: [rag]\n---\n\n## Part\n\nText.\n"


def world(root: Path, bullets: str, line_end: str = "\n") -> Graph:
    text = (HEAD + bullets).replace("\n", line_end)
    write(root, {"r/rag.md": text, "r/other.md": OTHER, "scheme.yml": "title: T\n"})
    return load_graph(root)


def promote(root: Path, bullets: str, id: str, line_end: str = "\n") -> tuple[str, str]:
    """The entry's bullets and the file, after."""
    graph = world(root, bullets, line_end)
    plan(root, promoted(graph, graph.questions[id])).write(root)
    entry = (root / "r/rag.md").read_bytes().decode().replace("\r\n", "\n").removeprefix(HEAD)
    return entry, (root / f"r/{id}.md").read_text()


def test_the_file_takes_title_subject_and_further_paragraphs_and_the_bullet_stays(tmp_path: Path) -> None:
    bullets = (
        "- First?\n- When does it end? {#the-end}\n\n  Some say [soon](other.md#part).\n\n  - one\n    - two\n- Last?\n"
    )
    assert promote(tmp_path, bullets, "the-end") == (
        "- First?\n- When does it end? {#the-end}\n- Last?\n",
        "---\ntitle: When does it end?\nkind: question\nabout: [rag]\nstate: open\nstatus: draft\n---\n\nSome say [soon](other.md#part).\n\n- one\n  - two\n",
    )


@pytest.mark.parametrize(("bullet", "left"), [
    ("- Why is it so?\n", "- Why is it so? {#why-is-it-so}\n"),
    ("1. Why is it so?\n\n   More.\n", "1. Why is it so? {#why-is-it-so}\n"),
    ("- [ ] Why is it so?\n  - sub\n", "- [ ] Why is it so? {#why-is-it-so}\n"),
    ("-   Why is it so?\n\n    More. {#why-is-it-so}\n", "-   Why is it so? {#why-is-it-so}\n"),
])  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_bullet_that_has_no_id_in_its_first_paragraph_gets_it_there(
    tmp_path: Path, bullet: str, left: str, line_end: str
) -> None:
    entry, file = promote(tmp_path, bullet, "why-is-it-so", line_end)
    assert entry == left
    assert "{#" not in file


def test_the_question_keeps_its_id_its_anchor_and_its_subject(tmp_path: Path) -> None:
    bullets = "- When does it end? {#the-end}\n\n  Some say soon.\n"
    before = world(tmp_path, bullets).questions["the-end"]
    promote(tmp_path, bullets, "the-end")
    after = load_graph(tmp_path).questions["the-end"]
    assert (after.id, after.about, after.state, after.text) == (before.id, before.about, before.state, before.text)
    assert (after.entry, after.holder) == ("the-end", "rag")
    assert after.bullet is not None and before.bullet is not None
    assert after.bullet.anchor == before.bullet.anchor == "the-end"


def test_a_link_to_its_own_file_leads_to_the_entry_from_there(tmp_path: Path) -> None:
    bullets = "- When? {#when}\n\n  See [above](#open-questions) and [[#open questions|this]].\n"
    _, file = promote(tmp_path, bullets, "when")
    assert file.endswith("See [above](rag.md#open-questions) and [[rag#open questions|this]].\n")


@pytest.mark.parametrize("rest", [
    "Read [it][one].\n\n[one]: other.md\n", "As shown[^1].\n\n[^1]: There.\n",
])  # fmt: skip
def test_what_would_not_mean_the_same_elsewhere_is_left_to_a_person(tmp_path: Path, rest: str) -> None:
    graph = world(tmp_path, f"- When? {{#when}}\n\n  {rest}")
    assert promoted(graph, graph.questions["when"]) == ()
    assert [finding.fix for finding in findings(graph)] == [None]


@pytest.mark.parametrize(
    "bullet", ["- When? {#When}\n\n  More.\n", "- When? {#other}\n\n  More.\n", "- Index?\n\n  More.\n"]
)
def test_a_bullet_whose_id_no_file_can_have_is_not_promoted(tmp_path: Path, bullet: str) -> None:
    graph = world(tmp_path, bullet)
    assert [promoted(graph, question) for question in graph.questions.values()] == [()]


def test_a_bullet_of_one_paragraph_is_no_finding(tmp_path: Path) -> None:
    assert list(findings(world(tmp_path, "- When?\n  Over two lines.\n- Why? {#why}\n"))) == []


def test_what_it_writes_has_no_error(tmp_path: Path) -> None:
    promote(tmp_path, "- Is it: so, #1 [or] not? {#so}\n\n  # Head\n\n  Text.\n", "so")
    graph = load_graph(tmp_path)
    assert graph.entries["so"].title == "Is it: so, #1 [or] not?"
    assert [finding.code for finding in check(graph, select=("E",))] == []
