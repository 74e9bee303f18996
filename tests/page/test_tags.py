from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "t/a.md": "---\ntitle: A\ntags: [data, C++, data]\n---\nFirst.",
    "t/b.md": "---\ntitle: B\nkind: tool\ntags: [data, c]\n---\nSecond.",
}


def test_the_index_lists_the_tags_in_use_with_their_counts():
    html = html_of(site(FILES, scheme="title: World\ntags: [data, C++, c, unused]"), "tags.md")
    assert '<li><a class="lx-tag" href="data/">data</a> <span class="lx-count">2 entries</span></li>' in html
    assert "unused" not in html


def test_the_page_of_a_tag_lists_its_entries_by_kind():
    html = html_of(site(FILES), "tags/data.md")
    assert [text for level, text in seen(html).headings if level == 3] == ["Concepts", "Tools"]
    assert '<a href="../../t/b/">B</a>' in html


def test_an_entry_shows_each_of_its_tags_once_as_a_link():
    html = html_of(site(FILES), "t/a.md")
    assert html.count('<a class="lx-tag" href="../../tags/data/">data</a>') == 1


def test_tags_that_are_written_alike_have_pages_of_their_own():
    made = site(FILES)
    assert len({made.paths["tags", "C++"], made.paths["tags", "c"]}) == 2
    assert broken_links(made) == []


def test_without_tags_there_is_no_index():
    assert "tags.md" not in site({"a.md": "# A\n\nX."}).pages
