import json

import pytest
from tests.cli.conftest import write


@pytest.fixture
def wanting(here):
    return write(
        here,
        {
            "content/ideas/a.md": "---\ntitle: A\nrequires: [vectr]\n---\nSee [[reranker]].\n",
            "content/ideas/b.md": "---\ntitle: B\n---\nLike a [[reranker]] but [[embeding]].\n",
        },
    )


def test_names_are_printed_with_who_wants_them_most_wanted_first(wanting, run):
    result = run("wanted")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "reranker (2 references)\n  ideas/a.md:5: See reranker.\n  ideas/b.md:4: Like a reranker but embeding.\n"
    )
    assert "embeding (1 reference, nearest: embedding)\n" in result.stdout


def test_the_first_ones_are_enough(wanting, run):
    records = json.loads(run("wanted", "--limit", "1", "--json").stdout)
    assert [(record["name"], record["references"], record["wanted_by"]) for record in records] == [
        ("reranker", 2, ["a", "b"])
    ]
    assert run("wanted", "--limit", "0").exit_code == 2


def test_a_name_that_is_wanted_is_said_to_be(wanting, run):
    result = run("show", "reranker")
    assert result.exit_code == 1
    assert "2 places refer to it: see lexigraph wanted" in result.stderr


def test_nothing_wanted_is_said(here, run):
    result = run("wanted")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: nothing is wanted\n")
