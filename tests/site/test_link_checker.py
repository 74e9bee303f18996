from pathlib import Path

import pytest
from tests.site.link_checker import main, problems


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "index.html").write_text('<h1 id="top-of-b">B</h1><a href="../">home</a><a href="..">home</a>')
    (tmp_path / "style.css").write_text("")
    return tmp_path


def found(site: Path, html: str) -> list[str]:
    (site / "index.html").write_text(html)
    return list(problems(site))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a%20b/">B</a>',
        '<a href="a%20b/#top-of-b">B</a>',
        '<p id="é"></p><a href="#%C3%A9">here</a>',
        '<link rel="stylesheet" href="style.css?v=1">',
        '<a href="https://example.org/">elsewhere</a>',
        '<a href="mailto:a@example.org">mail</a>',
        '<a href="./">home</a><a href=".">home</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="data:image/png;base64,AAAA">',
        '<meta http-equiv="refresh" content="0; url=a%20b/">',
    ],
)
def test_what_is_right_is_not_reported(site, html):
    assert found(site, html) == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="gone/">x</a>', "index.html: 'gone/' leads nowhere"),
        ('<a href="a%20b">x</a>', "index.html: 'a%20b' leads nowhere"),
        ('<a href="a%20b/#gone">x</a>', "index.html: 'a%20b/#gone' names no element of a b/index.html"),
        ('<a href="#gone">x</a>', "index.html: '#gone' names no element of index.html"),
        ('<a href="/a%20b/">x</a>', "index.html: '/a%20b/' is not relative"),
        ('<a href="../">x</a>', "index.html: '../' leads nowhere"),
        ('<script src="https://example.org/x.js"></script>', "index.html: 'https://example.org/x.js' is fetched from another host"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "index.html: '//example.org/x.css' is fetched from another host"),
        ('<img srcset="a.png 2x">', "index.html: 'a.png' leads nowhere"),
        ('<a href="javascript:alert(1)">x</a>', "index.html: 'javascript:alert(1)' is no address of a web page"),
        ('<p id="x"></p><p id="x"></p>', "index.html: the id 'x' stands more than once"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "index.html: 'gone/' leads nowhere"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported(site, html, problem):
    assert found(site, html) == [problem]


def test_the_404_page_may_lead_to_the_root_of_the_server(site):
    (site / "index.html").write_text("")
    (site / "404.html").write_text('<a href="/a%20b/">B</a><a href="/gone/">x</a>')
    assert list(problems(site)) == ["404.html: '/gone/' leads nowhere"]


def test_a_folder_without_pages_is_a_problem(tmp_path):
    assert list(problems(tmp_path)) == [f"{tmp_path}: there is no page"]


def test_as_a_script_it_fails_when_there_is_a_problem(site, capsys):
    (site / "index.html").write_text('<a href="gone/">x</a>')
    assert main([str(site)]) == 1
    assert capsys.readouterr().out == f"{site}/index.html: 'gone/' leads nowhere\n1 problems in 2 pages\n"
