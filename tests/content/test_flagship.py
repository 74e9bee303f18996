"""The flagship knowledge base keeps its promises: enough of everything, sources in form, one piece, no repetition."""

import re
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

from lexigraph.check import check
from lexigraph.graph import EntryNode, Graph
from lexigraph.loading import load_graph
from lexigraph.model import Severity
from lexigraph.names import fold
from lexigraph.parse.sentences import first_sentences

CONTENT = Path(__file__).resolve().parents[2] / "content"

ARXIV = re.compile(r"(\d{2}(0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?")
"""New and old scheme. Source: info.arxiv.org/help/arxiv_identifier.html."""
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
"""Source: www.doi.org/doi-handbook; Crossref's recommended pattern."""
ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?")
YEARS = range(1900, 2027)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return load_graph(CONTENT)


@pytest.fixture(scope="module")
def kinds(graph: Graph) -> Counter[str]:
    return Counter(node.kind for node in graph.entries.values())


def sources(graph: Graph):
    return [(node.id, source) for node in graph.entries.values() for source in node.parsed.fields.sources]


def sentences(definition: str) -> list[str]:
    found = []
    while definition:
        sentence = first_sentences(definition, limit=1)
        found.append(fold(sentence.rstrip(".")))
        definition = definition[len(sentence) :].lstrip()
    return found


def named(node: EntryNode) -> list[str]:
    return [fold(name) for name in node.names]


def test_there_are_enough_entries_of_every_kind(graph, kinds):
    assert len(graph.entries) >= 150
    assert kinds["comparison"] >= 12
    assert kinds["lesson"] >= 8
    assert kinds["question"] >= 20
    assert len(graph.questions) >= 60
    assert {kind.key for kind in graph.vocabulary.kinds} <= set(kinds)
    assert len(graph.topics) >= 15


def test_nothing_is_to_be_mended(graph):
    found = [finding for finding in check(graph) if finding.severity is not Severity.INFO]
    assert [f"{finding.path}: {finding.code} {finding.message}" for finding in found] == []


def test_no_two_definitions_share_a_sentence(graph):
    owners: dict[str, list[str]] = {}
    for node in graph.entries.values():
        for sentence in sentences(node.definition):
            owners.setdefault(sentence, []).append(node.id)
    assert {sentence: ids for sentence, ids in owners.items() if len(ids) > 1} == {}


def test_a_definition_is_short_and_does_not_begin_with_its_own_name(graph):
    for node in graph.entries.values():
        assert 0 < len(node.definition) <= 300, node.id
        start = re.sub(r"^(an?|the) ", "", fold(node.definition))
        assert not any(re.match(rf"{re.escape(name)}\b", start) for name in named(node)), node.id


def test_every_stable_entry_has_a_source_and_a_reviewer(graph):
    for node in graph.entries.values():
        fields = node.parsed.fields
        if fields.status == "stable":
            assert fields.sources or node.parsed.prose.reading, node.id
            assert fields.reviewed_by and fields.last_reviewed, node.id


def test_every_source_has_an_address_in_form(graph):
    found = sources(graph)
    assert len(found) >= 150
    for id, source in found:
        where = f"{id}: {source.title}"
        assert source.title, where
        assert source.arxiv or source.doi or source.url, where
        assert not source.arxiv or ARXIV.fullmatch(source.arxiv), where
        assert not source.doi or DOI.fullmatch(source.doi), where
        assert not source.url or ADDRESS.fullmatch(source.url), where
        assert source.year is None or source.year in YEARS, where
        if source.arxiv and source.year and source.arxiv[:2].isdigit():
            assert abs(2000 + int(source.arxiv[:2]) - source.year) <= 3, f"{where}: the id is of another year"


def test_one_address_is_one_source_with_one_title(graph):
    titles: dict[str, set[str]] = {}
    for _, source in sources(graph):
        for address in (source.arxiv, source.doi):
            if address:
                titles.setdefault(address, set()).add(fold(source.title))
    assert {address: names for address, names in titles.items() if len(names) > 1} == {}


def test_relations_carry_meaning(graph):
    types = Counter(relation.type.key for relation in graph.relations)
    assert types["related"] <= sum(types.values()) / 3
    noted = sum(bool(relation.note) for relation in graph.relations)
    assert noted >= len(graph.relations) / 2


def test_the_graph_is_one_piece(graph):
    joined = nx.Graph((relation.source, relation.target) for relation in graph.relations)
    joined.add_nodes_from(graph.entries)
    pieces = sorted(nx.connected_components(joined), key=len)
    assert [sorted(piece) for piece in pieces[:-1]] == []


def test_enough_entries_have_a_picture_a_formula_or_a_table(graph):
    texts = {node.id: (CONTENT / node.path).read_text("utf-8") for node in graph.entries.values()}
    drawn = [id for id, text in texts.items() if re.search(r"^```mermaid$|^\$\$|[^\\$\w]\$[^$\s]", text, re.MULTILINE)]
    tabled = [id for id, text in texts.items() if re.search(r"^\|[ :|-]+\|$", text, re.MULTILINE)]
    assert len(drawn) >= 15
    assert len(tabled) >= 25


def test_a_position_is_held_by_somebody_and_has_evidence_with_a_source(graph):
    for question in graph.questions.values():
        if not question.entry:
            continue
        assert len(question.positions) >= 2, question.id
        assert question.evidence_needed, question.id
        for position in question.positions:
            assert position.held_by, question.id
            assert position.evidence, f"{question.id}: {position.claim}"
            assert all(item.source and item.direction for item in position.evidence), question.id


def test_the_lessons_form_one_order(graph):
    order = nx.DiGraph()
    for relation in graph.relations:
        ends = (relation.target, relation.source)
        if relation.type.key == "requires" and all(graph.entries[id].kind == "lesson" for id in ends):
            order.add_edge(*ends)
    assert nx.is_directed_acyclic_graph(order)
    assert len(order) >= 8
