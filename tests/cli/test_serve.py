import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import write

SETTINGS = """\
site_name: Retrieval
docs_dir: content
theme: {name: lexigraph}
plugins: [material/search, lexigraph]
"""
PATIENCE = 20.0
"""Seconds."""


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(here: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    line = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nfrom lexigraph.cli import main\nmain()"
    write(here, {"mkdocs.yml": SETTINGS})
    command = [sys.executable, "-c", line, "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=here) as process:
        yield process
        process.kill()


def page(port: int, path: str, wanted: str) -> str:
    """The page, as soon as it holds the words."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
                text = answer.read().decode()
        except OSError:
            text = ""
        if wanted in text or time.monotonic() > end:
            return text
        time.sleep(0.05)


def test_a_saved_entry_is_served_with_its_findings_and_a_broken_build_leaves_the_last_pages(here, server, port):
    assert "A list of numbers" in page(port, "ideas/embedding/", "A list of numbers")
    write(here, {"content/ideas/embedding.md": "---\ntitle: Embedding\ndefinition: Numbers.\nuses: [gone]\n---\n"})
    changed = page(port, "ideas/embedding/", "Numbers.")
    assert "Numbers." in changed
    assert "no entry has the name" in changed
    write(
        here, {"mkdocs.yml": "site_name: [\n", "content/ideas/embedding.md": "---\ntitle: E\ndefinition: None.\n---\n"}
    )
    said = iter(server.stderr.readline, "")
    assert any("not rebuilt" in line for line in said)
    assert "Numbers." in page(port, "ideas/embedding/", "Numbers.")
    write(here, {"mkdocs.yml": SETTINGS})
    assert "None." in page(port, "ideas/embedding/", "None.")
    server.send_signal(signal.SIGINT)
    assert server.wait(PATIENCE) == 0


def test_an_address_in_use_is_wrong_use(here, run, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        result = run("serve", "--port", port)
    assert (result.exit_code, "choose another --port" in result.stderr) == (2, True)


def test_content_that_is_not_there_is_wrong_use(here, run):
    assert run("serve", "nowhere").exit_code == 2
