"""Queries through the public face: names in, entries out, in one order, and nothing changed."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from tests.query.small_graphs import entry, files
from tests.worlds import concepts, write

import lexigraph
from lexigraph import AmbiguousName, ConceptGraph, ReadOnlyGraph, Results, UnknownEntry, UnknownRelation

WORLD = {
    "t/animal.md": entry("Animal", definition="What moves"),
    "t/mammal.md": entry("Mammal", broader=["animal"]),
    "t/dog.md": entry("Dog", broader=["mammal"], uses=["nose"], requires=["mammal"], definition="Barks at night"),
    "t/fox.md": entry("Fox", broader=["mammal"], uses=["nose", "burrow"], definition="Hunts at night"),
    "nose.md": "---\ntitle: Nose\naliases: [snout]\nlast_reviewed: 2024-01-01\nreview_every: 10\n---\nA Fox has one.",
    "burrow.md": "---\ntitle: Burrow\naliases: [hole]\n---\nThe fox digs [it](t/fox.md).",
    "hole.md": "---\ntitle: Hole\n---\nNothing.",
    "twin.md": "---\ntitle: Twin\naliases: [double]\n---\nX.",
    "other.md": "---\ntitle: Other\naliases: [double]\n---\nX.",
}


@pytest.fixture(scope="module")
def graph() -> ConceptGraph:
    return concepts(WORLD)


def ids(entries):
    assert type(entries) is Results
    return [entry.id for entry in entries]


def test_each_query_takes_names_and_gives_entries(graph):
    assert ids(graph.ancestors("DOG")) == ["mammal", "animal"]
    assert ids(graph.ancestors(graph["dog"], relations=["uses", "broader"])) == ["mammal", "nose", "animal"]
    assert ids(graph.descendants("animal")) == ["mammal", "dog", "fox"]
    assert ids(graph.lowest_common_ancestors("dog", "Fox")) == ["mammal"]
    assert ids(graph.reading_order("dog")) == ["mammal"]
    assert ids(graph.central(relations=["broader"])) == ["animal", "mammal", "dog", "fox"]
    assert ids(graph.central(limit=1)) == ["animal"]
    assert ids(graph.overdue(date(2024, 1, 12))) == ["nose"]
    assert ids(graph.orphans()) == ["hole", "other", "twin"]
    assert [ids(cluster) for cluster in graph.clusters()] == [
        ["animal", "burrow", "dog", "fox", "mammal", "nose"], ["hole"], ["other"], ["twin"],
    ]  # fmt: skip


def test_one_relation_may_be_named_without_brackets(graph):
    assert graph.ancestors("dog", relations="broader") == graph.ancestors("dog")
    assert str(graph.path("dog", "fox", relations="uses")) == "Dog uses Nose\nNose is used by Fox"
    assert len(graph.neighbourhood("nose", relations="used_by")) == 3


def test_what_is_like_another_says_why(graph):
    (best, *_) = graph.similar("dog")
    assert best.entry == graph["fox"]
    assert best.because == ("each is a kind of Mammal", "each uses Nose", "both say 'night'")
    assert len(graph.similar("dog", limit=1)) == 1


def test_a_reason_names_three_and_counts_the_rest():
    parts = [f"part{number}" for number in range(5)]
    world = concepts(
        {f"{name}.md": entry(name, uses=parts) for name in ("xylem", "yarn")}
        | {f"{part}.md": entry(part.capitalize()) for part in parts}
    )
    assert world.similar("xylem")[0].because == ("each uses Part0, Part1, Part2 and 2 more",)


def test_a_contrast_is_what_is_shared_and_what_is_not(graph):
    found = graph.compare("dog", "fox")
    assert [relation.sentence for relation in found.shared] == ["Dog is a kind of Mammal", "Dog uses Nose"]
    assert [relation.sentence for relation in found.only_first] == ["Dog presupposes Mammal"]
    assert [relation.sentence for relation in found.only_second] == ["Fox uses Burrow"]
    itself = graph.compare("dog", "dog")
    assert (len(itself.shared), itself.only_first, itself.only_second) == (3, (), ())


def test_a_neighbourhood_is_a_graph_that_answers_and_cannot_be_changed(graph):
    around = graph.neighbourhood(["dog"], relations=["uses"])
    assert type(around) is ConceptGraph
    assert ids(around.entries()) == ["dog", "nose"]
    assert [relation.kind for relation in around.relations()] == ["uses"]
    assert "fox" not in around
    assert around.read_only
    for change in (lambda: around.rename("dog", "hound"), lambda: around.new("Cat"), around.fix):
        with pytest.raises(ReadOnlyGraph, match="it is a part of a graph; change the whole"):
            change()
    assert around.check().errors == ()


def test_a_neighbourhood_has_every_relation_among_its_entries_also_those_that_were_not_walked(graph):
    around = graph.neighbourhood(["nose"], relations=["used_by"])
    assert [relation.kind for relation in around.relations()] == ["uses", "uses"]
    assert len(graph.neighbourhood(["nose"], depth=2).relations("broader")) == 2


def test_a_neighbourhood_of_all_is_equal_to_the_graph(graph):
    assert graph.neighbourhood(list(graph), depth=0) == graph
    assert not graph.neighbourhood(list(graph), depth=0).read_only


def test_a_name_that_nobody_or_several_have_is_said_by_every_query(graph):
    queries = (
        graph.ancestors, graph.descendants, graph.reading_order, graph.similar, graph.neighbourhood,
        lambda name: graph.compare("dog", name), lambda name: graph.path(name, "dog"),
        lambda name: graph.lowest_common_ancestors(name, "dog"), lambda name: graph.questions(about=name),
    )  # fmt: skip
    for query in queries:
        with pytest.raises(UnknownEntry) as unknown:
            query("dgo")
        assert unknown.value.suggestions == ("dog",)
        with pytest.raises(AmbiguousName) as ambiguous:
            query("double")
        assert ambiguous.value.candidates == ("other", "twin")


def test_a_relation_that_the_vocabulary_does_not_have_is_said_by_every_query(graph):
    queries = (
        lambda key: graph.ancestors("dog", relations=[key]), lambda key: graph.descendants("dog", relations=[key]),
        lambda key: graph.lowest_common_ancestors("dog", "fox", relations=[key]),
        lambda key: graph.neighbourhood(["dog"], relations=[key]),
        lambda key: graph.path("dog", "fox", relations=[key]), lambda key: graph.central(relations=[key]),
        graph.relations,
    )  # fmt: skip
    for query in queries:
        with pytest.raises(UnknownRelation) as unknown:
            query("broadr")
        assert unknown.value.suggestions == ("broader",)


def test_an_entry_of_another_graph_stands_for_the_one_with_its_id(graph):
    other = concepts({"dog.md": entry("Hound"), "cat.md": entry("Fox"), "snout.md": entry("Snout")})
    assert graph[other["hound"]] == graph["dog"]
    assert graph[other["hound"]].graph is graph
    assert other["dog"] in graph
    for foreign in (other["cat"], other["snout"]):  # whose title or id is a name of something else here
        assert foreign not in graph
        assert graph.get(foreign) is None
        assert graph.resolve(foreign) == ()
        with pytest.raises(UnknownEntry, match=f"no entry '{foreign.id}'"):
            graph.ancestors(foreign)


def test_a_name_resolves_to_all_that_have_it_the_best_match_first(graph):
    assert ids(graph.resolve("hole")) == ["hole", "burrow"]
    assert graph["hole"].id == "hole"
    assert ids(graph.resolve("Double")) == ["other", "twin"]
    assert graph.resolve("nobody") == ()


def test_links_are_mentions_too_when_they_are_asked_for(graph):
    assert [(item.source.id, item.text) for item in graph.mentions()] == [("nose", "Fox")]
    assert [(item.source.id, item.text) for item in graph.mentions(linked=True)] == [("burrow", "it"), ("nose", "Fox")]


def test_an_empty_graph_and_one_entry_have_answers():
    empty, one = concepts({}), concepts({"a.md": entry("A")})
    for graph in (empty, one):
        assert graph.central() == graph.overdue(date(2030, 1, 1)) == graph.relations() == graph.mentions() == ()
        assert [len(cluster) for cluster in graph.clusters()] == [1] * len(graph)
        assert graph.neighbourhood([]).counts["entries"] == 0
        assert len(graph.to_networkx()) == len(graph)
    assert (
        one.similar("a") == one.ancestors("a") == one.reading_order("a") == one.lowest_common_ancestors("a", "a") == ()
    )
    assert one.compare("a", "a") == lexigraph.Contrast(shared=Results(), only_first=Results(), only_second=Results())
    assert len(one.path("a", "a")) == 0
    assert one.neighbourhood("a", depth=5) == one


@settings(max_examples=25)
@given(files())
def test_no_answer_holds_the_one_it_is_about_and_no_call_changes_the_graph(drawn):
    graph = concepts(drawn)
    before = concepts(drawn)
    keys = ("broader", "requires", "related")
    for one in graph:
        about = (
            *graph.ancestors(one, relations=keys), *graph.descendants(one, relations=keys), *graph.reading_order(one),
            *one.related, *one.broader, *(similar.entry for similar in graph.similar(one)),
        )  # fmt: skip
        assert one not in about
        order = ids(graph.reading_order(one))
        for place, id in enumerate(order):
            for earlier in graph[id].requires:
                in_circle = id in ids(graph.reading_order(earlier))
                assert earlier == one or earlier.id in order[:place] or in_circle
        for other in graph:
            there, back = graph.path(one, other), graph.path(other, one)
            assert (there is None) == (back is None)
            assert there is None or len(there) == len(back)
            contrast = graph.compare(one, other)
            assert len(contrast.shared) == len(graph.compare(other, one).shared)
            assert contrast.only_first == graph.compare(other, one).only_second
        graph.neighbourhood(one, depth=2)
    graph.central()
    graph.clusters()
    graph.to_networkx(links=True).clear()
    assert graph.linked == before.linked


@settings(max_examples=25)
@given(files())
def test_backlinks_are_the_inverse_of_links_and_relations(drawn):
    graph = concepts(drawn)
    back = {(item.source.id, one.id, str(item.place)) for one in graph for item in one.backlinks()}
    links = {(link.source.id, link.target.id, str(link.place)) for link in graph.links()}
    written = {
        (*((item.target.id, item.source.id) if item.derived else (item.source.id, item.target.id)), str(item.place))
        for item in graph.relations()
    }
    assert back == links | written


WALKS = """
import sys, lexigraph
graph = lexigraph.load(sys.argv[1], cache=False)
graph["dog"], graph.entries(kind="concept"), graph.ancestors("dog"), graph.descendants("animal"), graph.path("dog", "fox")
graph.neighbourhood("dog").entries(), graph.compare("dog", "fox"), graph.similar("dog"), graph.orphans()
print(sorted({"networkx", "numpy", "scipy", "duckdb"} & set(sys.modules)))
"""


def test_queries_that_need_no_algorithm_of_others_load_none(tmp_path):
    command = [sys.executable, "-c", WALKS, str(write(tmp_path, WORLD))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
