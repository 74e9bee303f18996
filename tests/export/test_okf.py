import os
from pathlib import Path

import pytest
import yaml

from lexigraph.export import llms, obsidian, okf, site_markdown
from lexigraph.export.concepts import artifacts as concepts
from lexigraph.history import NO_HISTORY
from lexigraph.loading import load_graph
from lexigraph.loading.published import graph_of
from lexigraph.page import Addresses, site_of
from lexigraph.query.fingerprint import fingerprint
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.worlds import graph, write

CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")


def bundle(export):
    files = {artifact.path: artifact.data for artifact in okf.artifacts(export)}
    assert len(files) == len({path.casefold() for path in files})
    return files


def again(export, tmp_path):
    """The graph of the bundle, read from a folder."""
    return load_graph(write(tmp_path / "bundle", bundle(export)))


def assert_is_bundle(files):
    """Whether the folder is one by the rules of the format (11. Conformance), read by a parser of its own."""
    for path, data in files.items():
        if not path.endswith(".md"):
            continue
        text = data.decode()
        head = yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n")) if text.startswith("---\n") else None
        if path == "index.md":
            assert head == {"okf_version": "0.2"}
        elif path.endswith(("/index.md", "/log.md")):
            assert head is None
        else:
            assert head["type"]
            assert all(source["resource"] for source in head.get("sources", ()))


def test_the_flagship_is_a_bundle_and_the_same_graph_again(tmp_path):
    export = flagship()
    files = bundle(export)
    assert_is_bundle(files)
    found = load_graph(write(tmp_path / "bundle", files))
    assert fingerprint(found) == fingerprint(export.graph)
    assert found.pages["adaptation/index.md"].title == export.graph.pages["adaptation/index.md"].title
    assert found.wanted == () or {item.name for item in found.wanted} == {item.name for item in export.graph.wanted}
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "world",
    [WORLD, hostile_world(), hostile_world("---\n# x: [y]\t|\\ \u200d"), SECRETS],
    ids=["small", "hostile", "yaml", "secret"],
)
def test_a_world_is_the_same_graph_again(world, tmp_path):
    export = exported(world, scheme=SCHEME)
    files = bundle(export)
    assert_is_bundle(files)
    assert fingerprint(load_graph(write(tmp_path / "bundle", files))) == fingerprint(export.graph)
    assert not any(b"secret-" in data for data in files.values())


def test_the_bundle_of_a_bundle_is_the_same_to_the_byte(tmp_path):
    files = bundle(exported(WORLD, scheme=SCHEME, url=""))
    found = load_graph(write(tmp_path / "bundle", files))
    assert bundle(site_of(found, Addresses(), history=NO_HISTORY).export) == files


def test_a_vocabulary_and_what_leads_nowhere_come_along(tmp_path):
    scheme = "title: T\nlanguage: de\nids: path\nkinds: [theorem]\nrelations: [{key: proves, inverse: proved_by}]\ntags: ['no', b]\n"
    world = {
        "m/a.md": "---\nkind: theorem\nproves: [{to: b, note: x, source: s}, nothing: why]\nproved_by: [c]\ntags: ['no']\n---\n# A\n\nA is.\n",
        "m/b.md": "---\ntitle: B\nredirect_from: [old/b]\nrelated: [b, A]\n---\nSee [[nothing]] and [x](gone.md).\n",
        "m/c.md": "---\ntitle: C\nautolink: false\n---\n\n## Connections\n\n- [[b]] — because\n",
        "m/old.md": "---\ntitle: Older\ndestination: b\n---\n",
    }
    export = exported(world, scheme=scheme)
    found = again(export, tmp_path)
    assert fingerprint(found) == fingerprint(export.graph)
    assert [item.name for item in found.wanted] == [item.name for item in export.graph.wanted]
    assert len(found.self_relations) == len(export.graph.self_relations) == 1
    assert found.redirects == export.graph.redirects
    assert not {item.code for item in found.diagnostics} - {item.code for item in export.graph.diagnostics}


def test_names_that_mean_something_in_a_bundle_or_nothing_on_a_disk_are_changed_and_ids_are_not(tmp_path):
    long = "x" * 300
    world = {
        "a/log.md": "---\ntitle: Log\n---\nSee [con](CON.md) and [[a:b]].\n", "a/CON.md": "---\ntitle: Con\n---\nSee [the log](log.md).\n",
        "a/a:b.md": "---\ntitle: Colon\nuses: [rag]\n---\nx\n", "a/RAG.md": "---\ntitle: One\n---\nx\n",
        "a/rag.md": "---\ntitle: Two\n---\nSee [one](RAG.md).\n", f"a/{long}.md": "---\ntitle: Long\n---\nx\n",
    }  # fmt: skip
    export = exported(world)
    files = bundle(export)
    assert {"a/log-.md", "a/CON-.md", "a/a b.md", "a/RAG.md", "a/rag-2.md"} <= set(files)
    found = load_graph(write(tmp_path / "bundle", files))
    links = {
        (export.graph.entries[link.source].title, export.graph.entries[link.target].title)
        for link in export.graph.links
    }
    assert {(found.entries[link.source].title, found.entries[link.target].title) for link in found.links} == links
    assert {"log", "con", "a-b", "rag"} <= set(found.entries)
    assert found.wanted == ()


def test_a_file_that_an_entry_shows_comes_along(tmp_path):
    folder = write(
        tmp_path / "content",
        {"t/a.md": "# A\n\n![x](p.png) ![gone](q.png)\n", "t/p.png": b"\x89PNG", "t/unused.png": b"x"},
    )
    export = site_of(load_graph(folder), Addresses()).export
    assert bundle(export)["t/p.png"] == b"\x89PNG"
    assert "t/unused.png" not in bundle(export)


def test_others_bundles_are_read_with_their_sources():
    found = graph(
        {
            "t/a.md": "---\ntitle: A\ntype: metric\nsources:\n  - {id: x, resource: https://e.org/a}\n  - {resource: all queries}\n  - {title: B, resource: ../b.md}\n---\nA is.\n"
        },
        scheme="fields: {kind: type}",
    )
    node = found.entries["a"]
    assert (node.kind, [(item.id, item.title, item.url) for item in node.parsed.fields.sources]) == (
        "metric",
        [("x", "", "https://e.org/a"), ("", "all queries", ""), ("", "B", "")],
    )
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "exporter", [okf, obsidian, site_markdown, llms], ids=lambda module: module.__name__.rpartition(".")[2]
)
@pytest.mark.parametrize("world", [WORLD, hostile_world()], ids=["small", "hostile"])
def test_a_published_graph_gives_the_same_bytes(exporter, world):
    export = exported(world, scheme=SCHEME)
    read = graph_of(next(iter(concepts(export))).data, "concepts.json")
    published = site_of(read, Addresses(), url=export.site.url).export
    assert dict(exporter.artifacts(published)) == dict(exporter.artifacts(export))


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
def test_a_foreign_glossary_is_the_same_graph_again(tmp_path):
    export = site_of(load_graph(Path(CORPORA, "cncf", "terms")), Addresses()).export
    files = bundle(export)
    assert_is_bundle(files)
    assert fingerprint(load_graph(write(tmp_path / "terms", files))) == fingerprint(export.graph)


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
def test_links_that_name_the_content_folder_lead_on_in_a_folder_of_another_name(tmp_path):
    export = site_of(load_graph(Path(CORPORA, "machine-learning-glossary", "terms")), Addresses()).export
    found = again(export, tmp_path)
    assert [(link.source, link.target, link.reference.sentence) for link in found.links] == [
        (link.source, link.target, link.reference.sentence) for link in export.graph.links
    ]
    assert len(found.mentions) == len(export.graph.mentions)
