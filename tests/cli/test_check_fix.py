"""`lexigraph check --fix`: what was done, what is left, and nothing that was not asked for."""

import json

import pytest
from tests.cli.conftest import write

RAG = '---\ntitle: Retrieval\naliases: ["", RAG]\ndefinition: Fetching documents.\nuses: [embeding]\n---\n'


@pytest.fixture
def faulty(here):
    write(here, {"content/scheme.yml": "title: T\ncheck: {ignore: [I, W309]}\n", "content/methods/rag.md": RAG})
    return here


def text(here):
    return (here / "content/methods/rag.md").read_text()


def test_without_the_flag_nothing_is_written(faulty, run):
    assert "[--fix]" in run("check").stdout
    assert text(faulty) == RAG


def test_safe_fixes_are_made_and_the_rest_is_printed(faulty, run):
    result = run("check", "--fix")
    assert result.exit_code == 1
    first, second = result.stdout.split("\n", 1)
    assert first.startswith("fixed content/methods/rag.md:3:")
    assert first.endswith(' W012 empty-item: removed ""')
    assert second.startswith("content/methods/rag.md:5:8: error[E301] no entry has the name 'embeding'\n")
    assert result.stderr == "fixed 1 in 1 file · left: 1 error, 0 warnings in 2 entries · 1 more with --unsafe-fixes\n"
    assert text(faulty) == RAG.replace('["", RAG]', "[RAG]")


def test_guesses_are_made_when_asked_for(faulty, run):
    result = run("check", "--unsafe-fixes")
    assert result.exit_code == 0
    assert "E301 unknown-entry: embeding -> embedding\n" in result.stdout
    assert result.stderr == "fixed 2 in 1 file · left: nothing in 2 entries\n"


def test_a_second_run_changes_nothing(faulty, run):
    run("check", "--fix", "--unsafe-fixes")
    before = text(faulty)
    assert run("check", "--fix", "--unsafe-fixes").stderr == "fixed nothing · left: nothing in 2 entries\n"
    assert text(faulty) == before


def test_the_patch_is_printed_and_nothing_written(faulty, run):
    result = run("check", "--fix", "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- a/content/methods/rag.md\n+++ b/content/methods/rag.md\n@@ ")
    assert '-aliases: ["", RAG]\n' in result.stdout
    assert result.stderr.startswith("would fix 1 in 1 file · left: 1 error")
    assert text(faulty) == RAG


def test_only_what_a_path_narrows_to_is_mended(faulty, run):
    write(faulty, {"content/ideas/tea.md": '---\ntitle: Tea\naliases: [""]\ndefinition: A drink.\nuses: [rag]\n---\n'})
    run("check", "--fix", "content/ideas/tea.md")
    assert "aliases" not in (faulty / "content/ideas/tea.md").read_text()
    assert text(faulty) == RAG


def test_advice_is_followed_only_when_it_is_printed(here, run):
    write(here, {"content/ideas/b.md": "---\ntitle: B\ndefinition: A letter.\nrelated: [RAG]\n---\n"})
    assert run("check", "--fix").stderr.startswith("fixed nothing")
    assert "I410 informal-reference: RAG -> rag\n" in run("check", "--fix", "--info", "--select", "I410").stdout


def test_findings_for_programs_stay_alone_on_stdout(faulty, run):
    result = run("check", "--fix", "--format", "json")
    assert [finding["code"] for finding in json.loads(result.stdout)] == ["E301"]
    assert result.stderr.startswith("fixed content/methods/rag.md:3:")


def test_advice_that_is_selected_is_printed_and_mended(here, run):
    file = here / "content/methods/rag.md"
    write(here, {"content/methods/rag.md": file.read_text().replace(" {#long-context}", "")})
    assert "info[I606]" in run("check", "--select", "I606").stdout
    assert "I606 unanchored-question: added {#" in run("check", "--select", "I606", "--fix").stdout
    assert "unnecessary? {#" in file.read_text()
