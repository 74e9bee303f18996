"""Where a graph comes from: the project around, a folder, a file, a site."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.cli.conftest import KNOWLEDGE_BASE, write

SETTINGS = "site_name: x\ndocs_dir: content\nsite_url: https://example.org/kb\n"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def _published(here: Path, run) -> Iterator[str]:
    """The address of a folder that holds what a site publishes of the graph; the project says that it is there."""
    (here / "site").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(here / "site")))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    write(here, {"mkdocs.yml": f"site_name: x\ndocs_dir: content\nsite_url: {address}\n"})
    run("export", "json", "-o", here / "site/concepts.json")
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site(here: Path, run) -> Iterator[str]:
    with _published(here, run) as address:
        yield address


ASKED = (
    ("show", "rag"),
    ("show", "rag", "--format", "json"),
    ("list", "--format", "csv"),
    ("search", "numbers"),
    ("neighbours", "embedding"),
    ("path", "RAG", "embedding", "--format", "jsonl"),
    ("questions", "--format", "json"),
)


def test_a_file_a_folder_and_an_address_answer_as_the_folder_of_markdown_does(here, run, site):
    for arguments in ASKED:
        answer = run(*arguments)
        assert answer.exit_code == 0
        for source in (site, here / "site/concepts.json", here / "site"):
            asked = run(*arguments, "--graph", source)
            assert (asked.exit_code, asked.stderr) == (0, "")
            assert asked.stdout == answer.stdout, (arguments, source)


def test_a_site_is_counted_and_compared(here, run, site):
    assert run("stats", site).stdout == run("stats").stdout
    assert run("diff", site, "content").stdout.startswith("Nothing in the graph changes")
    (here / "content/ideas/embedding.md").unlink()
    assert "embedding" in run("diff", site, "content", "--format", "csv").stdout
    assert "1 entry removed" in run("diff", site, "content").stdout


def test_a_site_that_does_not_answer_is_served_by_its_copy_which_is_said(here, run):
    with _published(here, run) as address:
        answer = run("show", "rag", "--graph", address)
    again = run("show", "rag", "--graph", address)
    assert (again.exit_code, again.stdout) == (0, answer.stdout)
    assert again.stderr.startswith("warning: this is a copy of 20")
    assert again.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "http://127.0.0.1:9/",
            "error: cannot read http://127.0.0.1:9/concepts.json: nobody answers at '127.0.0.1:9'\n",
        ),
        (
            "ftp://example.org/",
            "error: cannot read ftp://example.org/: 'ftp:' is not read\n  help: give an address that ",
        ),
        ("nowhere", "error: there is no folder nowhere\n  help: name the folder that holds the Markdown files\n"),
        (
            "example.org/kb",
            "error: there is no folder example.org/kb\n  help: an address begins with https://, as https://",
        ),
        ("", "error: the name of the graph is empty\n"),
        ("content/scheme.yml", "error: cannot read content/scheme.yml: "),
        ("content/ideas/embedding.md", "error: content/ideas/embedding.md is a file\n  help: name the folder "),
    ],
)
def test_what_is_no_graph_is_said(here, run, source, said):
    for arguments in (("show", "rag"), ("stats",), ("questions",), ("export", "json")):
        result = run(*arguments, "--graph", source)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(said)


def test_an_address_without_a_graph_is_said(here, run, site):
    result = run("show", "rag", "--graph", f"{site}nothing/")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing is there (404)\n  help: name the home page of a site that lexigraph built" in result.stderr


def test_the_project_is_found_from_a_folder_below(here, run, monkeypatch):
    write(here, {"mkdocs.yml": SETTINGS})
    answer = run("list").stdout
    for folder in ("content", "content/ideas"):
        monkeypatch.chdir(here / folder)
        assert run("list").stdout == answer
        assert run("check").exit_code == 0


def test_files_are_named_as_they_are_opened_from_a_folder_below(here, run, monkeypatch):
    write(here, {"mkdocs.yml": SETTINGS, "content/bad.md": "---\ntitle: A\nuses: [nobody]\n---\nA.\n"})
    monkeypatch.chdir(here / "content/ideas")
    assert "\n../bad.md:3:8: error[" in f"\n{run('check', '--format', 'concise').stdout}"


def test_a_knowledge_base_here_comes_before_a_project_above(here, run, monkeypatch):
    write(here, {"mkdocs.yml": SETTINGS, "other/content/scheme.yml": "title: X\n", "other/content/x.md": "# X\n"})
    monkeypatch.chdir(here / "other")
    assert run("list").stdout.startswith("x  X")


def test_the_search_for_a_project_ends_at_the_top_of_a_repository(here, run, monkeypatch):
    write(here, {"mkdocs.yml": SETTINGS, "other/.git/HEAD": "", "other/below/x.md": "# X\n"})
    monkeypatch.chdir(here / "other/below")
    assert run("list").exit_code == 2


def test_a_project_where_everybody_may_write_is_not_the_users(here, run, monkeypatch):
    write(here, {"mkdocs.yml": SETTINGS, "below/x.md": "# X\n"})
    here.chmod(0o777)
    monkeypatch.chdir(here / "below")
    assert run("list").exit_code == 2
    monkeypatch.chdir(here)
    assert run("list").exit_code == 0


def test_addresses_are_whole_where_the_project_says_where_it_is_published(here, run):
    write(here, {"mkdocs.yml": SETTINGS})
    assert "\nhttps://example.org/kb/methods/rag/\n" in run("show", "rag").stdout
    for arguments in (("show", "rag"), ("list",), ("search", "rag"), ("questions",), ("order", "rag")):
        found = json.loads(run(*arguments, "--json").stdout)
        urls = [record["url"] for record in (found if isinstance(found, list) else [found])]
        assert all(url.startswith("https://example.org/kb/") for url in urls), arguments
    assert "https://example.org/kb/methods/rag/" in run("export", "json").stdout


def test_without_an_address_they_begin_at_the_root_of_the_site(here, run):
    assert json.loads(run("show", "rag", "--json").stdout)["url"] == "methods/rag/"
    assert "methods/rag/" not in run("show", "rag").stdout


def test_the_entries_around_one_can_be_exported(here, run):
    write(here, {"content/ideas/token.md": "---\ntitle: Token\nuses: [embedding]\n---\nA.\n"})

    def exported(*options):
        document = json.loads(run("export", "json", *options).stdout)
        return [entry["id"] for entry in document["entries"]]

    assert exported() == ["embedding", "rag", "token"]
    assert exported("--around", "RAG") == ["embedding", "rag"]
    assert exported("--around", "RAG", "--depth", "2") == ["embedding", "rag", "token"]
    assert exported("--around", "RAG", "--depth", "0", "--around", "token") == ["rag", "token"]
    assert exported("--around", "RAG", "--relations", "broader") == ["rag"]
    assert run("export", "json", "--depth", "2").exit_code == 2
    assert run("export", "json", "--around", "nobody").exit_code == 1


def test_the_formats_are_listed_with_what_they_leave_out(here, run):
    from lexigraph.export import EXPORTERS

    listed, helped = run("export").stdout, run("export", "--help").stdout
    for name, exporter in EXPORTERS.items():
        assert f"{name} (" in listed
        assert f"\n  {name} " in helped
        assert (", ".join(exporter.LEFT_OUT) or "lossless") in listed
    assert run("export", "-o", "x").exit_code == 2


def test_the_suffix_of_the_file_chooses_the_syntax(here, run):
    write(here, {"content/scheme.yml": f"{KNOWLEDGE_BASE['content/scheme.yml']}base_iri: https://example.org/\n"})
    run("export", "skos", "-o", here / "a.nt")
    run("export", "skos", "-o", here / "a.ttl")
    assert "@prefix" in (here / "a.ttl").read_text()
    assert "@prefix" not in (here / "a.nt").read_text()


def test_an_export_is_imported_again(here, run):
    run("export", "json", "-o", here / "kb.json")
    result = run("import", "json", here / "kb.json", "-o", here / "copy")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{here / 'copy'}: wrote " in result.stderr
    assert run("diff", "content", "copy").stdout.startswith("Nothing in the graph changes")
    again = run("import", "json", here / "kb.json", "-o", here / "copy", "--dry-run")
    assert "would write 0 files" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("import", "jsn", "a.json"),
            2,
            "error: there is no format 'jsn'\n  help: the nearest is 'json'; formats are json",
        ),
        (("import", "json", "nowhere.json"), 2, "error: there is no file nowhere.json\n"),
        (("import", "json", "content/scheme.yml"), 1, "refused: "),
    ],
)
def test_what_cannot_be_imported_is_said(here, run, arguments, code, said):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(said)


def test_names_of_entries_and_formats_complete(here, run):
    def completed(*words):
        environment = {
            "_LEXIGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(("lexigraph", *words)),
            "COMP_CWORD": str(len(words)),
        }  # fmt: skip
        from click.testing import CliRunner

        from lexigraph.cli import lexigraph

        found = CliRunner().invoke(lexigraph, [], env=environment, prog_name="lexigraph").output
        return [line.partition(",")[2] for line in found.splitlines() if line]

    assert completed("show", "em") == ["embedding"]
    assert completed("path", "rag", "em") == ["embedding"]
    assert completed("export", "graph") == ["graphml"]
    assert completed("list", "--form") == ["--format"]
    assert completed("show", "em", "--graph") == ["--graph"]
    (here / "content").rename(here / "elsewhere")
    assert completed("show", "em") == []


def test_problems_while_loading_are_counted_even_when_there_is_no_answer(here, run):
    write(here, {"content/bad.md": "---\ntitle: A\ntags: [a\n---\n"})
    for arguments, status in ((("show", "rag"), 0), (("show", "nobody"), 1), (("list",), 0), (("export", "json"), 0)):
        result = run(*arguments)
        assert result.exit_code == status
        assert result.stderr.startswith("1 error while loading; see 'lexigraph check'\n")


def test_of_records_that_are_left_out_the_first_is_named(here, run):
    records = '[{"id": "a", "path": "a.md", "title": "A"}, {"id": "b", "path": "../b.md", "title": "B"}]'
    write(here, {"other.json": f'{{"schema": 1, "scheme": {{"title": "T"}}, "entries": {records}}}'})
    assert run("list", "--graph", "other.json").stderr == (
        "1 error in other.json, which another program wrote or changed; the first: $.entries[1].path: this is no path of "
        "a Markdown file below a folder\n"
    )


def test_a_server_without_a_graph_names_its_own_way_out(tmp_path: Path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    asked = run("mcp")
    assert (asked.exit_code, "lexigraph mcp SOURCE" in asked.stderr, "--graph" in asked.stderr) == (2, True, False)
