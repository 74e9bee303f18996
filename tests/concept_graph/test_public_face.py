"""What holds for the public face as a whole: its names, its import, its types, threads."""

import random
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from rlcompleter import Completer

import pytest
from tests.concept_graph.flagship import ROOT

import lexigraph
from lexigraph import concept_graph

CAN_WAIT = (
    "networkx", "mkdocs", "material", "click", "rich", "mcp", "duckdb", "numpy", "pandas", "polars", "pydantic", "msgspec", "jinja2",
    "markdown_it", "yaml", "rapidfuzz", "nh3",
)  # fmt: skip


def _loaded_by(code: str, *arguments: str) -> list[str]:
    """Which of those modules a fresh process has after running the code."""
    code = f"import sys; {code}; print(*(name for name in {CAN_WAIT!r} if name in sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    ).stdout.split()


def test_importing_loads_nothing_that_can_wait() -> None:
    assert _loaded_by("import lexigraph") == []


def test_loading_and_looking_up_need_no_host_and_no_networkx(folder: Path) -> None:
    lexigraph.load(folder)  # into the cache
    code = "import lexigraph; lexigraph.load(sys.argv[1])['RAG'].relations()"
    assert not {"networkx", "mkdocs", "material", "click", "rich", "mcp", "duckdb", "numpy"} & set(
        _loaded_by(code, str(folder))
    )


def test_addresses_and_records_load_nothing_that_parses_a_file(folder: Path) -> None:
    lexigraph.load(folder)  # into the cache
    code = "import lexigraph; assert lexigraph.load(sys.argv[1]).entries().to_records()[0]['url']"
    assert not {"networkx", "pydantic", "nh3", "numpy"} & set(_loaded_by(code, str(folder)))


def test_what_the_public_face_offers_is_what_the_package_offers() -> None:
    assert {*concept_graph.__all__, "__version__"} == set(lexigraph.__all__)
    assert set(lexigraph.__all__) <= set(dir(lexigraph))
    with pytest.raises(AttributeError, match="module 'lexigraph' has no attribute 'nonsense'"):
        _ = lexigraph.nonsense


def test_a_program_that_uses_it_is_checked_with_the_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert settings["strict"]
    assert "tests/concept_graph/consumer.py" in settings["files"]
    assert (ROOT / "generator" / "lexigraph" / "py.typed").exists()


def test_a_shell_that_completes_names_computes_nothing(folder: Path) -> None:
    graph = lexigraph.load(folder)
    made = set(vars(graph))
    names = {"graph": graph, "entry": graph["RAG"], "question": graph.question("long-context-vs-retrieval")}
    for name in tuple(names):
        completer, number = Completer(names), 0
        while completer.complete(f"{name}.", number) is not None:
            number += 1
        assert number > 20
    assert set(vars(graph)) == made


def _answers(graph: lexigraph.ConceptGraph, seed: int) -> list[object]:
    """What one who asks is told, in an order of their own."""
    entries = [entry.id for entry in graph][::15]
    asks = [
        *((lambda name=name: [relation.sentence for relation in graph[name].relations()]) for name in entries),
        *((lambda name=name: [link.sentence for link in graph[name].backlinks()]) for name in entries),
        *((lambda name=name: [hit.matched for hit in graph.search(graph[name].title[:6])]) for name in entries),
        *((lambda name=name: str(graph.path("transformer", name))) for name in entries),
        *((lambda name=name: [item.entry.id for item in graph.similar(name, limit=3)]) for name in entries[:5]),
        *((lambda name=name: graph[name].url) for name in entries),
        lambda: [question.status for question in graph.questions(status="open")],
        lambda: [question.reach for question in graph.questions()],
        lambda: sorted(graph.to_networkx().edges(keys=True)),
        lambda: dict(graph.counts),
        lambda: graph.fingerprint,
        lambda: [mention.sentence for mention in graph.mentions()],
    ]  # fmt: skip
    order = list(range(len(asks)))
    random.Random(seed).shuffle(order)
    said = {number: asks[number]() for number in order}
    return [said[number] for number in range(len(asks))]


def test_eight_threads_asking_at_once_get_the_answers_of_one(folder: Path) -> None:
    expected = _answers(lexigraph.load(folder), 0)
    graph = lexigraph.load(folder)  # nothing is made yet, so that all make it at once
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            told = list(pool.map(lambda seed: _answers(graph, seed), range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert all(answers == expected for answers in told)
