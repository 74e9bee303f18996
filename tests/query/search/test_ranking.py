from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import concepts

WORLD = concepts(
    {
        "a/retrieval.md": "---\ntitle: Retrieval\ndefinition: Finding documents.\nstatus: stable\n---\nBody.\n",
        "a/information-retrieval.md": "---\ntitle: Information retrieval\nstatus: stable\n---\nThe field of [retrieval](retrieval.md).\n",
        "a/rag.md": "---\ntitle: Retrieval-augmented generation\naliases: [RAG]\nkind: technique\ndefinition: Answers from passages.\nuses: [vector-database]\n---\n## How it works\n\nSimilarity of passages, by cosine.\n\n## Open questions\n\n- When is a long context enough? {#long}\n",
        "a/vector-database.md": "---\ntitle: Vector database\naliases: [vector db]\nhidden_labels: [vektor]\nlabels: {de: Vektordatenbank}\ndefinition: Stores vectors for similarity search.\n---\n",
        "b/moe.md": "---\ntitle: Mixture of experts\nkind: technique\n---\nOnly some experts run.\n",
        "b/pre-training.md": "---\ntitle: Pre-training\nstatus: draft\n---\n",
        "b/agent-one.md": "---\ntitle: Software agent\naliases: [agent]\n---\n",
        "b/agent-two.md": "---\ntitle: Chemical agent\naliases: [agent]\n---\n",
        "b/agent.md": "---\ntitle: Agent\nkind: disambiguation\n---\n",
        "b/kensaku.md": "---\ntitle: 検索拡張生成\ndefinition: 検索した文書を読む。\n---\n",
        "b/facade.md": "---\ntitle: Façade pattern\nstatus: deprecated\n---\n",
        "b/index.md": "# Beta\n\nA page about similarity and cosine.\n",
    }
)


def found(query: str, **options: object) -> list[tuple[str, str]]:
    hits = WORLD.search(query, **options)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    return [(hit.entry.id if hit.entry else hit.question.id, hit.match) for hit in hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("retrieval", ("retrieval", "title")),
        ("RAG", ("rag", "alias")),
        ("vektor", ("vector-database", "alias")),
        ("vektordatenbank", ("vector-database", "alias")),
        ("vector databases", ("vector-database", "title")),
        ("vectordb", ("vector-database", "spacing")),
        ("pretraining", ("pre-training", "spacing")),
        ("retr", ("retrieval", "start")),
        ("database vec", ("vector-database", "words")),
        ("retreival", ("retrieval", "slip")),
        ("vectr databsae", ("vector-database", "slip")),
        ("retreiv", ("retrieval", "slip")),
        ("moe", ("moe", "initials")),
        ("me", ("moe", "initials")),
        ("search similarity", ("vector-database", "definition")),
        ("cosine", ("rag", "text")),
        ("facade", ("facade", "start")),
        ("検索拡張生成", ("kensaku", "title")),
        ("拡張", ("kensaku", "words")),
        ("what is retrieval?", ("retrieval", "title")),
        ("when is a long context enough", ("long", "title")),
        ("is:question", ("long", "filter")),
        ("kind:technique topic:b", ("moe", "filter")),
    ],
)
def test_the_best_hit_and_why(query, first):
    assert found(query)[0] == first


def test_a_lower_level_never_passes_a_higher_one():
    assert found("retrieval")[:3] == [("retrieval", "title"), ("rag", "start"), ("information-retrieval", "words")]


def test_a_name_claimed_by_several_shows_them_all_first():
    assert found("agent")[:3] == [("agent", "title"), ("agent-two", "alias"), ("agent-one", "alias")]


def test_a_hit_names_what_matched():
    assert [hit.matched for hit in WORLD.search("rag", limit=1)] == ["RAG"]
    assert WORLD.search("cosine")[0].matched == "cosine"


def test_questions_about_an_entry_are_found_by_its_names():
    assert ("long", "text") in found("rag")


def test_filters_of_the_call_and_of_the_query_are_the_same():
    assert found("retrieval", kind="technique") == found("retrieval kind:technique")
    assert found("agent", topic="b") == found("topic:b agent")
    assert found("retrieval", topic="nowhere") == []


def test_nothing_asked_finds_nothing():
    assert found("") == found("   ") == found("?!") == found("zzzz") == []


def test_a_limit_cuts_and_never_changes_the_order():
    everything = found("retrieval", limit=None)
    assert found("retrieval", limit=2) == everything[:2]
    assert found("retrieval", limit=0) == []


def test_pages_that_are_no_entries_are_no_hits():
    assert all(id != "index" for id, _ in found("beta")) and found("beta") == []


def test_eight_threads_get_the_answers_of_one():
    world = concepts(
        {f"t/e{number}.md": f"---\ntitle: Entry number {number}\n---\nProse {number}.\n" for number in range(30)}
    )
    queries = ["entry", "entyr 3", "prose 7", "e", "number 12"] * 8
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: [hit.entry.id for hit in world.search(query)], queries))
    assert together == [[hit.entry.id for hit in world.search(query)] for query in queries]


@settings(max_examples=300, deadline=None)  # the machine may be busy
@given(st.text(max_size=300))
def test_no_query_raises(query):
    assert len(WORLD.search(query)) <= 10


@pytest.mark.parametrize(
    "query", ["a" * 100_000, "a " * 50_000, "é" * 10_000, "kind:" * 1000, "((((" * 1000, "\0\ud800"]
)
def test_hostile_queries_are_quick_and_harmless(query):
    WORLD.search(query)
