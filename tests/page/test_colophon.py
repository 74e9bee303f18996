import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.history import Change, History
from lexigraph.page import Addresses, site_of
from lexigraph.page.colophon import bibtex, history_url
from tests.page.pages import html_of, seen, site
from tests.worlds import graph


def test_an_entry_is_cited_by_its_authors_with_the_year_that_is_known():
    files = {"a.md": "---\ntitle: A & B\nauthors: [Ada, Bob]\nlast_reviewed: 2026-10-02\ncreated: 2024-01-01\n---\nX."}
    html = html_of(site(files), "a.md")
    assert '<p data-lx-copy="Copy citation">Ada, Bob: “A &amp; B”. World, 2026.</p>' in html
    assert "author = {{Ada} and {Bob}},\n  title = {{A \\&amp; B}},\n  year = {2026},\n" in html


def test_without_authors_and_dates_none_are_made_up():
    html = html_of(site({"a.md": "# A\n\nX."}), "a.md")
    assert '<p data-lx-copy="Copy citation">“A”. World.</p>' in html
    assert "<code>@misc{a,\n  author = {{World}},\n  title = {{A}},\n  howpublished = {World},\n}</code>" in html


def test_what_means_something_to_tex_is_escaped():
    assert bibtex("a", ("A_b {c}",), r"50% of \x & $y^2~#", 2020, "S", "https://e.org/%7Ex") == (
        "@misc{a,\n  author = {{A\\_b \\{c\\}}},\n"
        "  title = {{50\\% of \\textbackslash{}x \\& \\$y\\textasciicircum{}2\\textasciitilde{}\\#}},\n"
        "  year = {2020},\n  howpublished = {S},\n  url = {https://e.org/%7Ex},\n}"
    )


@pytest.mark.parametrize(
    ("id", "key"),
    [("rag", "rag"), ("llms/claude", "llms-claude"), ("größe", "groe"), ("検索", "entry"), ("a{b", "a-b")],
)
def test_the_key_is_made_of_the_letters_that_every_bibtex_takes(id, key):
    assert bibtex(id, ("A",), "T", None, "S", "").startswith(f"@misc{{{key},")


@given(st.text(), st.text(), st.text())
def test_whatever_the_names_are_braces_balance(author, title, site_title):
    depth = 0
    entry = bibtex("a", (author,), title, None, site_title, "").replace("\\{", "").replace("\\}", "")
    for char in entry:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("edit", "history"),
    [
        ("https://github.com/a/b/edit/main/content/", "https://github.com/a/b/commits/main/content/t/a%20b.md"),
        ("https://gitlab.com/a/b/-/edit/main/", "https://gitlab.com/a/b/-/commits/main/t/a%20b.md"),
        ("https://example.org/r?mode=edit&path=", ""),
        ("https://example.org/r/src/", ""),
        ("", ""),
    ],
)
def test_the_history_is_where_the_editor_is(edit, history):
    assert history_url(edit, "t/a b.md") == history


def test_the_history_is_offered_where_it_can_be_read():
    made = site({"a.md": "# A\n\nX."}, edit_url="https://github.com/a/b/edit/main/content/")
    assert "https://github.com/a/b/commits/main/content/a.md" in seen(html_of(made, "a.md")).links
    assert "History" not in html_of(site({"a.md": "# A\n\nX."}), "a.md")


@pytest.mark.parametrize(("created", "number"), [("2023-11-14", 0), ("2023-11-13", 1)])
def test_the_day_of_the_last_change_is_not_said_where_it_was_written_that_day(created, number):
    done = Change("a.md", "", "changed", 1_700_000_000, "Ann", "c" * 40, "s", "", "a" * 40)
    world = graph({"a.md": f"---\ntitle: A\ncreated: {created}\n---\nX."})
    html = html_of(site_of(world, Addresses(), history=History(changes=(done,), commit="c" * 40)), "a.md")
    assert html.count("changed <time") == number
    assert html.count("written <time") == 1
