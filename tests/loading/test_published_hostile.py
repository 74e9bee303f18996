"""What somebody else's document may hold: nothing in it crashes, leaves a folder, or passes for what it is not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph import CannotLoad, ConceptGraph, UnsupportedSchema
from lexigraph.concept_graph.exports import write_export
from lexigraph.export import EXPORTERS
from lexigraph.loading.published import graph_of
from lexigraph.loading.published.paths import is_safe_path
from tests.loading.published_worlds import document

ENTRY = {"id": "a", "title": "A", "path": "a.md"}
SMALL = json.loads(document("rough"))


def made(**lists: Any) -> Any:
    """The graph of a document with these keys."""
    data = {
        "schema": 1,
        "scheme": {"title": "T"},
        "entries": [ENTRY, {"id": "b", "title": "B", "path": "t/b.md"}],
        **lists,
    }
    return graph_of(json.dumps(data).encode(), "x.json")


def told(graph: Any) -> list[str]:
    return [finding.message for finding in graph.diagnostics]


def test_a_document_with_nothing_but_entries_is_a_graph():
    graph = made()
    assert (list(graph.entries), told(graph), graph.entries["b"].topic) == (["a", "b"], [], "t")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({**ENTRY, "id": "../../x"}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "id": "/etc/passwd"}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "id": "A b"}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "id": ""}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "id": "a\u0000"}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "id": "a/" * 2000 + "a"}, "$.entries[0].id: this is no id"),
        ({**ENTRY, "path": "../a.md"}, "$.entries[0].path: this is no path of a Markdown file below a folder"),
        ({**ENTRY, "path": "/a.md"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "x/../../a.md"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "x\\..\\..\\a.md"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "C:/a.md"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "a\u0000.md"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "a.exe"}, "$.entries[0].path: this is no path"),
        ({**ENTRY, "path": "t/b.md"}, "$.entries[1].path: another entry has the path 't/b.md'"),
        ({**ENTRY, "path": "index.md"}, "$.entries[0].path: a file of this name is no entry"),
        ({**ENTRY, "path": "t/README.md"}, "$.entries[0].path: a file of this name is no entry"),
        ({**ENTRY, "path": "t/b.md/a.md"}, "$.entries[1].path: a file of another entry is a folder of 't/b.md', or is in it"),
        ({**ENTRY, "title": 3}, "$.entries[0].title: expected 'str', got 'int'"),
        ({**ENTRY, "created": "yesterday"}, "$.entries[0].created: invalid RFC3339 encoded date"),
        ({**ENTRY, "line": 0}, "$.entries[0].line: expected 'int' >= 1"),
        ({**ENTRY, "line": 10**30}, "$.entries[0].line: "),
        ({**ENTRY, "links": [{"target": []}]}, "$.entries[0].links[0].target: expected 'str', got 'array'"),
        ({"id": "a"}, "$.entries[0]: object missing required field 'path'"),
        ("a", "$.entries[0]: expected 'object', got 'str'"),
        (None, "$.entries[0]: expected 'object', got 'null'"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_a_finding_and_the_others_load(record, message):
    graph = made(entries=[record, {"id": "b", "title": "B", "path": "t/b.md"}])
    assert [text[: len(message)] for text in told(graph)] == [message]
    assert len(graph.entries) == 1
    assert {(finding.code, finding.rule) for finding in graph.diagnostics} == {("E091", "broken-record")}


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        ({"entries": [ENTRY, ENTRY]}, "$.entries[1].id: another entry has the id 'a'"),
        ({"relations": [{"kind": "uses", "source": "a", "target": "c"}]}, "$.relations[0]: there is no entry 'c' in the document"),
        ({"relations": [{"kind": "eats", "source": "a", "target": "b"}]}, "$.relations[0].kind: the vocabulary has no relation 'eats'"),
        ({"relations": [{"kind": "used_by", "source": "a", "target": "b"}]}, "$.relations[0].kind: the vocabulary has no relation 'used_by'"),
        ({"relations": [{"kind": "uses", "source": "a", "target": "a"}]}, "$.relations[0]: the relation leads to its own entry"),
        ({"relations": [{"kind": "uses", "source": "a", "target": "b"}] * 2}, "$.relations[1]: the relation stands in the document already"),
        ({"relations": [7]}, "$.relations[0]: expected 'object', got 'int'"),
        ({"questions": [{"id": "q", "title": "Q"}]}, "$.questions[0]: it has neither an entry nor a holder"),
        ({"questions": [{"id": "q", "title": "Q", "holder": "z"}]}, "$.questions[0]: there is no entry 'z' in the document"),
        ({"questions": [{"id": "a", "title": "Q", "holder": "b"}]}, "$.questions[0]: an entry has the id 'a', and this is a bullet"),
        ({"questions": [{"id": "a", "title": "Q", "entry": "a"}]}, "$.questions[0]: 'a' is no entry of kind question with the id 'a'"),
        ({"questions": [{"id": "q q", "title": "Q", "holder": "a"}]}, "$.questions[0].id: this is no id"),
        ({"questions": [{"id": "q", "title": "Q", "holder": "a", "state": "so"}]}, "$.questions[0].state: invalid enum value 'so'"),
        ({"redirects": [{"from": "x", "to": "nowhere"}]}, "$.redirects[0].to: there is no entry 'nowhere' in the document"),
        ({"redirect_files": [{"path": "../x.md"}]}, "$.redirect_files[0].path: this is no path of a file below a folder"),
        ({"pages": [{"path": "/index.md", "title": "T"}]}, "$.pages[0].path: this is no path of an index.md below a folder, or the second"),
        ({"scheme": {"base_iri": "javascript:alert(1)"}}, "$.scheme.base_iri: this is no address that begins with http"),
        ({"vocabulary": {"relations": [{"key": "x y", "words": "", "heading": "", "symmetric": True}]}}, "$.vocabulary.relations[0].key: a key is made of letters, digits and underscores"),
        ({"vocabulary": {"relations": [{"key": "eats", "words": "", "heading": "", "inverse": "uses"}]}}, "$.vocabulary.relations[0].key: another relation has the key 'eats' or its inverse"),
        ({"vocabulary": {"kinds": [{"key": "<b>", "plural": "x"}]}}, "$.vocabulary.kinds[0].key: a key is made of letters, digits and hyphens"),
        ({"wanted": [{"name": "x", "references": [{"label": "x", "path": "../x"}]}]}, "$.wanted[0].references[0].path: this is no path of a file below a folder"),
        ({"ambiguous": [{"source": "z", "label": "x", "path": "a.md"}]}, "$.ambiguous[0].source: there is no entry 'z' in the document"),
    ],
)  # fmt: skip
def test_what_contradicts_the_rest_is_left_out_and_told(lists, message):
    assert told(made(**lists)) == [message]


def test_what_is_built_in_means_what_it_means_here():
    words = {"key": "uses", "words": "eats", "heading": "Eats", "symmetric": True}
    graph = made(vocabulary={"kinds": [{"key": "model", "plural": "X"}], "relations": [words]})
    assert (graph.vocabulary.directions["uses"].words, graph.vocabulary.directions["used_by"].inverted) == (
        "uses",
        True,
    )


def test_links_to_missing_entries_lead_nowhere():
    body = {
        "markdown": "See [c](c.md), [x](y).",
        "links": [{"target": "c", "label": "c"}],
        "mentions": [{"target": "d", "text": "x"}],
    }
    others = [{"entry": "z"}, {"file": "../../etc/passwd"}, {"page": "/x"}, {"address": "javascript:alert(1)"}]
    graph = made(entries=[{**ENTRY, **body, "references": others}])
    assert (graph.links, graph.mentions) == ((), ())
    assert [place.address for place in graph.resolved["a.md"] if place] == ["javascript:alert(1)"]
    assert "javascript" not in files_text(graph, "llms")


def test_ranges_that_no_text_has_are_no_ranges(tmp_path):
    spans = {
        "title_span": [5, 900],
        "definition_span": [-3, 2],
        "headings": [{"title": "H", "lines": [7, -2]}, {"lines": [0, 10**6]}],
    }
    links = [{"target": "b", "label": "b", "span": [9, 3]}, {"target": "b", "label": "b", "at": 99, "span": [0, 1]}]
    graph = made(entries=[{**ENTRY, "markdown": "Short.", "text": "Short.", "markdown_line": 10**9, **spans, "links": links},
                          {"id": "b", "title": "B", "path": "b.md"}])  # fmt: skip
    for name in ("json", "llms"):
        write_export(graph, name, tmp_path / name)
    assert ConceptGraph(graph).search("short")[0].entry.id == "a"


def test_no_address_of_a_page_leaves_the_site():
    for url in ("javascript:alert(1)//", "//evil.example/", "https://evil.example/\n<script>", "file:///x/"):
        assert ConceptGraph(made(url=url))["a"].url == "a/"
    assert ConceptGraph(made(url="https://example.org/kb"))["b"].url == "https://example.org/kb/t/b/"


@pytest.mark.parametrize(
    ("path", "is_safe"),
    [
        ("a.md", True), ("a/b c/d.md", True), ("ä/日本.md", True), ("", False), (".", False), ("..", False), ("a/..", False),
        ("../a", False), ("a//b", False), ("./a", False), ("/a", False), ("~/a", True), ("a\\..\\b", False), ("\\\\h\\s", False),
        ("c:a", False), ("a\nb", False), ("a\x7f", False), ("x" * 5000, False), ("a.b.c/.d", True), ("...", True),
    ],
)  # fmt: skip
def test_which_paths_stay_below_a_folder(path, is_safe):
    assert is_safe_path(path) is is_safe


@pytest.mark.parametrize("format", EXPORTERS)
def test_no_export_of_a_hostile_document_leaves_its_folder(format, tmp_path):
    nasty = "'\"><script>alert(1)</script>\u202e\x01\x00]]>{{7*7}}\n---\n[x](javascript:1)"
    entries = [{**ENTRY, **dict.fromkeys(("title", "definition", "markdown", "text", "scope_note", "acronym"), nasty), "aliases": [nasty],
                "sources": [{"id": nasty, "title": nasty, "url": "javascript:alert(1)"}], "labels": {"../x": nasty}},
               {"id": "b", "title": "../../../x", "path": "t/b.md", "kind": "../k", "tags": ["../../t"]},
               {"id": "con", "title": "/etc/passwd", "path": "nul/..x/con.md"}]  # fmt: skip
    graph = made(
        entries=entries, folder="../../up", attachments=["../x.png", "a/ok.png"], redirects=[{"from": "../../old", "to": "a"}],
        relations=[{"kind": "uses", "source": "a", "target": "b", "note": nasty}],
        questions=[{"id": "q/../..", "title": nasty, "holder": "a", "about": ["a", "zz"], "anchor": nasty}],
    )  # fmt: skip
    folder = tmp_path / "below" / "here"
    folder.mkdir(parents=True)
    for artifact in write_export(graph, format, folder / "out" if EXPORTERS[format].IS_FOLDER else folder / "out.txt"):
        assert artifact.path.resolve().is_relative_to(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["below"]
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["here"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
RECORDS = {name: records for name, records in SMALL.items() if isinstance(records, list) and records}


@given(JSON)
@settings(max_examples=60)
def test_no_json_raises_anything_but_what_is_said(value):
    with pytest.raises((CannotLoad, UnsupportedSchema)):
        graph_of(json.dumps(value).encode(), "x.json")


@given(st.binary(max_size=40))
@settings(max_examples=60)
def test_no_bytes_raise_anything_but_what_is_said(data):
    with pytest.raises((CannotLoad, UnsupportedSchema)):
        graph_of(data, "x.json")


@given(st.data())
@settings(max_examples=80)
def test_a_document_with_one_odd_value_loads_or_says_why(data):
    """One value anywhere in a real document is replaced; what loads can be asked and written."""
    changed = json.loads(document("rough"))
    at: Any = changed
    key: Any = data.draw(st.sampled_from(sorted(changed)))
    while isinstance(at[key], dict | list) and at[key] and data.draw(st.integers(0, 5)):
        at = at[key]
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
    at[key] = data.draw(JSON)
    try:
        graph = ConceptGraph(graph_of(json.dumps(changed).encode(), "x.json"))
    except (CannotLoad, UnsupportedSchema):
        return
    for entry in graph:
        assert entry.relations() is not None
        assert entry.backlinks() is not None
    graph.search("two")
    graph.wanted()
    assert graph.fingerprint
    files_text(graph.linked, "json")
    files_text(graph.linked, "llms")


def files_text(graph: Any, format: str) -> str:
    from lexigraph.concept_graph.exports import export_of

    return b"".join(item.data for item in EXPORTERS[format].artifacts(export_of(graph))).decode()
