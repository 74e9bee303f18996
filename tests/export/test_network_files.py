"""GraphML and GEXF, read by networkx."""

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from lexigraph.export import gexf, graphml
from lexigraph.query.network import network
from tests.export.exports import ADDRESS, exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world

FORMATS = {"graphml": (graphml, nx.read_graphml), "gexf": (gexf, nx.read_gexf)}
HOSTILE = ["]]>", "<!-- x", "&amp; &#x0;", "</graph>", "a\x0bb", "\ufffe", "\U0001f600", "\"q\" 'a'"]
GEXF = {"g": "http://www.gexf.net/1.2draft"}


def data_of(format, made):
    (artifact,) = FORMATS[format][0].artifacts(made)
    return artifact.data


def read(format, made):
    return FORMATS[format][1](BytesIO(data_of(format, made)))


def url_of(made, id):
    return made.site.absolute(made.site.entries.get(id) or made.site.questions[id])


def edges(made):
    """Every edge with its attributes, whatever its number."""
    ours = ("relation", "note", "path", "line")
    return sorted((a, b, *(str(values[name]) for name in ours)) for a, b, values in made.edges(data=True))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("made", [flagship(), exported(WORLD, scheme=SCHEME)], ids=["flagship", "small"])
def test_networkx_reads_every_node_edge_and_attribute_back(format, made):
    written = network(made.graph)
    found = read(format, made)
    assert set(found) == set(written)
    assert edges(found) == edges(written)
    for id, values in written.nodes(data=True):
        assert {name: found.nodes[id][name] for name in values} == {**values, "url": url_of(made, id)}


@pytest.mark.parametrize("format", FORMATS)
def test_bullets_are_nodes_joined_to_what_they_are_about(format):
    found = read(format, exported(WORLD, scheme=SCHEME))
    assert (found.nodes["scale"]["kind"], found.nodes["scale"]["state"]) == ("question", "open")
    assert [values["relation"] for values in found["scale"]["rag"].values()] == ["about"]
    assert found.nodes["scale"]["url"] == f"{ADDRESS}retrieval/rag/#scale"


@pytest.mark.parametrize("format", FORMATS)
def test_no_two_edges_have_the_same_id(format):
    found = ElementTree.fromstring(data_of(format, flagship()))  # noqa: S314 - written by ourselves
    ids = [element.get("id") for element in found.iter() if element.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == network(flagship().graph).number_of_edges()


def test_gephi_shows_titles_and_the_words_of_relations():
    found = ElementTree.fromstring(data_of("gexf", exported(WORLD, scheme=SCHEME)))  # noqa: S314 - as above
    labels = {node.get("id"): node.get("label") for node in found.iterfind(".//g:node", GEXF)}
    assert labels["rag"] == "Retrieval-augmented generation"
    shown = {(edge.get("source"), edge.get("label"), edge.get("target")) for edge in found.iterfind(".//g:edge", GEXF)}
    assert ("rag", "is a kind of", "grounding") in shown


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_the_file(format, name):
    found = read(format, exported(hostile_world(name)))
    assert {"a", "b", "c", "q"} <= set(found)
    assert "\x0b" not in found.nodes["a"]["title"]
    if name.isprintable() and "<" not in name:
        assert found.nodes["a"]["title"] == exported(hostile_world(name)).graph.entries["a"].title


@pytest.mark.parametrize("format", FORMATS)
def test_no_comment_gets_into_the_file(format):
    assert b"secret" not in data_of(format, exported(SECRETS))


def test_the_date_is_the_newest_of_the_content():
    dated = {"a.md": "---\ncreated: 2024-02-29\n---\n", "b.md": "---\ncreated: 2023-01-01\n---\n"}
    assert b'lastmodifieddate="2024-02-29"' in data_of("gexf", exported(dated))
    assert b"lastmodifieddate" not in data_of("gexf", exported({"a.md": "# A\n"}))
