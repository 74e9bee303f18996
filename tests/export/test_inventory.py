import re
import zlib

import pytest
import sphobjinv

from tests.export.exports import exported, files_of
from tests.page.small_world import SCHEME, WORLD

ROW = re.compile(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)")  # sphinx.util.inventory


def rows(files, **settings):
    data = files_of(exported(files, **settings))["objects.inv"]
    head, body = data.split(b"compressed using zlib.\n", 1)
    assert head.startswith(b"# Sphinx inventory version 2\n# Project: ")
    found = {}
    for line in zlib.decompress(body).decode().splitlines():
        name, role, priority, address, shown = ROW.fullmatch(line).groups()
        assert (role, priority) == ("std:term", "-1")
        found[name] = (address, shown)
    return found


def test_every_title_and_alias_leads_to_its_page():
    found = rows(WORLD, scheme=SCHEME)
    assert found["RAG"] == ("retrieval/rag/", "Retrieval-augmented generation")
    assert found["Embedding"] == ("retrieval/embedding/", "Embedding")


def test_another_reader_understands_it():
    data = files_of(exported(WORLD, scheme=SCHEME))["objects.inv"]
    read = sphobjinv.Inventory(zlib=data)
    assert {item.name for item in read.objects} == set(rows(WORLD, scheme=SCHEME))


def test_a_name_that_several_entries_have_leads_to_none():
    assert "Store" not in rows(WORLD, scheme=SCHEME)


def test_a_title_wins_over_an_alias():
    files = {"a.md": "---\ntitle: A\naliases: [b]\n---\n", "b.md": "---\ntitle: B\n---\n"}
    assert rows(files) == {"A": ("a/", "A"), "B": ("b/", "B")}


@pytest.mark.parametrize("title", ["Llama version 3 base", "# x", "x std:term -1 y z", "a  b", "é 2"])
def test_what_could_not_be_read_again_is_left_out(title):
    found = rows({"a.md": f"---\ntitle: {title!r}\n---\n", "b.md": "# B\n"})
    assert set(found) - {"B"} <= {" ".join(title.split())}
