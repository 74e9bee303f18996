"""An entry's attributes, and that it is a value."""

import ast
import copy
import dataclasses
import datetime
import inspect
import json
import pickle
from pathlib import PurePosixPath

import pytest
from tests.worlds import concepts

import lexigraph
from lexigraph import Entry, Place
from lexigraph.concept_graph import entry as module
from lexigraph.concept_graph.exports import export_of
from lexigraph.export import EXPORTERS
from lexigraph.parse.fields import FIELD_NAMES
from lexigraph.vocabulary import ATTRIBUTES, BUILT_IN

FILES = {
    "topic/a.md": """---
title: A thing
kind: technique
aliases: [thing]
acronym: AT
hidden_labels: [thnig]
scope_note: Not <!-- secret --> the other.
labels: {fr: Une chose}
mappings: {exact: ["https://example.org/a"], close: []}
tags: [x]
level: intro
status: deprecated
deprecation_reason: Nobody needs it.
redirect_from: [old-a]
authors: [Ada]
reviewed_by: [Ben]
created: 2024-01-02
last_reviewed: 2024-02-03
review_every: 30
origin: {by: Ada, year: 2020, source: s}
contested: {summary: Is it?, camps: [{who: Some, meaning: Yes <!-- secret -->, source: s}]}
sources: [{id: s, title: T, arxiv: "2001.00001", year: 2020}]
definition: What it is.
uses: [b: a reason <!-- secret -->]
---
Text with [B](../b.md) and `code`. <!-- secret -->

## Frequently asked questions

### Why so?

For a
reason.

## Key takeaways

- Take this.

## Exercises

- Do this.

## Further reading

- [A book](https://example.org/book)
""",
    "b.md": "---\ntitle: B\nused_by: [c]\n---\nA thing is not this.\n",
    "c.md": "---\ntitle: C\n---\nText.\n",
}


@pytest.fixture(scope="module")
def graph() -> lexigraph.ConceptGraph:
    return concepts(FILES, scheme="title: World\nbase_iri: https://example.org/id\n")


def test_every_field_is_an_attribute_of_its_type(graph):
    a = graph["a"]
    assert (a.id, a.title, a.kind, a.topic, a.definition, a.acronym) == (
        "a",
        "A thing",
        "technique",
        "topic",
        "What it is.",
        "AT",
    )
    assert (a.level, a.status, a.deprecation_reason) == ("intro", "deprecated", "Nobody needs it.")
    assert (a.aliases, a.hidden_labels, a.tags, a.authors, a.reviewed_by, a.redirect_from) == (
        ("thing",), ("thnig",), ("x",), ("Ada",), ("Ben",), ("old-a",),
    )  # fmt: skip
    assert (dict(a.labels), dict(a.mappings)) == ({"fr": "Une chose"}, {"exact": ("https://example.org/a",)})
    assert (a.created, a.last_reviewed, a.review_due) == (
        datetime.date(2024, 1, 2), datetime.date(2024, 2, 3), datetime.date(2024, 3, 4),
    )  # fmt: skip
    assert (a.origin.by, a.origin.year, a.contested.summary, a.sources[0].address) == (
        "Ada", 2020, "Is it?", "https://arxiv.org/abs/2001.00001",
    )  # fmt: skip
    assert [(item.question, item.answer) for item in a.faq] == [("Why so?", "For a reason.")]
    assert (a.takeaways, a.exercises, a.reading[0].title) == (("Take this.",), ("Do this.",), "A book")
    assert (a.path, a.url, a.iri) == (PurePosixPath("topic/a.md"), "topic/a/", "https://example.org/id/a")
    assert a.place == Place(PurePosixPath("topic/a.md"), 2, 8)
    assert (a.uses, a.questions) == ((graph["b"],), ())


def test_what_is_absent_is_empty(graph):
    c = graph["c"]
    assert (c.aliases, c.definition, c.acronym, c.status, dict(c.labels), dict(c.mappings), c.sources, c.faq) == (
        (), "Text.", "", "", {}, {}, (), (),
    )  # fmt: skip
    assert (c.created, c.review_due, c.origin, c.contested) == (None, None, None, None)


def test_comments_never_leave_the_file(graph):
    a = graph["a"]
    said = [
        a.scope_note,
        a.contested.camps[0].meaning,
        a.relations("uses")[0].note,
        a.markdown,
        a.text,
        a.to_record(),
        a.uses.to_records(),
    ]
    said += [graph.relations().to_records(), graph["b"].backlinks(), a._repr_html_()]
    assert "secret" not in repr(said)


def test_its_record_is_the_one_that_is_published(graph):
    (document, _) = EXPORTERS["json"].artifacts(export_of(graph.linked))
    published = {record["id"]: record for record in json.loads(document.data)["entries"]}
    assert {entry.id: entry.to_record() for entry in graph} == published


def test_a_wrong_attribute_is_named_with_the_nearest(graph):
    with pytest.raises(AttributeError, match="an entry has no attribute 'brooder'; nearest: broader") as caught:
        _ = graph["a"].brooder
    assert (caught.value.name, caught.value.obj) == ("brooder", graph["a"])
    with pytest.raises(AttributeError, match=r"no attribute 'xyzzy'$"):
        _ = graph["a"].xyzzy
    assert not hasattr(graph["a"], "__array__")


def test_type_checkers_know_the_relations_that_every_vocabulary_has():
    tree = next(item for item in ast.parse(inspect.getsource(module)).body if isinstance(item, ast.ClassDef))
    block = next(item for item in tree.body if isinstance(item, ast.If))
    assert [item.target.id for item in block.body] == list(BUILT_IN.directions)


def test_no_relation_of_a_scheme_hides_an_attribute():
    own = {name for name in dir(Entry) if not name.startswith("_")} | FIELD_NAMES
    assert own - set(BUILT_IN.directions) == ATTRIBUTES
    scheme = "title: W\nrelations:\n- {key: path, inverse: path_of}\n- {key: cites, inverse: cited_by}\n- {key: leads_to, inverse: text}\n"
    graph = concepts(
        {"a.md": "---\ntitle: A\npath: [b]\ncites: [b]\n---\nX.", "b.md": "---\ntitle: B\n---\nX."}, scheme=scheme
    )
    assert set(graph.vocabulary.directions) - set(BUILT_IN.directions) == {"cites", "cited_by"}
    assert (graph["a"].cites, graph["b"].cited_by, str(graph["a"].path)) == ((graph["b"],), (graph["a"],), "a.md")
    assert {"cites", "cited_by", "broader", "title"} <= set(dir(graph["a"]))
    assert ["another attribute" in each.message for each in graph.check(select=["E801"])] == [True, True]


def test_an_entry_is_frozen_hashable_sortable_and_copied_as_itself(graph):
    a, b = graph["a"], graph["b"]
    for change in ("title", "graph", "anything"):
        with pytest.raises(AttributeError):
            setattr(a, change, "x")
    with pytest.raises(AttributeError, match="Entry cannot be changed"):
        del a._node
    assert (copy.copy(a) is a, copy.deepcopy(a) is a, copy.deepcopy(graph) is graph) == (True, True, True)
    assert dataclasses.asdict(a.relations("uses")[0])["target"] == b
    assert (sorted([b, a]), len({a, graph["A thing"]}), str(a), repr(a)) == ([a, b], 1, "A thing", "Entry('a')")
    assert a != graph.get("b")
    assert a != "a"


def test_what_is_pickled_is_equal_and_answers(graph):
    graph.search("thing")
    again = pickle.loads(pickle.dumps(graph["a"]))  # noqa: S301 - our own bytes
    assert again == graph["a"]
    assert again.graph.search("thing")[0].entry.id == "a"
    for value in (graph["a"].relations()[0], graph["b"].backlinks()[0], graph["a"].links()[0], graph.path("a", "c")):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes


def test_entries_of_equal_graphs_are_equal_and_of_others_not(graph):
    same = concepts(FILES, scheme="title: World\nbase_iri: https://example.org/id\n")
    assert same["a"] == graph["a"]
    assert {same["a"]} == {graph["a"]}
    assert concepts({"a.md": "---\ntitle: A thing\n---\nX."})["a"] != graph["a"]


def test_an_entry_of_another_graph_is_taken_by_its_id(graph):
    other = concepts({"a.md": "---\ntitle: Another A\n---\nX.", "z.md": "---\ntitle: Z\n---\nX."})
    assert graph[other["a"]].title == "A thing"
    assert (other["a"] in graph, other["z"] in graph, graph.get(other["z"])) == (True, False, None)
    with pytest.raises(lexigraph.UnknownEntry):
        graph[other["z"]]


def test_a_notebook_shows_kind_title_definition_and_relations(graph):
    html = graph["a"]._repr_html_()
    for part in ("technique", "A thing", "What it is.", "Uses", "B (a reason )"):
        assert part in html
    assert "World" in graph._repr_html_()
    assert "1 relation" not in graph._repr_html_()
    assert graph.path("a", "c")._repr_html_().count("<li>") == len(graph.path("a", "c"))
    assert "A thing" in graph.path("a", "a")._repr_html_()


def test_values_read_well(graph):
    relation = graph["a"].relations("uses")[0]
    assert repr(relation) == "Relation('A thing uses B')"
    assert repr(relation.place) == "Place('topic/a.md:24:8')"
    assert relation.inverse.inverse == relation
    assert repr(graph.path("a", "c")) == "Path(a → b → c)"
    assert str(graph.path("a", "c")) == "A thing uses B\nB is used by C"
    assert (repr(graph), repr(lexigraph.diff(graph, graph))) == (
        "ConceptGraph('World', 3 entries)",
        "ChangeSet(0 changes, safe)",
    )
