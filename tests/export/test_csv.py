import csv
from io import StringIO

import pytest

from lexigraph.export.csv import artifacts, cell
from lexigraph.export.tables import entry_rows, question_rows, relation_rows
from tests.export.exports import exported, flagship
from tests.page.small_world import hostile_world


def read(made):
    """Each table as another reader has it."""
    return {
        artifact.path: list(csv.DictReader(StringIO(artifact.data.decode(), newline=""), strict=True))
        for artifact in artifacts(made)
    }


def as_text(rows):
    return [{column: cell(value) for column, value in row.items()} for row in rows]


HOSTILE = ["=HYPERLINK(1)", 'a"b', "a,b", 'x""\r\ny', "; DROP TABLE entries; --", "\u2028"]


@pytest.mark.parametrize("made", [flagship(), *(exported(hostile_world(name)) for name in HOSTILE)])
def test_every_cell_is_read_back(made):
    assert read(made) == {
        "entries.csv": as_text(entry_rows(made)),
        "relations.csv": as_text(relation_rows(made)),
        "questions.csv": as_text(question_rows(made)),
    }


def test_lines_end_as_the_standard_says_and_there_is_no_byte_order_mark():
    for artifact in artifacts(exported({"a.md": "# A\n"})):
        assert artifact.data.endswith(b"\r\n")
        assert not artifact.data.startswith(b"\xef\xbb\xbf")


def test_a_table_without_rows_has_its_header():
    tables = {artifact.path: artifact.data for artifact in artifacts(exported({}))}
    assert [data.count(b"\r\n") for data in tables.values()] == [1, 1, 1]
    assert tables["relations.csv"].startswith(b"src,dst,relation,")
