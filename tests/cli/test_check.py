import json

import click
import pytest
from tests.cli.conftest import write

from lexigraph.check.report import STYLES
from lexigraph.cli.check import FORMATS


@pytest.fixture
def faulty(here):
    return write(
        here,
        {
            "content/x.md": "---\ntitle: X\ndefinition: One.\nuses: [gone]\n---\n",
            "content/y.md": "---\ntitle: Y\ndefinition: Two.\nuses: [x]\n---\n\n[[not yet]]\n",
        },
    )


def test_a_clean_knowledge_base_passes(here, run):
    result = run("check", "--ignore", "I")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found in 2 entries\n")


def test_an_error_is_printed_with_its_place_and_fails(faulty, run):
    result = run("check", "--ignore", "W402,I")
    assert result.exit_code == 1
    assert result.stdout.startswith("content/x.md:4:8: error[E301] no entry has the name 'gone'\n")
    assert result.stderr == "1 error, 0 warnings in 4 entries\n"


def test_a_warning_fails_only_when_strict(faulty, run):
    assert run("check", "--select", "W402").exit_code == 0
    assert run("check", "--select", "W402", "--strict").exit_code == 1


def test_a_path_narrows_what_is_printed(faulty, run):
    result = run("check", "content/y.md", "--format", "concise", "--ignore", "I")
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["content/y.md"]


def test_a_folder_outside_the_knowledge_base_is_one(faulty, run):
    write(faulty, {"other/a.md": "---\ntitle: A\nuses: [nothing]\n---\n"})
    result = run("check", "other", "--format", "concise")
    assert result.stdout == "other/a.md:3:8: error[E301] no entry has the name 'nothing'\n"


def test_findings_can_be_read_by_programs(faulty, run):
    findings = json.loads(run("check", "--format", "json", "--select", "E301").stdout)
    assert [finding["code"] for finding in findings] == ["E301"]


def test_every_way_to_write_findings_can_be_asked_for():
    assert set(FORMATS) == set(STYLES)


def test_a_rule_that_is_none_is_wrong_use(here, run):
    result = run("check", "--select", "unknown-entri")
    assert result.exit_code == 2
    assert "unknown-entry" in result.stderr


def test_a_path_that_is_not_there_is_wrong_use(here, run):
    result = run("check", "content/nothing.md")
    assert (result.exit_code, result.stderr) == (2, "error: there is no file or folder content/nothing.md\n")


def test_what_is_quiet_prints_findings_and_no_summary(faulty, run):
    result = run("check", "-q", "--select", "E301", "--format", "concise")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.count("\n") == 1


def test_colour_is_for_terminals_and_for_those_who_ask(here, run):
    write(here, {"content/ideas/embedding.md": "---\ntitle: Embedding\ndefinition: Numbers.\nuses: [gone]\n---\n"})
    assert "\x1b[" not in run("check").stdout
    coloured = run("check", "--color", "always").stdout
    assert "\x1b[31m\x1b[1merror[E301]" in coloured
    assert click.unstyle(coloured) == run("check").stdout


def test_a_site_with_an_address_in_its_settings_wants_no_other(here, run):
    select = ("--select", "incomplete-scheme")
    assert "'base_iri'" in run("check", *select).stdout
    write(here, {"mkdocs.yml": "site_name: T\ndocs_dir: content\nsite_url: https://example.org/kb\n"})
    assert "'base_iri'" not in run("check", *select).stdout
