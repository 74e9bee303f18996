from pathlib import Path

import pytest

from lexigraph.site.output import WrongOutputError, replaceable

SITE_PAGE = '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7.0">'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "rag.md").write_text("RAG")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def test_a_folder_that_is_not_there_may_be_made(tmp_path, content):
    assert replaceable(tmp_path / "a" / "site", content) == (tmp_path / "a" / "site").resolve()


def test_an_empty_folder_may_be_replaced(output, content):
    assert replaceable(output, content) == output.resolve()


def test_a_site_may_be_replaced(output, content):
    (output / "index.html").write_text(SITE_PAGE)
    assert replaceable(output, content) == output.resolve()


def test_a_symbolic_link_to_a_site_stands_for_the_site(tmp_path, output, content):
    (output / "index.html").write_text(SITE_PAGE)
    (tmp_path / "link").symlink_to(output)
    assert replaceable(tmp_path / "link", content) == output.resolve()


def test_a_site_inside_the_content_folder_may_be_replaced(content):
    (content / "site").mkdir()
    (content / "site" / "index.html").write_text(SITE_PAGE)
    assert replaceable(content / "site", content) == (content / "site").resolve()


def test_a_folder_with_other_files_is_refused(output, content):
    (output / "thesis.tex").write_text("years of work")
    with pytest.raises(WrongOutputError, match="holds no site"):
        replaceable(output, content)


def test_a_web_page_of_somebody_else_is_refused(output, content):
    (output / "index.html").write_text("<h1>My page</h1>")
    with pytest.raises(WrongOutputError, match="holds no site"):
        replaceable(output, content)


@pytest.mark.parametrize("name", [".git", "mkdocs.yml", "pyproject.toml"])
def test_a_project_or_work_tree_is_refused_even_with_a_site_in_it(output, content, name):
    (output / "index.html").write_text(SITE_PAGE)
    (output / name).write_text("")
    with pytest.raises(WrongOutputError, match="holds no site"):
        replaceable(output, content)


def test_the_content_folder_itself_is_refused(content):
    with pytest.raises(WrongOutputError, match="holds the content folder"):
        replaceable(content, content)


def test_a_folder_that_holds_the_content_is_refused(tmp_path, content):
    (tmp_path / "index.html").write_text(SITE_PAGE)
    with pytest.raises(WrongOutputError, match="holds the content folder"):
        replaceable(tmp_path, content)


def test_a_file_is_refused(tmp_path, content):
    (tmp_path / "site.txt").write_text("")
    with pytest.raises(WrongOutputError, match="is a file"):
        replaceable(tmp_path / "site.txt", content)


def test_a_folder_below_a_file_is_refused(tmp_path, content):
    (tmp_path / "site.txt").write_text("")
    with pytest.raises(WrongOutputError, match="is a file"):
        replaceable(tmp_path / "site.txt" / "site", content)


def test_a_page_that_only_speaks_of_mkdocs_is_no_site(output, content):
    (output / "index.html").write_text("<p>I love MkDocs</p>")
    with pytest.raises(WrongOutputError):
        replaceable(output, content)
