import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tests.parse.reading import scheme

from lexigraph.model import Fields
from lexigraph.parse.fences import front_matter_fences
from lexigraph.parse.schema import entry_schema, scheme_schema
from lexigraph.vocabulary import BUILT_IN

CONTENT = Path(__file__).parents[2] / "content"
ENTRIES = sorted(path for path in CONTENT.rglob("*.md") if path.name != "index.md")
ENTRY = jsonschema.Draft202012Validator(entry_schema(BUILT_IN))
SCHEME = jsonschema.Draft202012Validator(scheme_schema())


def texts(text: str) -> Any:
    """YAML with every scalar as a text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 -- makes nothing but texts, lists and dicts


def errors(validator: jsonschema.Draft202012Validator, value: object) -> list[str]:
    return [error.message for error in validator.iter_errors(value)]


def test_the_schemas_are_valid_and_of_the_dialect_they_name() -> None:
    for schema in (entry_schema(BUILT_IN), scheme_schema()):
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        json.dumps(schema)


def test_there_are_entries_to_try_it_on() -> None:
    assert len(ENTRIES) >= 30


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_every_entry_of_the_knowledge_base_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fences = front_matter_fences(text)
    assert fences is not None
    assert errors(ENTRY, texts(text[fences.start : fences.end])) == []


def test_the_scheme_of_the_knowledge_base_is_valid() -> None:
    assert errors(SCHEME, texts((CONTENT / "scheme.yml").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "uses: [a, {b: note}, {to: c, note: d, source: e}]", "superseded_by: a", "sources: [a book, {title: b}]",
        "labels: {pt-BR: x}", "origin: {year: 2020}", "autolink: no", "review_every: 30", "last_reviewed: 2026-01-02",
        "mappings: {exact: [http://a.b]}", "kind: question",
    ],
)  # fmt: skip
def test_front_matter_that_is_read_without_a_finding_is_valid(text: str) -> None:
    assert errors(ENTRY, texts(text)) == []
    assert errors(ENTRY, json.loads(json.dumps(yaml.safe_load(text), default=str))) == []


@pytest.mark.parametrize(
    "text",
    [
        "alias: [a]", "aliases: a", "uses: a", "uses: [{a: b, c: d}]", "kind: method", "status: Draft", "title: [a]",
        "origin: {year: soon}", "discussion: ftp://a.b", "autolink: maybe", "sources: [{name: a}]", "review_every: '0'",
    ],
)  # fmt: skip
def test_front_matter_with_a_wrong_key_or_value_is_not_valid(text: str) -> None:
    assert errors(ENTRY, texts(text)) != []


def test_a_schemes_kinds_relations_and_tags_are_in_the_schema_of_its_entries() -> None:
    own = scheme("kinds: [attack]\nrelations: [{key: hits, inverse: hit_by}]\ntags: [a, b]")
    properties = entry_schema(own.vocabulary, own.tags)["properties"]
    assert "attack" in properties["kind"]["enum"]
    assert {"hits", "hit_by"} <= set(properties)
    assert properties["tags"]["items"]["enum"] == ["a", "b"]


def test_every_property_is_described() -> None:
    for schema in (entry_schema(BUILT_IN), scheme_schema()):
        missing = [key for key, of in schema["properties"].items() if not of.get("description")]
        assert missing == []


def test_descriptions_are_the_docstrings_of_the_fields() -> None:
    properties = entry_schema(BUILT_IN)["properties"]
    assert properties["review_every"]["description"] == "Days between reviews."
    assert {field.name for field in dataclasses.fields(Fields)} <= set(properties)


@pytest.mark.parametrize("text", ["tagz: [a]", "ids: slug", "kinds: [{plural: x}]", "relations: [a]", "tags: a"])
def test_a_scheme_with_a_wrong_key_or_value_is_not_valid(text: str) -> None:
    assert errors(SCHEME, texts(text)) != []


@pytest.mark.parametrize(
    "text",
    ["{}", "kinds: [a, {key: b}]", "relations: [{key: a, from: [model], symmetric: true}]", "fields: {title: name}"],
)
def test_a_scheme_that_is_read_without_a_finding_is_valid(text: str) -> None:
    assert errors(SCHEME, texts(text)) == []
