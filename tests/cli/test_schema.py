import json

from tests.cli.conftest import write


def test_the_schema_of_an_entry_knows_the_relations_of_the_scheme(here, run):
    relation = "relations: [{key: tames, words: tames, inverse: tamed_by, inverse_words: is tamed by}]\n"
    write(here, {"content/scheme.yml": relation})
    properties = json.loads(run("schema").stdout)["properties"]
    assert {"title", "uses", "tames", "tamed_by"} <= properties.keys()


def test_without_a_knowledge_base_the_schema_is_the_built_in_one(here, run):
    (here / "content").rename(here / "elsewhere")
    assert "uses" in json.loads(run("schema").stdout)["properties"]


def test_the_schema_of_a_scheme_is_printed(here, run):
    assert "base_iri" in json.loads(run("schema", "--for", "scheme").stdout)["properties"]


def test_the_schema_of_what_a_site_publishes_is_printed(here, run):
    assert "entries" in json.loads(run("schema", "--for", "concepts").stdout)["properties"]
