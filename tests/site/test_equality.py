"""A site answers as the folder that it was built from: over HTTP, from its folder on disk, and from a JSON export."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.sites import serving
from tests.loading import asking
from tests.loading.asking import asked
from tests.loading.published_worlds import CONTENT

import lexigraph


@pytest.fixture(scope="module", params=["site", "offline_site", "addressed_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of a site; its content lies beside it."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(folder) as address:
        yield address


def test_the_site_of_this_repository_answers_as_its_content(flagship_site, tmp_path):
    content = lexigraph.load(CONTENT)
    content.export("json", tmp_path / "concepts.json")
    with serving(flagship_site) as address:
        graphs = {
            "content": content, "address": lexigraph.load(address), "export": lexigraph.load(tmp_path / "concepts.json"),
        }  # fmt: skip
    for _, answers in asked(graphs, 500, 1):
        assert [name for name, answer in answers.items() if answer != answers["content"]] == []


def test_a_site_and_its_export_answer_as_their_folder(folder, address, tmp_path):
    content = lexigraph.load(folder.parent / "content")
    content.export("json", tmp_path / "concepts.json")
    graphs = {
        "content": content, "address": lexigraph.load(address), "site": lexigraph.load(folder),
        "export": lexigraph.load(tmp_path / "concepts.json"),
    }  # fmt: skip
    for name, graph in graphs.items():
        assert (graph == content, hash(graph) == hash(content), name) == (True, True, name)
        assert graph.diagnostics == content.diagnostics
    for _, answers in asked(graphs, 50, 1, without_addresses=True):
        assert [name for name, answer in answers.items() if answer != answers["content"]] == []
    assert lexigraph.diff(graphs["address"], content).changes == ()


def test_pages_are_where_the_site_has_them(folder, address):
    graph = lexigraph.load(address)
    for entry in graph:
        path = entry.url.removeprefix("https://example.org/kb/").removeprefix(address)
        page = folder / path
        assert entry.url.startswith("http")
        assert (page / "index.html" if page.is_dir() else page).is_file()


def test_whatever_a_graph_answers_is_among_the_questions():
    asked_for = set(re.findall(r"[.\"](\w+)", Path(asking.__file__).read_text("utf-8")))
    public = {name for name in dir(lexigraph.ConceptGraph) if not name.startswith("_")}
    changes = {"check", "rename", "merge", "new", "fix", "require_files"}  # these want a folder
    inner = {"addresses", "as_exported", "direction", "question_facts"}  # the others are made of these
    assert public - asked_for == {*changes, *inner, "export", "built_from", "read_only", "diagnostics"}
