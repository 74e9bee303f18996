from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.reading import cases, codes, printed, scheme, source

from lexigraph.model import Scheme
from lexigraph.parse.scheme import parse_scheme
from lexigraph.vocabulary import BUILT_IN, Kind


def parsed(text: str | bytes) -> tuple[Scheme, str]:
    found, diagnostics = parse_scheme(source(text, "scheme.yml"))
    assert all(finding.path == "scheme.yml" for finding in diagnostics)
    return found, printed(diagnostics)


def test_a_folder_without_a_scheme_has_the_defaults_and_has_none_declared() -> None:
    assert parse_scheme(None) == (Scheme(), ())


def test_an_empty_scheme_is_declared() -> None:
    assert parsed("") == (Scheme(is_declared=True), "")


def test_a_whole_scheme_is_read() -> None:
    found = scheme(
        "---\ntitle: AI engineering\ndescription: What one has to know.\nlicense: CC-BY-4.0\n"
        "base_iri: https://example.org/glossary\nlanguage: pt-BR\ntags: [a, b]\nids: path\n"
        "fields: {definition: gist, aliases: [nick, Names]}\n"
    )
    assert (found.title, found.description, found.license) == ("AI engineering", "What one has to know.", "CC-BY-4.0")
    assert (found.base_iri, found.language, found.tags, found.ids) == (
        "https://example.org/glossary/", "pt-BR", ("a", "b"), "path",
    )  # fmt: skip
    assert found.fields == {"gist": "definition", "nick": "aliases", "names": "aliases"}
    assert found.vocabulary is BUILT_IN


def test_kinds_and_relations_extend_the_vocabulary_with_defaults_for_their_words() -> None:
    words = scheme(
        "kinds: [attack, {key: data-type, plural: Types of data}]\n"
        "relations:\n  - {key: trained_on, words: was trained on, inverse: trains, from: [model], to: [dataset]}\n"
        "  - {key: rivals, symmetric: true}\n  - {key: subtype_of, inverse: subtypes, skos: skos:broader, acyclic: yes}\n"
    ).vocabulary
    assert words.kinds[-2:] == (Kind(key="attack", plural="Attacks"), Kind(key="data-type", plural="Types of data"))
    trained, rivals, subtype = words.relations[-3:]
    assert (trained.heading, trained.inverse_words, trained.inverse_heading) == ("Was trained on", "trains", "Trains")
    assert (trained.from_kinds, trained.to_kinds) == (("model",), ("dataset",))
    assert (rivals.symmetric, words.directions["rivals"].opposite) == (True, "rivals")
    assert (subtype.hierarchical, subtype.acyclic, subtype.transitive) == (True, True, False)


def test_settings_of_the_check_are_kept_as_they_were_written() -> None:
    found = scheme("check: {profile: guest, ignore: [E107], paths: {'a/**': {ignore: [3xx]}}, severity: {W309: error}}")
    assert found.check == {
        "profile": "guest", "ignore": ("E107",), "paths": {"a/**": {"ignore": ("3xx",)}}, "severity": {"W309": "error"},
    }  # fmt: skip
    assert hash(found) == hash(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=title) for title, text, expected in cases(Path(__file__).parent / "scheme.txt")],
)
def test_what_is_wrong_is_said_at_its_place(text: str, expected: str) -> None:
    assert parsed(text)[1] == expected


def test_only_what_is_broken_falls_back_to_its_default() -> None:
    found, _ = parsed("title: AI\nlanguage: '?'\nids: slug\nkinds: [attack, {key: X Y}]\ntags: [a, [b]]\nlicense: [x\n")
    assert (found.title, found.language, found.ids, found.tags, found.license) == ("AI", "en", "stem", ("a",), "")
    assert found.vocabulary.kinds[-1].key == "attack"


def test_a_relation_without_its_other_direction_gets_a_name_for_it() -> None:
    found, _ = parsed("relations: [{key: rivals}]")
    assert found.vocabulary.directions["rivals_of"].opposite == "rivals"


def test_bytes_that_are_no_text_are_a_finding() -> None:
    _, diagnostics = parse_scheme(source(b"title: na\xefve", "scheme.yml"))
    assert codes(diagnostics) == ["E001 1:10"]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_scheme(data: bytes) -> None:
    found, _ = parse_scheme(source(data, "scheme.yml"))
    assert found.is_declared
