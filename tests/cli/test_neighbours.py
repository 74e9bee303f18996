import json

import pytest
from tests.cli.conftest import write


@pytest.fixture
def chain(here):
    write(
        here,
        {
            "content/ideas/vector.md": "---\ntitle: Vector\nrequires: [token]\n---\nNumbers.\n",
            "content/ideas/token.md": "---\ntitle: Token\n---\nA piece.\n",
            "content/ideas/embedding.md": "---\ntitle: Embedding\nbroader: [vector]\n---\nText.\n",
        },
    )
    return here


def test_the_nearest_stand_below_their_relation(chain, run):
    result = run("neighbours", "embedding")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "A kind of\n"
        "  Embedding is a kind of Vector\n\n"
        "Used by\n"
        "  Embedding is used by Retrieval-augmented generation · compares the question with the documents\n"
    )


def test_those_further_away_are_sentences_of_the_nearer_entry(chain, run):
    shown = run("neighbours", "RAG", "--depth", "3").stdout
    assert shown.endswith("2 steps away\n  Embedding is a kind of Vector\n\n3 steps away\n  Vector presupposes Token\n")
    records = json.loads(run("neighbours", "RAG", "--depth", "9", "--json").stdout)
    assert [(record["dst"], record["step"]) for record in records] == [("embedding", 1), ("vector", 2), ("token", 3)]
    assert records[2]["sentence"] == "Vector presupposes Token"


def test_only_the_relations_asked_for_are_followed_in_either_direction(chain, run):
    def reached(*options):
        records = json.loads(run("neighbours", "embedding", "--depth", "5", "--json", *options).stdout)
        return [record["dst"] for record in records]

    assert reached("--relations", "broader,requires") == ["vector", "token"]
    assert reached("--relations", "used_by") == reached("--relations", "uses") == ["rag"]
    assert reached("--relations", "part_of") == []


def test_an_unknown_relation_is_wrong_use(chain, run):
    result = run("neighbours", "embedding", "--relations", "uses,requiers")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: there is no relation 'requiers'\n  help: the nearest ")


def test_an_entry_without_relations_says_so(here, run):
    write(here, {"content/ideas/island.md": "---\ntitle: Island\n---\nAlone.\n"})
    result = run("neighbours", "island")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "'Island' has no relation\n")
