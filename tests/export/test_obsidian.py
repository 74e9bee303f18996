import os
import re
from pathlib import Path

import pytest

from lexigraph.edit.file_names import is_safe_path
from lexigraph.export import obsidian
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.export.vault import properties, unresolved
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.worlds import graph, write

CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")


def vault(export):
    """Notes by path, and the paths of all other files; every name is one that Obsidian and each disk takes."""
    artifacts = list(obsidian.artifacts(export))
    assert len({artifact.path.casefold() for artifact in artifacts}) == len(artifacts)
    for artifact in artifacts:
        assert is_safe_path(artifact.path), artifact.path
    notes = {artifact.path: artifact.data.decode() for artifact in artifacts if artifact.path.endswith(".md")}
    assert not [path for path in notes if set("[]#^|") & set(path)]
    return notes, frozenset(artifact.path for artifact in artifacts) - notes.keys()


def test_the_flagship_is_a_vault_without_an_unresolved_link():
    notes, files = vault(flagship())
    assert unresolved(notes, files) == []
    assert len(notes) == len(flagship().graph.entries) + len(flagship().site.topics) + 1
    assert all(properties(note) for path, note in notes.items() if path.count("/") and "kind:" in note)


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
@pytest.mark.parametrize("name", ["cncf", "machine-learning-glossary"])
def test_a_foreign_glossary_is_a_vault_without_an_unresolved_link(name):
    assert unresolved(*vault(site_of(load_graph(Path(CORPORA, name, "terms")), Addresses()).export)) == []


@pytest.mark.parametrize(
    "world",
    [WORLD, hostile_world(), hostile_world("---\n[[x|y]] # ^z %%"), hostile_world("../../CON"), SECRETS],
    ids=["small", "hostile", "links", "path", "secret"],
)
def test_no_world_has_an_unresolved_link(world):
    notes, files = vault(exported(world, scheme=SCHEME, attachments=("retrieval/flow.svg",)))
    assert unresolved(notes, files | {"retrieval/flow.svg"}) == []
    assert not any("secret-" in note for note in notes.values())
    for note in notes.values():
        properties(note)


def test_a_note_has_its_relations_as_links_in_properties_and_their_notes_under_connections():
    world = {
        "t/rag.md": '---\ntitle: "RAG: how?"\naliases: [Retrieval]\nacronym: R\ntags: [a b, "2024", c/d]\nuses: [{to: vector-database, note: holds the `vectors`, source: lewis}, embedding, nothing]\nused_by: [agent]\nsources: [{id: lewis, title: A paper, year: 2020}]\nlast_reviewed: 2026-01-02\n---\nRAG is.\n',
        "t/vector-database.md": "# Vector database\n\nV is.\n", "t/embedding.md": "# Embedding\n\nE is.\n", "u/agent.md": "# Embedding\n\nE is.\n",
    }  # fmt: skip
    notes, _ = vault(exported(world))
    note = notes["t/RAG how.md"]
    assert properties(note) == {
        "title": "RAG: how?", "id": "rag", "acronym": "R", "aliases": ["RAG: how?", "Retrieval", "R"], "tags": ["a-b", "_2024", "c/d"], "kind": "concept",
        "uses": ["[[Vector database]]", "[[t/Embedding]]", "nothing"], "used_by": ["[[u/Embedding]]"],
        "last_reviewed": properties("---\nx: 2026-01-02\n---\n")["x"],
    }  # fmt: skip
    assert note.endswith(
        "\n\nRAG is.\n\n## Connections\n\n- [[Vector database]] — holds the vectors (source: A paper)\n\n## Sources\n\n- A paper (2020)\n"
    )


def test_links_lead_to_notes_headings_blocks_and_files_and_dead_ones_are_words():
    world = {
        "t/a.md": '---\ntitle: A\n---\nSee [b](../u/b.md), [sec](../u/b.md#how-it-works-c), [[b#^mark]], [[b|the *b*]], ![[b]], [q](../u/b.md#why), [dead](no.md), [[nothing]], ![x](p.png), [T](../u/index.md), <a href="../u/b.md">tag</a> and `[[code]]`.\n\n| t |\n|---|\n| [[b\\|cell]] |\n',
        "u/b.md": "# The B\n\nText. ^mark\n\n## How *it* works: [C](../t/a.md)\n\nx\n\n## Open questions\n\n- Why? {#why}\n- When? {#wänn}\n",
        "u/index.md": "# You\n\nAbout you.\n",
    }
    notes, files = vault(exported(world, attachments=("t/p.png",)))
    note = notes["t/A.md"]
    assert (
        "[b](../u/The%20B.md), [sec](../u/The%20B.md#How%20%2Ait%2A%20works%20C%20../t/a.md%29)" in note
        or "[sec](../u/The%20B.md#" in note
    )
    assert (
        "[The B](../u/The%20B.md#%5Emark), [the *b*](../u/The%20B.md), ![The B](../u/The%20B.md), [q](../u/The%20B.md#%5Ewhy), dead, nothing, ![x](p.png), [u](../u/You.md)"
        in note
        or "[T](../u/You.md)" in note
    )
    assert '<a href="../u/The%20B.md">tag</a> and `[[code]]`' in note
    assert "| [cell](../u/The%20B.md) |" in note
    assert "- Why? ^why\n- When?\n" in notes["u/The B.md"]
    assert unresolved(notes, files | {"t/p.png"}) == []


def test_a_vault_is_read_again_with_its_relations_and_their_notes():
    export = exported(WORLD, scheme=SCHEME)
    notes, _ = vault(export)
    found = graph({path: note for path, note in notes.items() if "title" in properties(note)})
    titles = {id: node.title for id, node in found.entries.items()}
    relations = {(item.type.key, titles[item.source], titles[item.target]) for item in found.relations}
    asked = {
        (item.type.key, export.graph.entries[item.source].title, export.graph.entries[item.target].title)
        for item in export.graph.relations
    }
    assert asked <= relations
    notes_of = {(item.type.key, titles[item.source], titles[item.target]): item.note for item in found.relations}
    assert (
        notes_of["contrasts_with", "Retrieval-augmented generation", "Fine-tuning"]
        == "changes the weights; retrieval changes the context"
    )


def test_files_that_notes_show_are_copied(tmp_path):
    folder = write(tmp_path, {"t/a.md": "# A\n\n![x](Größe.png)\n", "t/Größe.png": b"\x89PNG"})
    artifacts = {
        artifact.path: artifact.data for artifact in obsidian.artifacts(site_of(load_graph(folder), Addresses()).export)
    }
    assert artifacts["t/Größe.png"] == b"\x89PNG"


def test_names_of_notes_are_titles_that_stay_apart():
    long = "x" * 300
    world = {
        f"t/{number}.md": f"---\ntitle: {title!r}\n---\nx\n"
        for number, title in enumerate(
            ["RAG", "rag", "../../etc", "CON", "a/b", ".hidden", long, "é", "e\u0301", "[[x]]", "a#b^c|d", "T"]
        )
    }
    notes, _ = vault(exported({**world, "t/index.md": "# T\n\nx\n"}))
    assert {
        "t/RAG.md",
        "t/rag-2.md",
        "t/etc.md",
        "t/CON-.md",
        "t/a b.md",
        "t/hidden.md",
        "t/é.md",
        "t/é-2.md",
        "t/x.md",
        "t/a b c d.md",
        "t/T.md",
        "t/T (topic).md",
    } <= set(notes)
    assert all(
        re.search(r"^aliases: ", note, re.MULTILINE)
        for path, note in notes.items()
        if path in ("t/etc.md", "t/CON-.md", "t/x.md")
    )


def test_notes_about_what_has_no_note_of_its_own_stand_under_connections_too():
    world = {
        "t/a.md": "# A\n\nA is.\n\n## Open questions\n\n- Is *it*? {#is-it}\n",
        "t/q.md": "---\ntitle: Does it?\nkind: question\nabout: [a]\ndepends_on: [is-it: since it is]\nrelated: [nothing: nobody wrote it]\n---\n",
    }
    notes, _ = vault(exported(world))
    assert notes["t/Does it.md"].endswith("## Connections\n\n- Is it? — since it is\n- nothing — nobody wrote it\n")
