import json


def test_hits_are_printed_with_the_reason(here, run):
    result = run("search", "rag", "--limit", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Retrieval-augmented generation (RAG)\n"
        "  technique · rag · alias\n"
        "  Fetching documents at query time, so that a model answers from them.\n"
    )


def test_a_slip_is_forgiven_and_filters_hold(here, run):
    assert run("search", "embeding").stdout.startswith("Embedding\n  concept · embedding · slip\n")
    assert "Embedding\n" not in run("search", "embedding", "--kind", "technique").stdout
    assert run("search", "is:question").stdout.startswith("When does a long context make retrieval unnecessary?\n")


def test_programs_get_records(here, run):
    records = json.loads(run("search", "RAG", "--json").stdout)
    assert list(records[0])[:6] == ["id", "title", "kind", "match", "matched", "rank"]
    assert [records[0][key] for key in ("id", "match", "matched", "rank")] == ["rag", "alias", "RAG", 1]
    assert run("search", "RAG", "--format", "json").stdout == run("search", "RAG", "--json").stdout


def test_nothing_found_names_the_nearest_and_ends_with_1(here, run):
    result = run("search", "emdeddgin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing found for 'emdeddgin'" in result.stderr
