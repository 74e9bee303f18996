import json


def _deepen(here):
    ideas = here / "content" / "ideas"
    (ideas / "token.md").write_text("---\ntitle: Token\n---\nA piece.\n")
    (ideas / "vector.md").write_text("---\ntitle: Vector\nrequires: [token]\n---\nNumbers.\n")
    rag = here / "content" / "methods" / "rag.md"
    rag.write_text(rag.read_text().replace("uses:\n", "requires: [vector]\nuses:\n"))


def test_what_to_read_first_is_printed_in_order(here, run):
    _deepen(here)
    result = run("order", "RAG")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1. Token\n2. Vector\n", "")
    records = json.loads(run("order", "RAG", "--format", "json").stdout)
    assert [record["id"] for record in records] == ["token", "vector"]


def test_an_entry_that_presupposes_nothing_says_so(here, run):
    result = run("order", "embedding")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "'Embedding' presupposes no other entry\n"
