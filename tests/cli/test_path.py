import json


def test_the_path_is_printed_as_sentences(here, run):
    result = run("path", "RAG", "embedding")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Retrieval-augmented generation uses Embedding\n"
    assert run("path", "embedding", "RAG").stdout == "Embedding is used by Retrieval-augmented generation\n"


def test_programs_get_records(here, run):
    records = json.loads(run("path", "RAG", "embedding", "--format", "json").stdout)
    assert [(record["src"], record["relation"], record["dst"]) for record in records] == [("rag", "uses", "embedding")]
    assert records[0]["sentence"] == "Retrieval-augmented generation uses Embedding"
    assert records[0]["note"] == "compares the question with the documents"
    backwards = json.loads(run("path", "embedding", "RAG", "--format", "json").stdout)
    assert [(record["src"], record["relation"], record["dst"]) for record in backwards] == [
        ("embedding", "used_by", "rag")
    ]


def test_what_nothing_connects_is_a_refusal(here, run):
    (here / "content" / "ideas" / "island.md").write_text("---\ntitle: Island\n---\nAlone.\n")
    result = run("path", "island", "RAG")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: nothing connects 'Island' and 'Retrieval-augmented generation' yet\n"


def test_only_the_relations_asked_for_are_followed(here, run):
    assert run("path", "RAG", "embedding", "--relations", "uses").exit_code == 0
    assert run("path", "RAG", "embedding", "--relations", "requires").exit_code == 1
    result = run("path", "RAG", "embedding", "--relations", "usess")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: there is no relation 'usess'\n  help: the nearest ")


def test_an_unknown_name_gets_the_nearest(here, run):
    result = run("path", "RAG", "embeding")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nearest: embedding (Embedding)" in result.stderr
