"""What was parsed is the same after it was written down and read again."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.loading.records import UnreadableRecord, entry_of, record_of, record_of_scheme, scheme_of
from lexigraph.model import Scheme, SourceFile
from lexigraph.parse.entry import parse_entry
from lexigraph.parse.scheme import parse_scheme
from tests.hostile import BROKEN

CONTENT = Path(__file__).parents[2] / "content"
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
FOLDERS = [CONTENT, *([folder for folder in sorted(Path(CORPORA).iterdir()) if folder.is_dir()] if CORPORA else ())]


def same(path: str, data: bytes) -> None:
    entry = parse_entry(SourceFile(path=path, data=data), Scheme())
    again = entry_of(record_of(entry))
    assert again == entry
    if entry is not None and again is not None:
        assert again.prose == entry.prose
        assert again.lines == entry.lines
        assert hash(again.places) == hash(entry.places)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_entry_of_real_glossaries_survives(folder: Path) -> None:
    for file in sorted(folder.rglob("*.md")):
        same(file.relative_to(folder).as_posix(), file.read_bytes())


@pytest.mark.parametrize("path", sorted(BROKEN))
def test_every_hostile_file_survives(path: str) -> None:
    same(path, BROKEN[path])


def test_halves_of_characters_survive_as_something_that_can_be_written() -> None:
    same("a.md", b'---\ntitle: "a\\ud800b"\naliases: ["\\udc00"]\n---\n\n&#xD800; [x](a%ED%A0%80.md) `\\udfff`\n')


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_survive(data: bytes) -> None:
    same("t/a.md", data)


@given(st.binary(min_size=1, max_size=60))
def test_other_bytes_are_no_record(data: bytes) -> None:
    with pytest.raises(UnreadableRecord):
        entry_of(data)


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nkinds: [poem, {key: ode, plural: Odes}]\nrelations:\n  - {key: cites, inverse: cited_by, from: [poem]}\n",
        "check:\n  ignore: [3xx]\n  severity: {orphan-entry: error}\n  paths: {'a/**': {ignore: [W4]}}\n",
        "title: [broken\nfields: {definition: [short, brief]}  # lexigraph: allow E003: on purpose\ntags: [a, b]\n",
        "",
    ],
)
def test_a_scheme_survives_with_its_findings(text: str) -> None:
    scheme, findings = parse_scheme(SourceFile(path="scheme.yml", data=text.encode()))
    again, found = scheme_of(record_of_scheme(scheme, tuple(findings)))
    assert again == scheme
    assert found == tuple(findings)
    assert hash(again.check) == hash(scheme.check)
    assert dict(again.vocabulary.directions) == dict(scheme.vocabulary.directions)
