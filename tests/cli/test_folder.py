from pathlib import Path

import pytest

from lexigraph.cli.folder import content_folder, display_prefix, project_here
from lexigraph.cli.shared import WrongUse


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.mark.parametrize(
    ("settings", "content"),
    [
        ("docs_dir: knowledge", "knowledge"),
        ("site_name: x", "docs"),
        ("docs_dir: x\nplugins: [material/search, {lexigraph: {content: knowledge}}]", "knowledge"),
        ("docs_dir: x\nplugins: {lexigraph: {content: knowledge}}", "knowledge"),
        ("docs_dir: knowledge\nplugins: [lexigraph]", "knowledge"),
        ("docs_dir: knowledge\nx: !ENV HOME\ny: !!python/name:os.system", "knowledge"),
        ("- a list", "docs"),
    ],
)
def test_mkdocs_yml_says_where_the_content_is(here, settings, content):
    write(here, {"mkdocs.yml": settings})
    assert project_here().content == here / content


def test_settings_are_inherited(here):
    write(here, {"mkdocs.yml": "INHERIT: base/all.yml", "base/all.yml": "docs_dir: knowledge"})
    assert project_here().content == here / "knowledge"


def test_settings_that_inherit_in_a_circle_end(here):
    write(here, {"mkdocs.yml": "INHERIT: mkdocs.yml\ndocs_dir: knowledge"})
    assert project_here().content == here / "knowledge"


def test_settings_never_run_code(here):
    write(here, {"mkdocs.yml": "x: !!python/object/apply:pathlib.Path.touch [ran]\ndocs_dir: knowledge"})
    assert project_here().content == here / "knowledge"
    assert not (here / "ran").exists()


def test_settings_that_cannot_be_read_are_said_so(here):
    write(here, {"mkdocs.yml": "a: [1"})
    with pytest.raises(WrongUse, match=r"mkdocs\.yml cannot be read"):
        project_here()


def test_without_settings_there_is_no_project(here):
    assert project_here() is None


def test_without_settings_the_folder_is_content(here):
    write(here, {"content/rag.md": ""})
    assert content_folder(None) == Path("content")


def test_a_folder_that_is_given_wins_over_the_settings(here):
    write(here, {"mkdocs.yml": "docs_dir: content", "content/a.md": "", "other/b.md": ""})
    assert content_folder(Path("other")) == Path("other")


@pytest.mark.parametrize(
    ("files", "given", "message"),
    [
        ({}, None, "there is no folder content here, and no mkdocs.yml that names another"),
        ({"mkdocs.yml": "docs_dir: kb"}, None, "there is no folder kb named in mkdocs.yml"),
        ({}, Path("kb"), "there is no folder kb"),
        ({"kb.md": ""}, Path("kb.md"), "kb.md is a file"),
        ({"kb/a.txt": ""}, Path("kb"), "there is no Markdown in kb"),
        ({"kb/_a.md": "", "kb/.b/c.md": ""}, Path("kb"), "there is no Markdown in kb"),
    ],
)
def test_what_cannot_be_read_is_said_so(here, files, given, message):
    write(here, files)
    with pytest.raises(WrongUse) as error:
        content_folder(given)
    assert error.value.message == message


@pytest.mark.parametrize(
    ("folder", "prefix"), [("content", "content/"), (".", ""), ("a/b", "a/b/"), ("/elsewhere", "/elsewhere/")]
)
def test_places_are_shown_as_they_are_opened_from_here(here, folder, prefix):
    assert display_prefix(Path(folder)) == prefix
