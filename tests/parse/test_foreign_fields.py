import datetime

from tests.parse.reading import codes, front_matter, printed, scheme

from lexigraph.model import Source


def test_names_that_other_glossaries_use_are_understood() -> None:
    found = front_matter(
        "short_description: Text.\naka: [a]\nsynonyms: [b]\nabbreviation: RAG\ndate: 2021-05-01T10:00:00Z\n"
        "related_terms: [c]\nsee_also: [d]\ndestination: e\n"
        "references:\n  - {link_title: Paper, link_url: https://a.org}\n  - https://b.org\n  - A book"
    )
    assert found.diagnostics == ()
    assert found.fields.definition == "Text."
    assert found.fields.aliases == ("a", "b")
    assert found.fields.acronym == "RAG"
    assert found.fields.created == datetime.date(2021, 5, 1)
    assert found.fields.destination == "e"
    assert found.fields.sources == (
        Source(title="Paper", url="https://a.org"), Source(url="https://b.org"), Source(title="A book"),
    )  # fmt: skip
    assert [(item.key, item.target) for item in found.relation_items] == [("related", "c"), ("related", "d")]
    assert found.written["definition"] == "short_description"


def test_our_own_name_wins_over_a_foreign_one_wherever_it_stands() -> None:
    for yaml in ("short_description: b\ndefinition: a", "definition: a\nshort_description: b"):
        found = front_matter(yaml)
        assert found.fields.definition == "a"
        assert [finding.code for finding in found.diagnostics] == ["E006"]


def test_lists_under_several_names_are_joined_ours_first() -> None:
    found = front_matter("aka: [a]\naliases: [b]\nrelated_terms: [c]\nrelated: [d]")
    assert found.fields.aliases == ("b", "a")
    assert [item.target for item in found.relation_items] == ["d", "c"]


def test_a_category_is_a_kind_when_it_names_one_and_else_a_tag() -> None:
    found = front_matter("category: [Technology, technique, model]\ntags: [a]")
    assert found.fields.kind == "technique"
    assert found.fields.tags == ("a", "Technology", "model")
    assert found.diagnostics == ()
    assert found.written["kind"] == "category"


def test_a_category_beside_a_kind_is_a_tag() -> None:
    found = front_matter("kind: tool\ncategory: concept")
    assert (found.fields.kind, found.fields.tags) == ("tool", ("concept",))


def test_a_category_outside_the_schemes_tags_is_an_unknown_value() -> None:
    found = front_matter("category: Property\ntags: [cloud]", scheme=scheme("tags: [cloud]"))
    assert found.fields.tags == ("cloud",)
    assert (
        printed(found.diagnostics) == "2:11 error[E011] 'Property' is not a tag of this scheme\n  help: tags are cloud"
    )


def test_a_scheme_maps_foreign_names_onto_fields_and_relations() -> None:
    own = scheme("fields: {definition: gist, uses: [needs, builds-on], title: [Name], status: state}")
    found = front_matter("name: RAG\ngist: Text.\nneeds: [a]\nBuilds-On: [b]\nstate: draft", scheme=own)
    assert (found.fields.title, found.fields.definition, found.fields.status) == ("RAG", "Text.", "draft")
    assert [item.target for item in found.relation_items] == ["a", "b"]
    assert codes(found.diagnostics) == ["W008 5:1"]


def test_a_foreign_name_of_nothing_stays_unknown() -> None:
    assert codes(front_matter("gist: x", scheme=scheme("fields: {nothing: gist}")).diagnostics) == ["E007 2:1"]


def test_a_time_is_cut_off_a_foreign_date_only() -> None:
    assert front_matter("date: 2021-05-01 10:00:00 +0200").fields.created == datetime.date(2021, 5, 1)
    assert codes(front_matter("created: 2021-05-01T10:00:00Z").diagnostics) == ["E010 2:10"]


def test_our_names_in_a_source_win_over_foreign_ones() -> None:
    found = front_matter("sources: [{title: a, link_title: b, link_url: http://a.b}]")
    assert found.fields.sources == (Source(title="a", url="http://a.b"),)
    assert codes(found.diagnostics) == ["E007 2:22"]
