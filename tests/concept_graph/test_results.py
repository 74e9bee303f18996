"""Result sequences: slices, tables for people, rows and frames."""

import copy
import csv
import datetime
import io
import pickle
import subprocess
import sys
from typing import Any

import pandas
import polars
import pytest
from tests.worlds import concepts, write

import lexigraph
from lexigraph import Diagnostics, MissingExtra, Results
from lexigraph.concept_graph.exports import export_of
from lexigraph.concept_graph.results.rows import row_type, type_of_column
from lexigraph.export import EXPORTERS

HOSTILE = '<script>alert("1")</script> & \\u001b[31m'
FILES = {
    "a.md": "---\ntitle: Adam\nkind: technique\naliases: [adaptive moments]\ndefinition: An optimizer.\nuses: [b: a <b>reason</b>]\n"
    'created: 2024-01-02\ntags: [x]\nreview_every: 10\nlast_reviewed: 2024-02-03\n---\nSee [the list](b.md) and [[gone]].\n\n## More\n\nA BERT.\n\n'
    "## Open questions\n\n- Why? {#why}\n",
    "b.md": f'---\ntitle: "{HOSTILE.replace(chr(34), chr(92) + chr(34))}"\naliases: [BERT]\n---\nText.\n',
    "d.md": "---\ntitle: Dropout\nuses: [b]\n---\nAn optimizer of sorts.\n",
    "c.md": "---\ntitle: 日本語のとても長い題名がここにあります日本語のとても長い題名がここにあります\n---\nText.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> lexigraph.ConceptGraph:
    return concepts(FILES)


def sequences(graph: lexigraph.ConceptGraph) -> dict[str, Results[Any]]:
    """One of each class."""
    return {
        "Entry": graph.entries(), "Relation": graph.relations(), "Question": graph.questions(), "Link": graph.links(),
        "Backlink": graph["b"].backlinks(), "Mention": graph.mentions(), "Wanted": graph.wanted(),
        "Reference": graph.wanted()[0].references, "Hit": graph.search("adam"), "Similar": graph.similar("a"),
        "Diagnostic": lexigraph.Diagnostics(graph.check(select=["W", "I"])), "Change": lexigraph.diff(graph, concepts({})).changes,
    }  # fmt: skip


NAMES = (
    "Entry", "Relation", "Question", "Link", "Backlink", "Mention", "Wanted", "Reference", "Hit", "Similar", "Diagnostic", "Change",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_sequence_of_any_class_has_rows_and_frames_whose_columns_never_change(graph, name):
    found = sequences(graph)[name]
    assert found, name
    rows = found.to_records()
    assert {tuple(row) for row in rows} == {found.columns}
    for row in rows:
        for column, value in row.items():
            wanted = type_of_column(column)
            assert type(value) is wanted or (value is None and wanted in (int, datetime.date)), (column, value)
            assert wanted is not list or all(type(item) is str for item in value)
    none = found[:0]
    assert type(none) is type(found)
    assert (none.columns, none.to_records()) == (found.columns, [])
    assert dict(none.to_pandas().dtypes) == dict(found.to_pandas().dtypes)
    assert none.to_polars().schema == found.to_polars().schema
    assert found.to_polars().to_dicts() == rows
    assert len(found.to_pandas()) == len(rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_for_people_escapes_what_others_wrote_and_fits_a_terminal(graph, name):
    found = sequences(graph)[name]
    text, html = repr(found), found._repr_html_()
    assert "\x1b" not in text + html
    assert "<script" not in html
    assert "<b>" not in html
    assert max(map(len, text.splitlines())) <= 100
    assert html.count("<tr>") == min(len(found), 20) + (html.count("<thead>"))


def test_the_answers_to_a_question_that_has_none_still_know_their_columns(graph):
    empty = concepts({})
    answers = [
        empty.entries(), empty.relations(), empty.links(), empty.mentions(), empty.questions(), empty.wanted(), empty.orphans(),
        empty.search("x"), empty.central(), empty.overdue(datetime.date(2025, 1, 1)), empty.resolve("x"), empty.diagnostics,
        graph["c"].relations(), graph["c"].links(), graph["c"].backlinks(), graph["c"].mentions(), graph["c"].questions, graph["c"].uses,
        graph.question("why").depends_on, graph.reading_order("c"), graph.ancestors("c"), graph.compare("c", "b").shared,
    ]  # fmt: skip
    for answer in answers:
        assert answer == ()
        assert answer.columns, answer
        assert repr(answer) == "[]"


def test_a_slice_is_of_the_same_class_and_an_item_is_an_item(graph):
    entries = graph.entries()
    assert type(entries[:2]) is Results
    assert type(entries[::-1]) is Results
    assert entries[0] == entries[:1][0]
    assert type(graph.check(select=["W"])[:1]) is Diagnostics
    assert entries == tuple(entries)
    assert hash(entries) == hash(tuple(entries))


def test_only_the_first_twenty_rows_are_shown():
    many = concepts({f"e{number:03}.md": f"---\ntitle: Entry {number:03}\n---\nText.\n" for number in range(25)})
    text = repr(many.entries()).splitlines()
    assert text[0].split() == ["kind", "title", "definition"]
    assert (len(text), text[-1]) == (22, "… and 5 more")
    assert many.entries()._repr_html_().endswith("<p>… and 5 more</p>")
    assert "more" not in repr(many.entries()[:20])


def test_a_title_is_a_link_only_when_its_address_leads_somewhere(tmp_path):
    folder = write(
        tmp_path / "content", {"a.md": "---\ntitle: A\nuses: [b]\n---\nX.", "b.md": "---\ntitle: B\n---\nX."}
    )
    for url, shown in (
        ("https://example.org/kb/", '<a href="https://example.org/kb/a/">A</a>'),
        ("javascript:alert(1)/", ">A<"),
        ("", ">A<"),
    ):
        graph = lexigraph.load(folder)
        (document,) = [
            item.data
            for item in EXPORTERS["json"].artifacts(export_of(graph.linked, url=url))
            if item.path == "concepts.json"
        ]
        (tmp_path / "concepts.json").write_bytes(document)
        published = lexigraph.load(tmp_path / "concepts.json")
        html = published.entries()._repr_html_() + published.relations()._repr_html_() + published["a"]._repr_html_()
        assert shown in html
        assert "javascript" not in html


def test_rows_are_those_of_the_csv_export(graph, tmp_path):
    folder = write(tmp_path / "content", FILES)
    graph = lexigraph.load(folder)
    graph.export("csv", tmp_path / "csv")
    for file, found in (
        ("entries", graph.entries()),
        ("relations", graph.relations()),
        ("questions", graph.questions()),
    ):
        rows = list(csv.DictReader(io.StringIO((tmp_path / "csv" / f"{file}.csv").read_text("utf-8"))))
        assert tuple(rows[0]) == found.columns
        key = found.columns[0]
        assert sorted(row[key] for row in rows) == sorted(row[key] for row in found.to_records())


def test_a_relation_is_a_row_as_it_is_seen(graph):
    seen = graph["b"].relations("used_by").to_records()[0]
    assert (seen["src"], seen["relation"], seen["dst"], seen["derived"]) == (graph["b"].id, "used_by", "a", True)


def test_frames_know_dates_numbers_and_lists(graph):
    frame = graph.entries().to_pandas().set_index("id")
    assert frame.loc["a", "created"] == pandas.Timestamp(2024, 1, 2)
    assert pandas.isna(frame.loc["b", "created"])
    assert frame.loc["a", "aliases"] == ["adaptive moments"]
    assert (str(frame["created"].dtype), str(frame["review_every"].dtype)) == ("datetime64[s]", "Int64")
    assert graph.entries().to_polars().schema["created"] == polars.Date
    assert graph.entries().to_polars().schema["aliases"] == polars.List(polars.String)


def test_without_pandas_the_error_is_the_line_that_installs_it():
    code = (
        "import sys, lexigraph; sys.modules['pandas'] = None; sys.modules['polars'] = None\n"
        "for ask in ('to_pandas', 'to_polars'):\n"
        "    try: getattr(lexigraph.Results(), ask)()\n"
        "    except lexigraph.MissingExtra as error: print(isinstance(error, ImportError), error.extra, error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == 'True pandas pip install "pandas"\nTrue polars pip install "polars"\n'
    assert issubclass(MissingExtra, lexigraph.LexigraphError)


def test_a_sequence_never_changes_and_is_copied_and_pickled(graph):
    entries = graph.entries()
    with pytest.raises(AttributeError, match="Results cannot be changed"):
        entries.more = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del entries._of
    assert copy.copy(entries) == copy.deepcopy(entries) == entries
    assert copy.deepcopy(entries)[0] is entries[0]
    again = pickle.loads(pickle.dumps(entries))  # noqa: S301 - our own bytes
    assert (type(again), again.columns, [entry.id for entry in again]) == (
        Results,
        entries.columns,
        [entry.id for entry in entries],
    )


def test_what_is_of_no_class_of_ours_is_shown_as_it_is():
    words = Results(["one", "<two>"])
    assert repr(words) == "one\n<two>"
    assert words.to_records() == [{"value": "one"}, {"value": "<two>"}]
    assert "&lt;two&gt;" in words._repr_html_()
    assert row_type("nothing").columns == ("value",)
    assert Results().columns == ()
    assert Results()._repr_html_() == "<p>[]</p>"
