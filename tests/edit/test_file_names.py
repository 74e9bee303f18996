import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.edit.file_names import LONGEST, file_name, folded, is_safe_path, safe_path, unlike
from lexigraph.names import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Retrieval-augmented generation", "Retrieval-augmented generation"), ("a/b", "a b"), ("../../etc", "etc"),
        ("CON", "CON-"), ("aux.md", "aux-.md"), ("Nul .x", "Nul-.x"), ("com1", "com1-"), ("console", "console"), (".hidden", "hidden"),
        ("_private", "private"), ("a:b|c?", "a b c"), ("end. ", "end"), ("a\x00b\nc", "a b c"), ("\u202egpj.exe", "gpj.exe"),
        ("e\u0301", "é"), ("...", "untitled"), ("", "untitled"), ("/", "untitled"), ("\ud800", "untitled"),
    ],
)  # fmt: skip
def test_a_name_is_what_every_file_system_takes(text, name):
    assert file_name(text) == name


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("retrieval/rag.md", "retrieval/rag.md"), ("../../etc/passwd.md", "etc/passwd.md"), ("/abs.md", "abs.md"),
        ("a\\b.md", "a/b.md"), ("C:/x.md", "C/x.md"), ("a//b.md", "a/b.md"), ("con/aux.md", "con-/aux-.md"),
        (".git/config.md", "git/config.md"), ("a/..md", "a/untitled.md"), ("Über uns/Größe.md", "Über uns/Größe.md"),
    ],
)  # fmt: skip
def test_a_path_never_leaves_its_folder(path, safe):
    assert safe_path(path) == safe
    assert is_safe_path(path) is (path == safe)


@given(st.text(max_size=400))
def test_whatever_is_given_a_safe_path_is_safe_and_stays_as_it_is(text):
    path = safe_path(f"{text}.md")
    assert is_safe_path(path)
    assert safe_path(path) == path
    assert not path.startswith("/")
    for part in path.split("/"):
        assert part not in ("", ".", "..")
        assert not part.startswith((".", "_"))
        assert len(part.encode()) <= LONGEST + 4
        assert unicodedata.is_normalized("NFC", part)


@pytest.mark.parametrize("id", ["con", "rag", "a-b"])
def test_a_name_that_has_to_be_changed_keeps_its_id(id):
    assert slug(safe_path(f"{id.upper()}.md").removesuffix(".md")) == id


def test_names_that_some_disk_takes_for_one_are_numbered():
    taken = {folded("t/RAG.md"), folded("t/rag-2.md"), folded("t/Stra\u00dfe.md"), folded("t/\u00e9.md")}
    assert unlike("t/rag.md", taken) == "t/rag-3.md"
    assert unlike("t/STRASSE.md", taken) == "t/STRASSE-2.md"
    assert unlike("t/e\u0301.md", taken) == "t/e\u0301-2.md"
    assert unlike("u/rag.md", taken) == "u/rag.md"
