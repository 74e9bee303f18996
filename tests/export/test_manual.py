"""The manual's page of exports: its table is made from the exporters, and its examples run."""

import re
from pathlib import Path

import duckdb
import pytest

import lexigraph
from lexigraph.export import EXPORTERS
from lexigraph.export.written import write
from tests.export.exports import CONTENT, flagship

PAGE = CONTENT.parent / "docs" / "exports.md"
HEAD = "| format | is | holds everything | leaves out |\n|---|---|---|---|\n"
CANNOT_RUN = ("pyspark", "FROM 'https://")  # Spark is not installed; nothing is downloaded


def row(name):
    exporter = EXPORTERS[name]
    first = exporter.__doc__.split("\n\n")[0].replace("\n", " ").removeprefix(f"`{name}`: ").rstrip(".")
    place = "a folder" if exporter.IS_FOLDER else f"`{exporter.SUFFIX}`"
    notes = [place, *(["on every site"] if exporter.IS_PUBLISHED else [])]
    notes += [f"extra `{exporter.EXTRA}`"] if exporter.EXTRA else []
    cells = (
        f"`{name}`", f"{first[:1].upper()}{first[1:]} ({', '.join(notes)})", "no" if exporter.LEFT_OUT else "yes",
        "; ".join(exporter.LEFT_OUT) or "–",
    )  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_table_says_what_the_exporters_say(golden):
    page = PAGE.read_text("utf-8")
    table = HEAD + "".join(map(row, EXPORTERS))
    golden(PAGE, re.sub(f"{re.escape(HEAD)}(?:\\|.*\n)*", lambda _: table, page))
    assert table in PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The tables of the flagship."""
    made = tmp_path_factory.mktemp("tables")
    for name in ("csv", "parquet"):
        write(name, EXPORTERS[name], flagship(), made)
    return made


@pytest.mark.parametrize("query", [sql for sql in blocks("sql") if not any(word in sql for word in CANNOT_RUN)])
def test_every_query_has_an_answer(query, folder):
    with duckdb.connect() as database:
        database.execute(f"SET file_search_path = '{folder}'")
        assert len(database.execute(query).fetchall()) > 2


def test_the_python_examples_run_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("content").symlink_to(CONTENT)
    names: dict[str, object] = {}
    for code in blocks("python"):
        if not any(word in code for word in CANNOT_RUN):
            exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102 - our own manual
    assert isinstance(names["graph"], lexigraph.ConceptGraph)
    assert len(names["most_used"]) == 10
    assert Path("tables", "entries.parquet").exists()


def test_only_what_needs_spark_or_a_network_is_not_run():
    found = [block for language in ("python", "sql") for block in blocks(language)]
    assert len([block for block in found if any(word in block for word in CANNOT_RUN)]) == 2
