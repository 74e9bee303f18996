from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "t/a.md": "---\ntitle: A\nuses: [s, x]\ncontrasts_with: [b: in size]\n---\nThe first.",
    "u/b.md": "---\ntitle: B\nuses: [s]\n---\nThe second.\n\n## Open questions\n\n- Why b?\n",
    "s.md": "# S\n\nX.", "x.md": "# X\n\nX.",
}  # fmt: skip


def test_two_entries_that_differ_and_that_nobody_compared_have_a_page_side_by_side():
    made = site(FILES)
    page = made.pages[made.paths["contrast", "a b"]]
    assert (page.path, page.title) == ("compare/a-vs-b.md", "A vs B")
    html = html_of(made, page.path)
    assert '<li class="lx-side" data-lx-entry="b">' in html
    assert '<b>A</b> differs from <b>B</b></p><p class="lx-note">in size</p>' in html
    assert '<dt>Uses</dt><dd><a href="../../s/">S</a></dd>' in html
    assert "Why b?" in html
    assert seen(html).empty == []


def test_both_lead_to_it_from_where_they_say_that_they_differ():
    link = '<p class="lx-more"><a href="../../compare/a-vs-b/">Side by side</a></p>'
    made = site(FILES)
    assert html_of(made, "t/a.md").count(link) == 1
    assert html_of(made, "u/b.md").count(link) == 1
    assert broken_links(made) == []


def test_an_authored_comparison_takes_its_place():
    made = site({**FILES, "c.md": "---\ntitle: A or B\nkind: comparison\ncompares: [a, b]\n---\nText."})
    assert not [page for page in made.pages.values() if page.kind == "contrast"]
    assert "Side by side" not in html_of(made, "t/a.md")


def test_pairs_whose_ids_read_alike_have_pages_of_their_own():
    files = {
        "a.md": "---\ntitle: A\ncontrasts_with: [b-vs-c]\n---\nX.", "b-vs-c.md": "# B vs C\n\nX.",
        "a-vs-b.md": "---\ntitle: A vs B\ncontrasts_with: [c]\n---\nX.", "c.md": "# C\n\nX.",
    }  # fmt: skip
    made = site(files)
    assert len([page for page in made.pages.values() if page.kind == "contrast"]) == 2
    assert broken_links(made) == []
