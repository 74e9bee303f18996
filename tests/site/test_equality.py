"""A site answers as the folder that it was built from: over HTTP, from its folder on disk, and from a JSON export."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.loading.asking import asked

import lexigraph


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", params=["site", "offline_site", "addressed_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of a site; its content lies beside it."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


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
    for _, answers in asked(graphs, 150, 1, without_addresses=True):
        assert [name for name, answer in answers.items() if answer != answers["content"]] == []
    assert lexigraph.diff(graphs["address"], content).changes == ()


def test_pages_are_where_the_site_has_them(folder, address):
    graph = lexigraph.load(address)
    for entry in graph:
        path = entry.url.removeprefix("https://example.org/kb/").removeprefix(address)
        page = folder / path
        assert entry.url.startswith("http")
        assert (page / "index.html" if page.is_dir() else page).is_file()
