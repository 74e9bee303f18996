import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

import lexigraph
from lexigraph.export import parquet
from lexigraph.export.tables import entry_rows, question_rows, relation_rows
from lexigraph.export.written import write
from tests.export.exports import exported, flagship
from tests.page.small_world import SCHEME, WORLD, hostile_world


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The flagship's tables; not to be changed."""
    made = tmp_path_factory.mktemp("parquet")
    write("parquet", parquet, flagship(), made)
    return made


def asked(folder, query):
    with duckdb.connect() as database:
        database.execute(f"SET file_search_path = '{folder}'")
        return database.execute(query).fetchall()


def rows_of(data: bytes, path: Path):
    path.write_bytes(data)
    with duckdb.connect() as database:
        found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


HOSTILE = ["'; DROP TABLE made; --", "'), ('", "$1 ? ::DATE", "[a, b]", "{'a': 1}", "NULL", "\\x27", "\u2028"]


@pytest.mark.parametrize("name", HOSTILE)
def test_every_value_is_read_back(name, tmp_path):
    made = exported({**WORLD, **hostile_world(name)}, scheme=SCHEME)
    read = {item.path: rows_of(item.data, tmp_path / item.path) for item in parquet.artifacts(made)}
    assert read["entries.parquet"] == list(entry_rows(made))
    assert read["relations.parquet"] == list(relation_rows(made))
    assert read["questions.parquet"] == list(question_rows(made))


def test_what_depends_most_on_one_entry_is_one_query(folder):
    query = (
        "SELECT e.title, count(*) FROM 'relations.parquet' r JOIN 'entries.parquet' e ON e.id = r.dst "
        "GROUP BY 1 ORDER BY 2 DESC"
    )
    found = asked(folder, query)
    graph = flagship().graph
    counts = {}
    for item in graph.relations:
        title = graph.entries[item.target].title
        counts[title] = counts.get(title, 0) + 1
    assert dict(found) == counts
    assert found[0][1] == max(counts.values())


def test_lists_are_lists_and_dates_are_dates(folder):
    assert asked(folder, "SELECT id FROM 'entries.parquet' WHERE list_contains(aliases, 'RAG')") == [
        ("retrieval-augmented-generation",)
    ]
    newest = asked(folder, "SELECT max(last_reviewed) FROM 'entries.parquet'")[0][0]
    assert newest == max(node.parsed.fields.last_reviewed or date.min for node in flagship().graph.entries.values())
    types = dict(row[:2] for row in asked(folder, "DESCRIBE SELECT * FROM 'questions.parquet'"))
    assert (types["about"], types["state_date"], types["reach"], types["is_blocked"]) == (
        "VARCHAR[]", "DATE", "INTEGER", "BOOLEAN",
    )  # fmt: skip


def test_both_ends_of_each_relation_are_found_in_the_other_file(folder):
    query = (
        "SELECT src FROM 'relations.parquet' UNION SELECT dst FROM 'relations.parquet' "
        "EXCEPT SELECT id FROM 'entries.parquet'"
    )
    assert asked(folder, query) == []


def test_what_an_entry_presupposes_is_a_recursive_query(folder):
    found = asked(
        folder,
        "WITH RECURSIVE before AS (SELECT dst FROM 'relations.parquet' WHERE relation = 'requires' AND src = 'qlora' "
        "UNION SELECT r.dst FROM 'relations.parquet' r JOIN before b ON r.src = b.dst WHERE r.relation = 'requires') "
        "FROM before",
    )
    from lexigraph.query.reading_order import prerequisites

    assert {row[0] for row in found} == prerequisites(flagship().graph, "qlora")


def test_the_bytes_are_the_same_each_time(folder):
    assert {item.path: item.data for item in parquet.artifacts(flagship())} == {
        path.name: path.read_bytes() for path in folder.glob("*.parquet")
    }


def test_tables_without_rows_have_their_columns(tmp_path):
    made = {item.path: item.data for item in parquet.artifacts(exported({}))}
    (tmp_path / "questions.parquet").write_bytes(made["questions.parquet"])
    assert asked(tmp_path, "SELECT count(*), list(title) FROM 'questions.parquet'") == [(0, None)]


def test_without_duckdb_it_says_what_to_install(tmp_path):
    (tmp_path / "duckdb.py").write_text("raise ModuleNotFoundError('no duckdb', name='duckdb')\n")
    (tmp_path / "a.md").write_text("# A\n")
    run = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import lexigraph\n"
        f"try: lexigraph.load({str(tmp_path)!r}).export('parquet', {str(tmp_path / 'out')!r})\n"
        "except lexigraph.MissingExtra as error: print(error.extra, error, isinstance(error, ImportError))"
    )
    output = subprocess.run([sys.executable, "-c", run], check=True, capture_output=True, text=True).stdout
    assert output == 'parquet pip install "lexigraph[parquet]" True\n'
    assert not (tmp_path / "out").exists()
    assert {item.extra for item in lexigraph.formats() if item.name == "parquet"} == {"parquet"}
