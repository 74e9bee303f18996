import dataclasses

from lexigraph.model import Fields, Source
from lexigraph.parse.fields import FIELD_NAMES, KINDS_OF_KEYS, LIST_FIELDS, entry_adapter
from lexigraph.parse.text_types import CLOSED
from lexigraph.vocabulary import BUILT_IN


def test_every_field_and_every_relation_may_be_written() -> None:
    properties = entry_adapter(BUILT_IN, ()).json_schema()["properties"]
    assert set(properties) == {field.name for field in dataclasses.fields(Fields)} | set(BUILT_IN.directions)


def test_values_become_the_dataclasses_of_the_model() -> None:
    values = entry_adapter(BUILT_IN, ()).validate_python({"sources": [{"title": "Paper", "year": "2020"}]})
    assert values == {"sources": (Source(title="Paper", year=2020),)}
    assert Fields(**values).sources[0].year == 2020


def test_lists_are_known_by_their_types() -> None:
    assert {"aliases", "tags", "sources", "positions", "help_wanted", "redirect_from"} <= LIST_FIELDS
    assert not {"title", "labels", "origin", "mappings"} & LIST_FIELDS
    assert LIST_FIELDS <= FIELD_NAMES


def test_every_mapping_with_fixed_keys_has_a_name_and_its_keys() -> None:
    assert {"/".join(path): owner.name for path, owner in KINDS_OF_KEYS.items()} == {
        "sources": "a source", "origin": "an origin", "contested": "'contested'", "contested/camps": "a camp",
        "mappings": "'mappings'", "raised": "'raised'", "positions": "a position",
        "positions/evidence": "an item of evidence", "resolution": "a resolution",
    }  # fmt: skip
    assert KINDS_OF_KEYS["sources",].keys == ("id", "title", "url", "doi", "arxiv", "year")


def test_a_schemes_tags_and_kinds_close_the_lists() -> None:
    schema = entry_adapter(BUILT_IN, ("a", "b")).json_schema()["properties"]
    assert schema["tags"]["items"]["enum"] == ["a", "b"]
    assert schema["kind"]["enum"] == [kind.key for kind in BUILT_IN.kinds]
    assert schema["status"]["enum"] == list(CLOSED["status"])
