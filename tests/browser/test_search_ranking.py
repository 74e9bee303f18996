"""One ranking, two implementations: the real worker says what Python says."""

import os
import random
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

import lexigraph
from lexigraph.query.search import SearchIndex, documents
from lexigraph.query.search.languages import language

CONTENT = Path(__file__).parents[2] / "content"
QUERIES = Path(__file__).parents[1] / "golden" / "search-queries.tsv"
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
LIMIT = 20

ASK = """async ([root, queries]) => {
  const settings = await (await fetch(root + "search/search_index.json")).json()
  settings.config.lexigraph.waits = [60000, 60000]
  const worker = new Worker(root + "assets/search/worker.js")
  const answers = []
  return await new Promise(done => {
    worker.onmessage = ({ data }) => {
      if (data.type === 3) answers.push(data.data.items.map(([item]) => [item.location, item.score, item.title]))
      if (answers.length === queries.length) done(answers)
      else worker.postMessage({ type: 2, data: queries[answers.length] })
    }
    worker.postMessage({ type: 0, data: { ...settings, options: { suggest: false } } })
  })
}"""


class Glossary(NamedTuple):
    """A knowledge base as Python searches it."""

    index: SearchIndex
    locations: list[str]
    """Where each document leads, as the worker says it."""


def glossary(content: Path) -> Glossary:
    graph = lexigraph.load(content)
    found = documents(graph.linked)
    locations = []
    for document in found:
        if document.entry:
            locations.append(graph.entry(document.entry).url)
        elif document.holder:
            locations.append(f"{graph.entry(document.holder).url}#{document.anchor}")
        else:
            locations.append(document.page.removesuffix("index.md") or "./")
    return Glossary(SearchIndex(found, language(graph.scheme.language)), locations)


@pytest.fixture(scope="module")
def flagship() -> Glossary:
    return glossary(CONTENT)


def worker_answers(page: Page, site: str, queries: list[str]) -> list[list[str]]:
    """The locations of the rows for each query, without the rows that are no results."""
    page.goto(f"{site}search/search_index.json")
    answers = page.evaluate(ASK, [site, queries])
    for rows in answers:
        scores = [score for _, score, _ in rows]
        assert scores == sorted(set(scores), reverse=True)
        assert len(rows) <= LIMIT
    return [[location for location, _, title in rows if "lx-hit__more" not in title] for rows in answers]


def differing(page: Page, site: str, known: Glossary, queries: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Queries for which the worker shows other rows, or in another order, with both."""
    found = {}
    for query, rows in zip(queries, worker_answers(page, site, queries), strict=True):
        hits = [known.locations[match.document] for match in known.index.search(query, limit=LIMIT)]
        hits = hits[: max(len(rows), LIMIT - 1)]  # the last row may be that for the questions
        if hits and rows != hits:  # rows for a query without hits are the nearest names: no ranking
            found[query] = (rows, hits)
    return found


def test_the_golden_queries_have_the_same_rows_in_both(page: Page, http_site: str, flagship: Glossary):
    lines = QUERIES.read_text("utf-8").splitlines()
    queries = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    assert differing(page, http_site, flagship, queries) == {}


def generated_queries(index: SearchIndex) -> list[str]:
    """500 queries from names and words: starts, plurals, slips, word order, questions, nonsense."""
    rng = random.Random(11)
    names, words = index.names.texts, index.texts.words
    made = []
    while len(made) < 500:
        name = rng.choice(names)
        at = rng.randrange(len(name))
        parts = name.split(" ")
        rng.shuffle(parts)
        made.append(
            rng.choice(
                [
                    name[: rng.randint(1, 12)],
                    name + "s",
                    name[:at] + name[at + 1 :],
                    name[:at] + rng.choice("aeiourstn") + name[at:],
                    name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
                    " ".join(parts),
                    f"what is a {name.lower()}?",
                    f"how does {name} work",
                    " ".join(rng.choices(words, k=rng.randint(1, 3))),
                    rng.choice(words)[: rng.randint(3, 6)],
                    f"{rng.choice(('kind:concept', 'is:question', 'topic:re', 'is:open kind:q', 'IS:Stable'))} {parts[0]}",
                    "".join(rng.choices("aé検索б+#. -ß", k=rng.randint(1, 6))),
                ]
            )
        )
    return made


def test_500_generated_queries_have_the_same_rows_in_both(page: Page, http_site: str, flagship: Glossary):
    assert differing(page, http_site, flagship, generated_queries(flagship.index)) == {}


def test_every_name_of_the_flagship_has_the_same_rows_in_both(page: Page, http_site: str, flagship: Glossary):
    assert differing(page, http_site, flagship, flagship.index.names.texts) == {}


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
@pytest.mark.parametrize("corpus", ["cncf/terms", "machine-learning-glossary/terms"])
def test_every_name_of_a_glossary_of_others_has_the_same_rows_in_both(page: Page, publish, corpus: str):
    content = Path(CORPORA) / corpus
    known = glossary(content)
    assert differing(page, publish(content), known, known.index.names.texts) == {}
