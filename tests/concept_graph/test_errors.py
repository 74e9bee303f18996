"""Errors say what was asked for, what is near, and what there is."""

import pytest
from tests.worlds import concepts

import lexigraph

FILES = {
    "a.md": "---\ntitle: Embedding\nuses: [vector store]\n---\nSee [[Vector store]].",
    "b.md": "---\ntitle: B\naliases: [vector stores]\n---\nX.",
}


def test_a_name_that_is_wanted_says_who_wants_it():
    with pytest.raises(lexigraph.UnknownEntry) as caught:
        concepts(FILES)["VECTOR STORE"]
    error = caught.value
    assert [reference.sentence for reference in error.references] == [
        "Embedding uses vector store",
        "See Vector store.",
    ]
    assert (error.name, error.suggestions) == ("VECTOR STORE", ("b",))
    assert str(error) == "no entry 'VECTOR STORE'; wanted in 2 places; nearest: b"


def test_an_unknown_relation_and_format_and_rule_have_the_word_the_nearest_and_all():
    graph = concepts(FILES)
    with pytest.raises(lexigraph.UnknownRelation, match="no relation 'usess'; nearest: uses") as relation:
        graph.relations("usess")
    assert (relation.value.word, relation.value.suggestions[0]) == ("usess", "uses")
    assert relation.value.known == tuple(graph.vocabulary.directions)
    with pytest.raises(lexigraph.UnknownRelation, match="no relation 'xyzzy'; relations are broader, narrower"):
        graph["a"].relations("xyzzy")
    with pytest.raises(lexigraph.UnknownFormat, match="no format 'jsno'; nearest: json") as format:
        graph.export("jsno", "x")
    assert (format.value.word, format.value.known) == ("jsno", tuple(item.name for item in lexigraph.formats()))
    with pytest.raises(lexigraph.UnknownRule, match="nearest: unknown-entry") as rule:
        lexigraph.explain("unkown-entry")
    assert (rule.value.word, rule.value.suggestions[0]) == ("unkown-entry", "unknown-entry")
    assert "unknown-entry" in rule.value.known


@pytest.mark.parametrize(
    ("error", "base"),
    [
        (lexigraph.UnknownEntry, KeyError), (lexigraph.AmbiguousName, KeyError), (lexigraph.UnknownRelation, ValueError),
        (lexigraph.UnknownFormat, ValueError), (lexigraph.UnknownRule, ValueError), (lexigraph.CannotLoad, OSError),
        (lexigraph.UnsupportedSchema, ValueError), (lexigraph.ReadOnlyGraph, TypeError), (lexigraph.MissingExtra, ImportError),
    ],
)  # fmt: skip
def test_an_error_is_what_one_would_catch_anyway(error, base):
    assert issubclass(error, base)
    assert issubclass(error, lexigraph.LexigraphError)
