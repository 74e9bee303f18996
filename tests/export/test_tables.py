from datetime import date

from lexigraph.export.tables import (
    ENTRY_COLUMNS,
    QUESTION_COLUMNS,
    RELATION_COLUMNS,
    entry_rows,
    question_rows,
    relation_rows,
)
from tests.export.exports import ADDRESS, exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD


def rows(made):
    return {row["id"]: row for row in (*entry_rows(made), *question_rows(made))}


def test_a_row_has_the_columns_of_its_table_in_order():
    made = flagship()
    assert {tuple(row) for row in entry_rows(made)} == {ENTRY_COLUMNS}
    assert {tuple(row) for row in relation_rows(made)} == {RELATION_COLUMNS}
    assert {tuple(row) for row in question_rows(made)} == {QUESTION_COLUMNS}


def test_an_entry_has_lists_dates_and_its_address():
    (rag,) = (row for row in entry_rows(exported(WORLD, scheme=SCHEME)) if row["id"] == "rag")
    assert rag["aliases"] == ["RAG"]
    assert rag["tags"] == ["search", "context"]
    assert (rag["last_reviewed"], rag["created"], rag["review_every"]) == (date(2026, 10, 2), None, None)
    assert (rag["path"], rag["line"], rag["url"]) == ("retrieval/rag.md", 2, f"{ADDRESS}retrieval/rag/")


def test_a_relation_is_there_once_in_the_direction_of_its_kind():
    made = [(row["src"], row["relation"], row["dst"]) for row in relation_rows(exported(WORLD, scheme=SCHEME))]
    assert len(made) == len(set(made))
    assert ("rag", "uses", "embedding") in made
    assert ("embedding", "used_by", "rag") not in made


def test_both_ends_of_a_relation_are_entries_and_all_ids_of_questions_are_questions():
    made = flagship()
    entries = {row["id"] for row in entry_rows(made)}
    questions = list(question_rows(made))
    known = {row["id"] for row in questions}
    assert all({row["src"], row["dst"]} <= entries for row in relation_rows(made))
    assert all({*row["about"], *filter(None, (row["entry"], row["holder"]))} <= entries for row in questions)
    for column in ("part_of", "parts", "depends_on", "holds_up", "would_settle", "settled_by"):
        assert all(set(row[column]) <= known for row in questions)


def test_questions_of_files_and_bullets_are_in_one_table():
    found = {row["id"]: row for row in question_rows(exported(WORLD, scheme=SCHEME))}
    assert (found["scaling"]["answer"], found["scaling"]["entry"]) == ("It does.", "scaling")
    assert (found["scale"]["about"], found["scale"]["entry"], found["scale"]["holder"]) == (["rag"], "", "rag")
    assert found["scale"]["url"] == f"{ADDRESS}retrieval/rag/#scale"


def test_no_comment_gets_into_a_row():
    made = exported(SECRETS)
    assert "secret" not in str([*entry_rows(made), *relation_rows(made), *question_rows(made)])
