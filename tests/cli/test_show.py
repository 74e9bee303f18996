import json


def test_an_entry_is_shown_with_all_that_the_graph_knows(here, run):
    result = run("show", "rag")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        """Retrieval-augmented generation
technique · methods/rag.md
also called RAG

Fetching documents at query time, so that a model answers from them.

Uses
  Retrieval-augmented generation uses Embedding · compares the question with the documents

Open questions
  When does a long context make retrieval unnecessary? (open)
"""
    )


def test_the_other_side_of_a_relation_and_backlinks_are_shown(here, run):
    assert run("show", "EMBEDDING").stdout == (
        """Embedding
concept · ideas/embedding.md

A list of numbers that stands for the meaning of a text.

Used by
  Embedding is used by Retrieval-augmented generation · compares the question with the documents

Mentioned in
  Retrieval-augmented generation: Texts are found by embedding.
"""
    )


def test_programs_get_a_record(here, run):
    record = json.loads(run("show", "RAG", "--format", "json").stdout)
    assert (record["id"], record["kind"], record["aliases"]) == ("rag", "technique", ["RAG"])
    assert [relation["dst"] for relation in record["relations"]] == ["embedding"]
    assert [question["id"] for question in record["questions"]] == ["long-context"]


def test_an_unknown_name_gets_the_nearest(here, run):
    result = run("show", "embeding")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: no entry has the name 'embeding'\n  help: nearest: embedding (Embedding)\n"


def test_a_name_of_several_entries_gets_them_all(here, run):
    (here / "content" / "ideas" / "other.md").write_text("---\ntitle: Other\naliases: [RAG]\ndefinition: It.\n---\n")
    (here / "content" / "methods" / "rag.md").rename(here / "content" / "methods" / "retrieval.md")
    result = run("show", "RAG")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: 'RAG' may mean 2 entries\n  help: name one by its id: ")


def test_another_graph_can_be_asked(here, run):
    assert run("show", "embedding", "--graph", here / "content").exit_code == 0
