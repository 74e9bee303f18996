import csv
import io
import json

import pytest
from tests.cli.conftest import write


def test_entries_are_listed_by_title_in_columns(here, run):
    result = run("list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "embedding  Embedding                       concept    ideas\nrag        Retrieval-augmented generation  technique  methods\n"
    )


def test_options_select_and_all_must_hold(here, run):
    write(
        here, {"content/ideas/island.md": "---\ntitle: Island\nstatus: draft\ntags: [alone]\nlevel: intro\n---\nA.\n"}
    )

    def found(*options):
        return [record["id"] for record in json.loads(run("list", "--format", "json", *options).stdout)]

    assert found() == ["embedding", "island", "rag"]
    assert found("--kind", "technique") == found("--topic", "methods") == ["rag"]
    assert found("--status", "draft") == found("--tag", "alone") == found("--level", "intro") == ["island"]
    assert found("--orphans") == ["island"]
    assert found("--orphans", "--kind", "technique") == []


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        (
            "--kind",
            "tecnique",
            "error: there is no kind 'tecnique'\n  help: the nearest is 'technique'; kinds are concept, technique, ",
        ),
        (
            "--topic",
            "idea",
            "error: there is no topic 'idea'\n  help: the nearest is 'ideas'; topics are ideas, methods\n",
        ),
        (
            "--status",
            "stabel",
            "error: there is no status 'stabel'\n  help: the nearest is 'stable'; statuses are draft, stable, deprecated\n",
        ),
        ("--level", "easy", "error: there is no level 'easy'\n  help: levels are intro, intermediate, advanced\n"),
        ("--tag", "x", "error: there is no tag 'x'\n  help: there are no tags\n"),
    ],
)
def test_an_unknown_word_is_wrong_use_and_what_there_is_is_said(here, run, option, word, said):
    result = run("list", option, word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


def test_nothing_found_ends_with_1_and_programs_still_get_their_form(here, run):
    result = run("list", "--orphans")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: no entry matches\n  help: there are 2 in all\n"
    assert run("list", "--orphans", "--format", "json").stdout == "[]\n"
    assert run("list", "--orphans", "--format", "jsonl").stdout == ""


def test_every_form_holds_the_same_entries(here, run):
    records = json.loads(run("list", "--format", "json").stdout)
    assert [json.loads(line) for line in run("list", "--format", "jsonl").stdout.splitlines()] == records
    table = run("list", "--format", "csv").stdout_bytes.decode()
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert list(rows[0]) == list(records[0])
    assert (records[1]["aliases"], rows[1]["aliases"]) == (["RAG"], "RAG")
    assert run("list", "--format", "markdown", "--kind", "technique").stdout == (
        "| entry | kind | topic | definition |\n"
        "| --- | --- | --- | --- |\n"
        "| Retrieval-augmented generation | technique | methods "
        "| Fetching documents at query time, so that a model answers from them. |\n"
    )
