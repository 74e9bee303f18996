import json

import pytest

from lexigraph.export import EXPORTERS


def test_a_format_of_one_file_is_printed(here, run):
    result = run("export", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["schema"] == 1


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_can_be_written(here, run, tmp_path, name):
    result = run("export", name, "-o", tmp_path / "out", "--site-url", "https://example.org/kb")
    assert result.exit_code == 0
    assert not list(tmp_path.rglob("*.part"))


def test_a_folder_of_files_is_not_printed(here, run):
    result = run("export", "llms")
    assert result.exit_code == 2
    assert "help: name it: lexigraph export llms -o folder" in result.stderr


def test_what_is_left_out_is_said(here, run, tmp_path):
    result = run("export", "inventory", "-o", tmp_path / "objects.inv")
    assert "left out: all but names and addresses" in result.stderr


def test_an_unknown_format_is_named_with_those_there_are(here, run):
    result = run("export", "grpahml")
    assert result.exit_code == 2
    assert result.stderr == "error: there is no format 'grpahml'\n  help: the nearest is 'graphml'\n"
