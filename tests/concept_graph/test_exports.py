import json

import pytest
from tests.worlds import concepts

from lexigraph import UnknownFormat, formats

WORLD = {"a.md": "---\ntitle: A\nuses: [b]\n---\nA %%x%% is `c` a.\n", "b.md": "# B\n"}


def test_a_graph_is_written_to_a_file(tmp_path):
    (made,) = concepts(WORLD).export("json", tmp_path / "out.json")
    assert (made.path, made.lossless, made.left_out) == (tmp_path / "out.json", True, ())
    assert made.size == made.path.stat().st_size
    assert {entry["id"] for entry in json.loads(made.path.read_text())["entries"]} == {"a", "b"}


def test_a_format_of_many_files_is_written_to_a_folder(tmp_path):
    made = concepts(WORLD).export("llms", tmp_path / "out")
    assert {item.path.name for item in made} == {"llms.txt", "llms-full.txt", "a.md", "b.md"}
    assert not made[0].lossless


def test_an_unknown_format_is_refused_with_those_there_are(tmp_path):
    with pytest.raises(UnknownFormat, match="no format 'x'; formats are json") as caught:
        concepts(WORLD).export("x", tmp_path)
    assert caught.value.known == tuple(item.name for item in formats())


def test_an_entry_has_its_text_as_markdown_and_as_prose():
    entry = concepts(WORLD)["A"]
    assert entry.markdown == "A  is `c` a.\n"
    assert entry.text == "A is a."
