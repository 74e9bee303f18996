"""`lexigraph check --stdin-filename`: an editor's lint command reads the text that is not saved."""

import json

import pytest
from click.testing import CliRunner
from tests.cli.conftest import write

from lexigraph.cli import lexigraph

UNSAVED = "---\ntitle: Embedding\ndefinition: A list of numbers.\nuses: [gone]\n---\n"


@pytest.fixture
def lint(here):
    """Checks a text under the name of a file."""

    def check(path, text, *arguments):
        data = text.encode() if isinstance(text, str) else text
        return CliRunner().invoke(
            lexigraph, ["check", "--stdin-filename", path, "--ignore", "I", *arguments], input=data
        )

    return check


def test_the_unsaved_text_is_checked_and_its_own_line_is_shown(lint):
    result = lint("content/ideas/embedding.md", UNSAVED)
    assert result.exit_code == 1
    assert result.stdout.startswith("content/ideas/embedding.md:4:8: error[E301] no entry has the name 'gone'\n")
    assert "4 | uses: [gone]\n" in result.stdout


def test_what_is_wrong_elsewhere_is_left_out(here, lint):
    write(here, {"content/x.md": "---\ntitle: X\nuses: [lost]\n---\n"})
    assert lint("content/ideas/embedding.md", UNSAVED, "--format", "concise").stdout.count("\n") == 1


def test_a_file_that_is_not_there_yet_is_checked(here, lint):
    result = lint("content/new/thing.md", UNSAVED.replace("Embedding", "Thing").replace("gone", "rag"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert not (here / "content/new").exists()


def test_an_unsaved_scheme_is_checked(lint):
    assert "E007" in lint("content/scheme.yml", "titel: Retrieval\n").stdout


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, bytes(range(256)) * 20, b"\xff\xfe---", b"---\n" * 9])
def test_any_bytes_are_findings_and_never_a_failure(lint, data):
    result = lint("content/ideas/embedding.md", data, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["path"] == "content/ideas/embedding.md"


def test_a_file_of_no_knowledge_base_is_wrong_use(here, lint):
    result = lint("elsewhere/a.md", UNSAVED)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is part of no knowledge base" in result.stderr


def test_the_knowledge_base_is_found_by_its_scheme(here, lint):
    write(
        here, {"other/scheme.yml": "title: Other\n", "other/a.md": UNSAVED.replace("gone", "b"), "other/deep/b.md": "x"}
    )
    result = lint(
        "other/deep/b.md",
        UNSAVED.replace("Embedding", "B").replace("A list of numbers", "Another thing"),
        "--format",
        "concise",
    )
    assert result.stdout == "other/deep/b.md:4:8: error[E301] no entry has the name 'gone'\n"


@pytest.mark.parametrize("flag", ["--fix", "--diff", "--unsafe-fixes", "--write-baseline", "content"])
def test_an_unsaved_text_is_only_checked(lint, flag):
    assert lint("content/ideas/embedding.md", UNSAVED, flag).exit_code == 2
