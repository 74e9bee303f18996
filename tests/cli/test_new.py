import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

WROTE = """wrote content/ideas/vector.md
"""


def test_an_entry_is_written_from_flags(here, run):
    result = run(
        "new",
        "Vector",
        "--definition",
        "Numbers: a row of them.",
        "--broader",
        "EMBEDDING",
        "--alias",
        "Row",
        "--author",
        "me",
    )
    assert (result.exit_code, result.stdout, result.stderr) == (0, WROTE, "  next: lexigraph serve\n")
    assert (here / "content/ideas/vector.md").read_text() == (
        '---\ntitle: Vector\naliases: [Row]\nkind: concept\ndefinition: "Numbers: a row of them."\nbroader: [embedding]\n'
        "status: draft\nauthors: [me]\n---\n"
    )
    assert run("check").exit_code == 0


def test_who_wants_and_names_it_is_told(here, run):
    (here / "content/ideas/embedding.md").write_text(
        "---\ntitle: Embedding\ndefinition: A vector of numbers.\n---\n\nSee [[vector]].\n"
    )
    (here / "content/ideas/other.md").write_text("---\ntitle: Other\ndefinition: Unlike a vector.\n---\n")
    result = run("new", "Vector", "--definition", "A row.")
    assert result.stderr == (
        "  1 entry wants it and 1 names it without a link; their sentences are in the file as comments\n  next: lexigraph serve\n"
    )


def test_what_exists_nearly_is_refused_with_its_file(here, run):
    result = run("new", "Retrieval augmented generations")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "refused: an entry with nearly this name exists\n"
        "  rag  Retrieval-augmented generation (RAG)  content/methods/rag.md\n"
        "  help: add an alias there; if it is another thing, repeat with --anyway and a scope_note\n"
    )
    done = run("new", "Retrieval augmented generations", "--anyway", "--definition", "Others.", "--scope-note", "Many.")
    assert done.exit_code == 0


def test_nothing_is_asked_without_a_terminal(here, run):
    result = run("new", "Vector")
    assert (result.exit_code, result.stderr) == (
        2, "error: a new entry needs a definition\n  help: give --definition, one or two sentences\n",
    )  # fmt: skip
    assert run("new").stderr == 'error: a new entry needs a title\n  help: give it: lexigraph new "Title"\n'


@pytest.mark.parametrize(("arguments", "stderr"), [
    (["--kind", "tecnique"], "refused: 'tecnique' is not a kind\n  help: the nearest is 'technique'; kinds are"),
    (["--topic", "idea"], "refused: no topic is called 'idea'\n  help: the nearest is 'ideas'\n"),
    (["--topic", "../x"], "refused: '../x' is no topic\n"),
    (["--broader", "embeding"], "refused: no entry has the name 'embeding'\n  embedding  Embedding  content/ideas/embedding.md\n"),
    (["--alias", "RAG"], "refused: what was given would bring an error\n  E1"),
    (["--question", "Why?"], "error: a TITLE, --question and --from-issue exclude each other\n"),
])  # fmt: skip
def test_what_was_said_wrongly_gets_the_way_out(here, run, arguments, stderr):
    result = run("new", "Vector", "--definition", "A row.", *arguments)
    assert result.stderr.startswith(stderr)
    assert result.exit_code in (1, 2)
    assert not list(here.rglob("vector.md"))


def test_a_dry_run_prints_the_file(here, run):
    result = run("new", "Vector", "--definition", "A row.", "--topic", "ideas", "--dry-run")
    assert result.stdout == (
        "would write content/ideas/vector.md\n---\ntitle: Vector\nkind: concept\ndefinition: A row.\nstatus: draft\n---\n"
    )
    assert not (here / "content/ideas/vector.md").exists()


def test_a_question_is_written_about_an_entry(here, run):
    assert run("new", "--question", "When is a row enough?", "--about", "embedding").exit_code == 0
    assert (here / "content/ideas/when-is-a-row-enough.md").read_text() == (
        "---\ntitle: When is a row enough?\nkind: question\nabout: [embedding]\nstate: open\nstatus: draft\n---\n"
    )
    assert run("new", "--question", "Is it?").stderr.startswith("error: a question is about something\n")


def test_a_bullet_becomes_a_file(here, run):
    result = run("new", "--question", "long-context")
    assert (result.exit_code, result.stdout) == (0, "wrote content/methods/long-context.md\n")
    assert "{#long-context}" in (here / "content/methods/rag.md").read_text()
    assert run("new", "--question", "long-context").stderr.startswith(
        "refused: this question has a file\n  long-context  "
    )


def test_an_id_that_no_question_has_gets_the_nearest(here, run):
    assert run("new", "--question", "long-contxt").stderr == (
        "refused: no question has the id 'long-contxt'\n  long-context  When does a long context make retrieval unnecessary?\n"
        "  help: a new question is a sentence that ends with '?'\n"
    )


def test_an_issue_becomes_a_draft(here, run):
    issue = here / "issue.md"
    issue.write_text(
        "### Suggested by\n\nocto\n\n### Name\n\nVector: $(rm -rf /)\n\n### Kind\n\nconcept\n\n### Definition\n\nA row.\n\n### How it relates to other entries\n\nused by RAG, to find\nsomething odd\n"
    )
    result = run("new", "--from-issue", issue, "--no-input")
    assert (result.exit_code, result.stdout) == (0, "wrote content/vector-rm-rf.md\n")
    assert (here / "content/vector-rm-rf.md").read_text() == (
        '---\ntitle: "Vector: $(rm -rf /)"\nkind: concept\ndefinition: A row.\nused_by:\n  - rag: to find\nstatus: draft\n'
        "authors: [octo]\n# relation: something odd\n---\n"
    )


def on_a_terminal(folder: Path, arguments: list[str], answers: list[tuple[str, str]]) -> str:
    """What the command prints on a terminal, each answer given when its question stands there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from lexigraph.cli import main; main()", *arguments]
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb"}
    with subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        said, deadline = b"", time.monotonic() + 120
        waiting = list(answers)
        while time.monotonic() < deadline:
            if select.select([ours], [], [], 0.2)[0]:
                try:
                    got = os.read(ours, 4096)
                except OSError:
                    break
                if not got:
                    break
                said += got
            if waiting and said.rstrip().endswith(waiting[0][0].encode()):
                os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
        process.wait(30)
    os.close(ours)
    assert waiting == []
    return said.decode().replace("\r\n", "\n").lstrip("\n")  # on a busy machine the progress was shown and wiped


def test_on_a_terminal_what_is_missing_is_asked_for(here):
    said = on_a_terminal(here, ["new", "Vector"], [
        ("kind [concept]:", "techniqe"), ("kind [concept]:", "technique"), ("topic [ideas, methods]:", "ideas"),
        ("at most 300 characters):", "A row of numbers."), ("(empty for none):", "embeding"), ("(empty for none):", "embedding"),
        ("with commas between:", "array, tuple"),
    ])  # fmt: skip
    assert said == (
        "kind [concept]: techniqe\n  'techniqe' is not a kind\n  the nearest is 'technique'; kinds are benchmark, comparison, concept, "
        "dataset, disambiguation, lesson, metric, model, organization, person, question, technique, tool\n"
        "kind [concept]: technique\ntopic [ideas, methods]: ideas\n"
        "definition (one or two sentences, at most 300 characters): A row of numbers.\n"
        "broader, by any name (empty for none): embeding\n  no entry has the name 'embeding'\n"
        "    embedding  Embedding  content/ideas/embedding.md\n  the nearest are above\n"
        "broader, by any name (empty for none): embedding\naliases, with commas between: array, tuple\n"
        "wrote content/ideas/vector.md\n  next: lexigraph serve\n"
    )
    assert (
        (here / "content/ideas/vector.md")
        .read_text()
        .startswith("---\ntitle: Vector\naliases: [array, tuple]\nkind: technique\n")
    )


def test_a_blank_title_is_asked_for_again_and_an_end_of_input_stops(here):
    said = on_a_terminal(here, ["new"], [("title:", ""), ("title: \r\ntitle:", "\x04")])
    assert said.count("title:") == 2
    assert said.endswith("\nerror: stopped; nothing was written\n")


def test_a_question_asks_what_it_is_about_until_it_is_told(here):
    said = on_a_terminal(
        here, ["new", "--question", "How long?", "--dry-run"],
        [("about, by any name:", ""), ("name an entry\r\nabout, by any name:", "RAG")],
    )  # fmt: skip
    assert "about, by any name: \n  a question is about something; name an entry\nabout, by any name: RAG\n" in said
    assert "about: [rag]\n" in said
