import pytest

from lexigraph.page import redirects, unwritable_redirects
from tests.page.pages import site


def written(old, *, directory_urls=True, **more):
    names = ", ".join(f"'{name}'" for name in ([old] if isinstance(old, str) else old))
    files = {"t/new.md": f"---\ntitle: New & <b>\nredirect_from: [{names}]\n---\nText.", **more}
    return dict(redirects(site(files, directory_urls=directory_urls)))


def test_an_old_path_leads_to_the_entry():
    document = written("t/old")["t/old/index.html"]
    assert '<link rel="canonical" href="../new/">' in document
    assert '<meta http-equiv="refresh" content="0; url=../new/">' in document
    assert '<meta name="robots" content="noindex">' in document
    assert '<a href="../new/">New &amp; &lt;b&gt;</a>' in document
    assert document.count("<a ") == 1


def test_it_is_a_file_beside_the_pages_when_links_end_in_html():
    assert 'href="new.html"' in written("t/old", directory_urls=False)["t/old.html"]


def test_an_old_name_leads_on_from_the_root_and_from_the_folder_of_the_entry():
    assert list(written("old")) == ["old/index.html", "t/old/index.html"]


def test_an_old_address_that_ends_in_html_is_that_file():
    assert list(written("x/old.html")) == ["x/old.html"]


@pytest.mark.parametrize(
    "old",
    [
        "../out", "t/../../out", "t//out", "t/./out", "..", ".", "t/.hidden", "t/con\\out", "C:/out", "t/a\\u0000b",  "t/" + "x" * 300, "~/..", "t/a?b", "t/a*b",
    ],
)  # fmt: skip
def test_nothing_is_written_outside_the_site_or_under_a_name_that_is_none(old):
    assert written(old) == {}


def test_an_old_name_that_no_file_can_have_is_reported():
    names = "['t/a?b', 't/old', '../out']"
    made = site({"t/new.md": f"---\ntitle: New\nredirect_from: {names}\n---\nText."})
    assert unwritable_redirects(made) == ("../out", "t/a?b")


def test_an_absolute_path_is_a_path_of_the_site():
    assert list(written("/x/old")) == ["x/old/index.html"]


@pytest.mark.parametrize("old", ["t/new", "T/New", "t/index", "index", "a-z", "T"])
def test_nothing_is_written_over_a_page(old):
    assert not {name.casefold() for name in written(old)} & {
        "t/new/index.html",
        "t/index.html",
        "index.html",
        "a-z/index.html",
    }


def test_the_page_for_what_is_not_there_is_nobodys_redirect():
    assert "404.html" not in written("404", directory_urls=False)
    assert "404.html" not in written("404.html")


def test_a_file_is_never_made_a_folder():
    assert list(written(["x/old.html", "x/old.html/deep"])) == ["x/old.html"]


def test_a_file_that_is_a_redirect_leads_on():
    files = {"t/rag.md": "# RAG\n\nText.", "t/ann.md": "---\ntitle: ANN\ndestination: rag\n---\n"}
    assert list(dict(redirects(site(files)))) == ["t/ann/index.html"]


def test_a_redirect_to_nothing_is_not_written():
    assert dict(redirects(site({"t/ann.md": "---\ntitle: ANN\ndestination: nowhere\n---\n"}))) == {}
