import json
from pathlib import Path

import pytest

from lexigraph.change.rewrite import Rewrite
from lexigraph.export.concepts import artifacts as concepts
from lexigraph.importing import IMPORTERS, Import, plan, read
from lexigraph.importing.concepts import imported
from lexigraph.loading import load_graph
from lexigraph.model import CannotChange
from lexigraph.query.fingerprint import fingerprint
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.worlds import write

ENTRY = {"id": "a", "title": "A", "kind": "concept", "path": "t/a.md", "markdown": "A is.\n", "definition": "A is."}


def document(export):
    return next(iter(concepts(export))).data


def made(entries=(), **more):
    return json.dumps(
        {"schema": 1, "scheme": {}, "entries": list(entries), "relations": [], "questions": [], **more},
        ensure_ascii=False,
    ).encode()


def test_every_importer_says_what_it_reads():
    for importer in IMPORTERS.values():
        assert importer.__doc__
        assert importer.SUFFIXES
        assert all(suffix.startswith(".") for suffix in importer.SUFFIXES)


@pytest.mark.parametrize("world", [WORLD, hostile_world(), SECRETS], ids=["small", "hostile", "secret"])
def test_a_published_world_is_a_folder_of_the_same_graph(world, tmp_path):
    export = exported(world, scheme=SCHEME)
    found = imported(document(export))
    graph = load_graph(write(tmp_path, found.files))
    assert fingerprint(graph) == fingerprint(export.graph)
    assert {path: page.title for path, page in graph.pages.items()} == {
        path: page.title for path, page in export.graph.pages.items()
    }
    assert [item.name for item in graph.wanted] == [item.name for item in export.graph.wanted]
    assert "secret" not in "".join(found.files.values())


def test_the_published_flagship_is_a_folder_of_the_same_graph(tmp_path):
    found = imported(document(flagship()))
    assert found.left == ()
    assert set(found.files) == {
        "scheme.yml",
        *flagship().graph.pages,
        *(node.path for node in flagship().graph.entries.values()),
    }
    assert fingerprint(load_graph(write(tmp_path, found.files))) == fingerprint(flagship().graph)


def test_a_file_reads_as_its_author_would_write_it():
    found = imported(document(exported(WORLD, scheme=SCHEME)))
    assert found.files["scheme.yml"].startswith("title: Small world\n")
    assert found.files["index.md"] == WORLD["index.md"]
    text = found.files["retrieval/rag.md"]
    assert "definition: " in text
    assert "see [grounding](grounding.md)." in text
    assert "uses:\n  - embedding: compares the question with the documents\n" in text
    assert text.endswith(WORLD["retrieval/rag.md"].split("---\n", 2)[2])


def test_entries_without_a_folder_go_to_the_topic_and_their_links_lead_on(tmp_path):
    export = exported(
        {
            "a.md": "---\ntitle: A\nuses: [b]\n---\nSee [b](t/b.md) and [c](c.md).\n",
            "t/b.md": "# B\n\nSee [a](../a.md), [[c]].\n",
            "c.md": "# C\n\nc\n",
        }
    )
    found = imported(document(export), topic="new")
    assert set(found.files) == {"new/a.md", "new/c.md", "t/b.md", "scheme.yml"}
    graph = load_graph(write(tmp_path, found.files))
    assert {(link.source, link.target) for link in graph.links} == {
        (link.source, link.target) for link in export.graph.links
    }


def test_what_could_not_be_carried_is_said():
    export = exported({"t/a.md": "# A\n\n![x](p.png)\n"}, attachments=("t/p.png",))
    assert imported(document(export)).left == ("1 file that entries show: t/p.png",)
    found = imported(made([ENTRY, {**ENTRY, "id": "x", "path": "../x.md"}, {"id": "y"}]))
    assert set(found.files) == {"t/a.md"}
    assert len(found.left) == 2
    long = imported(made([{**ENTRY, "scope_note": "x" * 70_000}]))
    assert long.left == ("front matter of over 64 KiB, which will not be read: t/a.md",)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b'{"schema": 1}', b'{"schema": 99, "entries": []}', b'{"entries": 3}', b"[" * 100_000],
)
def test_another_file_is_refused_in_words(data):
    try:
        found = imported(data)
    except CannotChange as error:
        assert error.message
    else:
        assert found.files == {}


@pytest.mark.parametrize(
    "path", ["CON.md", "t/a:b.md", ".hidden.md", "t/_x.md", "x" * 300 + ".md", "a/<b>.md", "t/b .md", "con/nul.md"]
)
def test_a_path_that_a_disk_refuses_becomes_one_that_it_takes(path, tmp_path):
    found = imported(made([{**ENTRY, "path": path}, {**ENTRY, "id": "b", "path": "t/z.md"}]))
    assert sorted(plan(found, tmp_path).write(tmp_path)) == sorted(found.files)
    assert len(load_graph(tmp_path).entries) == 2


def test_paths_that_some_disk_takes_for_one_are_two():
    found = imported(
        made(
            [
                {**ENTRY, "id": each, "path": path}
                for each, path in (("a", "t/RAG.md"), ("b", "t/ra:g.md"), ("c", "t/ra g.md"))
            ]
        )
    )
    assert len({path.casefold() for path in found.files}) == 3


def test_an_entry_whose_file_does_not_make_its_id_is_still_what_others_mean(tmp_path):
    entries = [
        {**ENTRY, "path": "t/z.md"},
        {**ENTRY, "id": "rag", "path": "t/RAG.md"},
        {**ENTRY, "id": "t/rag", "path": "t/r?ag.md"},
        {**ENTRY, "id": "d", "path": "t/d.md"},
    ]
    relations = [
        {"kind": "uses", "source": "d", "target": each, "path": "t/d.md", "line": 3} for each in ("a", "rag", "t/rag")
    ]
    graph = load_graph(write(tmp_path, imported(made(entries, relations=relations)).files))
    assert [graph.entries[item.target].path for item in graph.relations] == ["t/a.md", "t/RAG.md", "t/rag-2.md"]


def test_values_of_any_kind_are_text_in_the_file(tmp_path):
    hostile = "---\nkind: model\n---\n\x00\x07 [[x]] {{ y }} # \u2028"
    entry = {**ENTRY, "title": hostile, "aliases": [hostile, "no"], "markdown": hostile, "scope_note": hostile}
    graph = load_graph(write(tmp_path, imported(made([entry])).files))
    (node,) = graph.entries.values()
    assert node.kind == "concept"
    assert node.parsed.fields.aliases[1] == "no"
    assert not [item for item in graph.diagnostics if item.severity == "error" and item.code != "E004"]


def test_a_file_is_read_by_its_name_and_one_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "concepts.json").write_bytes(document(exported({"t/a.md": "# A\n\nA is.\n"})))
    assert set(read("json", tmp_path / "concepts.json").files) == {"scheme.yml", "t/a.md"}
    with pytest.raises(CannotChange, match="cannot read"):
        read("json", tmp_path / "gone.json")


def test_new_files_are_written_and_the_same_ones_again_are_not(tmp_path):
    found = Import(files={"t/a.md": "A\n", "t/b.md": "B\n"})
    first = plan(found, tmp_path / "new")
    assert isinstance(first, Rewrite)
    assert first.write(tmp_path / "new") == ("t/a.md", "t/b.md")
    assert plan(found, tmp_path / "new").after == {}


@pytest.mark.parametrize("there", ["t/a.md", "t/A.md", "T/a.md"])
def test_no_file_is_written_over_nor_beside_one_of_the_same_letters(there, tmp_path):
    write(tmp_path, {there: "mine\n"})
    with pytest.raises(CannotChange, match="written over") as caught:
        plan(Import(files={"t/a.md": "A\n", "t/b.md": "B\n"}), tmp_path)
    assert there in caught.value.rows[0]
    assert [path.name for path in tmp_path.rglob("*.md")] == [there.rpartition("/")[2]]


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "t/../../x.md", "a\\b.md", ".git/x.md", "CON.md", "x", ""])
def test_a_path_that_no_importer_makes_is_refused(path, tmp_path):
    with pytest.raises(CannotChange, match="cannot have these names"):
        plan(Import(files={path: "x"}), tmp_path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "t").symlink_to(outside)
    with pytest.raises(CannotChange, match="leads out of"):
        plan(Import(files={"t/a.md": "A\n"}), tmp_path / "content")
    assert list(outside.iterdir()) == []


def test_too_many_files_are_refused(tmp_path):
    with pytest.raises(CannotChange, match="at most"):
        plan(Import(files={f"{number}.md": "" for number in range(50_001)}), tmp_path)


@pytest.mark.parametrize("there", ["t", "t/a.md/x"])
def test_a_file_where_a_folder_is_needed_is_named_and_nothing_is_written(there, tmp_path):
    write(tmp_path, {there: "mine"})
    found = imported(made([ENTRY, {**ENTRY, "id": "b", "path": "b.md"}]))
    with pytest.raises(CannotChange) as raised:
        plan(found, tmp_path)
    assert raised.value.rows == (there.removesuffix("/x"),)
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


def test_a_file_below_a_file_is_refused():
    with pytest.raises(CannotChange, match="a file is where a folder is needed"):
        plan(Import(files={"T/a.md": "", "t/A.md/b.md": ""}), Path("nowhere"))


def test_a_folder_below_a_file_is_refused(tmp_path):
    write(tmp_path, {"file": "mine"})
    with pytest.raises(CannotChange, match="a file is where a folder is needed"):
        plan(Import(files={"a.md": ""}), tmp_path / "file" / "new")
