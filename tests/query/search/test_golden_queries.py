"""The ranking against real glossaries: what readers type, and every name there is."""

import os
from pathlib import Path

import pytest

from lexigraph.loading import load_graph
from lexigraph.query.search import SearchIndex, documents
from lexigraph.query.search.languages import language

ROOT = Path(__file__).parents[3]
QUERIES = ROOT / "tests" / "golden" / "search-queries.tsv"
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
ENOUGH = 0.97


def index_of(content: Path) -> SearchIndex:
    graph = load_graph(content)
    return SearchIndex(documents(graph), language(graph.scheme.language))


@pytest.fixture(scope="module")
def flagship() -> SearchIndex:
    return index_of(ROOT / "content")


def test_the_golden_queries_find_what_they_should(flagship: SearchIndex):
    rows = [line.split("\t") for line in QUERIES.read_text("utf-8").splitlines() if not line.startswith("#")]
    asked = [(query, entry) for query, entry, _ in rows if entry]
    wrong = {}
    for query, entry in asked:
        first = [flagship.documents[match.document].key for match in flagship.search(query, limit=1)]
        if first != [entry]:
            wrong[query] = (entry, first)
    assert len(asked) >= 120
    assert 1 - len(wrong) / len(asked) >= ENOUGH, wrong


def names_not_first(index: SearchIndex) -> dict[str, list[str]]:
    """Names whose owners are not the first hits, all of them and nothing between, with the hits."""
    names = index.names
    owners: dict[str, set[int]] = {}
    for number, text in enumerate(names.plain):
        if not index.documents[names.owners[number]].is_page:
            owners.setdefault(text, set()).add(names.owners[number])
    wrong = {}
    for number, text in enumerate(names.texts):
        if index.documents[names.owners[number]].is_page:
            continue
        claimed = owners[names.plain[number]]
        hits = [match.document for match in index.search(text, limit=20)]
        if set(hits[: len(claimed)]) != claimed:
            wrong[text] = [index.documents[hit].key for hit in hits[:3]]
    return wrong


def test_every_name_of_the_flagship_comes_first(flagship: SearchIndex):
    assert names_not_first(flagship) == {}


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
@pytest.mark.parametrize("corpus", ["cncf/terms", "machine-learning-glossary/terms"])
def test_every_name_of_a_glossary_of_others_comes_first(corpus: str):
    assert names_not_first(index_of(Path(CORPORA) / corpus)) == {}
