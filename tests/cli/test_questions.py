import csv
import io
import json
from pathlib import Path

import pytest

from lexigraph.export.tables import QUESTION_COLUMNS as COLUMNS

QUESTION = """---
title: Is a | better than <b>?
kind: question
about: [rag, embedding]
state: partially-answered
review: disputed
depends_on: [long-context]
help_wanted: [experiment, literature]
---
Text.
"""


@pytest.fixture
def asked(here: Path) -> Path:
    (here / "content/methods/better.md").write_text(QUESTION, "utf-8")
    return here


def test_people_read_the_question_its_status_and_who_waits(asked, run):
    result = run("questions")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "When does a long context make retrieval unnecessary?\n"
        "  open · long-context · about Retrieval-augmented generation\n"
        "  1 other hangs on it\n"
        "Is a | better than <b>?\n"
        "  partially answered, disputed · better · about Retrieval-augmented generation, Embedding\n"
        "  waits for long-context · help wanted: experiment, literature\n"
    )


def test_options_select(asked, run):
    def found(*options):
        return [record["id"] for record in json.loads(run("questions", "--format", "json", *options).stdout)]

    assert found() == ["long-context", "better"]
    assert found("--status", "open") == ["long-context"]
    assert found("--status", "partially answered, disputed") == ["better"]
    assert found("--about", "Embedding") == ["better"]
    assert found("--about", "RAG", "--review", "disputed", "--help-wanted", "literature") == ["better"]
    assert found("--status", "dissolved") == []


def test_narrower_takes_those_about_kinds_and_parts(asked, run):
    (asked / "content/ideas/vector.md").write_text("---\ntitle: Vector\nnarrower: [embedding]\n---\nA list.\n", "utf-8")
    assert run("questions", "--about", "vector").exit_code == 1
    assert "better" in run("questions", "--about", "vector", "--narrower").stdout
    result = run("questions", "--narrower")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--narrower needs --about" in result.stderr


def test_each_line_of_jsonl_is_a_record(asked, run):
    lines = run("questions", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(run("questions", "--format", "json").stdout)


def test_the_table_has_the_columns_of_the_export(asked, run):
    text = run("questions", "--format", "csv").stdout_bytes.decode()
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert (first["id"], first["holds_up"], first["reach"], first["url"]) == (
        "long-context",
        "better",
        "1",
        "methods/rag/#long-context",
    )
    assert (second["title"], second["about"], second["help_wanted"]) == (
        "Is a | better than <b>?",
        "rag | embedding",
        "experiment | literature",
    )


def test_a_markdown_table_shows_names_as_they_are(asked, run):
    assert run("questions", "--format", "markdown", "--status", "partially-answered").stdout == (
        "| question | status | about | hang on it | id |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Is a \\| better than &lt;b&gt;? | partially answered, disputed | Retrieval-augmented generation, Embedding |  | better |\n"
    )


def test_an_unknown_entry_is_named_with_the_nearest_and_ends_with_1(asked, run):
    result = run("questions", "--about", "embeding")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: no entry has the name 'embeding'\n  help: nearest: embedding (Embedding)\n"


def test_nothing_found_ends_with_1_and_programs_still_get_their_form(asked, run):
    result = run("questions", "--review", "stale")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: no question matches\n  help: there are 2 in all\n"
    assert (run("questions", "--review", "stale", "--format", "json").stdout) == "[]\n"


def test_an_unknown_word_ends_with_2_and_lists_those_there_are(asked, run):
    result = run("questions", "--status", "closed")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no state 'closed'\n  help: states are open, partially-answered, answered, dissolved" in result.stderr
    assert run("questions", "--review", "fine").exit_code == 2
    assert run("questions", "--help-wanted", "money").exit_code == 2


def test_another_folder_is_asked_where_one_is_named(asked, run, tmp_path):
    assert run("questions", "--graph", asked / "content").stdout == run("questions").stdout
    assert run("questions", "--graph", tmp_path / "nowhere").exit_code == 2


def test_records_are_those_that_the_site_publishes(asked, run):
    published = json.loads(run("export", "questions").stdout)["questions"]
    by_id = {record["id"]: record for record in json.loads(run("questions", "--format", "json").stdout)}
    assert by_id == {record["id"]: record for record in published}
