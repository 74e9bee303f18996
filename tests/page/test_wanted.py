from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "index.md": "Read [[Nothing]] first.",
    "a.md": "---\ntitle: A\nuses: [Nothing: for <b>]\n---\nX.\n\nIt needs [[nothing]] & more.",
    "b.md": "# B\n\nX.\n\nAlso [[Nothings]] and [[Zed]].",
}


def test_names_come_with_every_sentence_that_wants_them():
    html = html_of(site(FILES), "wanted.md")
    assert '<li id="nothing"><h2>Nothing</h2> <span class="lx-count">wanted 3 times</span>' in html
    assert '<a href="../a/">A</a><p class="lx-sentence">A uses <mark>Nothing</mark>: for &lt;b&gt;</p>' in html
    assert '<p class="lx-sentence">It needs <mark>nothing</mark> &amp; more.</p>' in html
    assert '<a href="../">World</a><p class="lx-sentence">Read <mark>Nothing</mark> first.</p>' in html


def test_the_most_wanted_come_first():
    assert [text for level, text in seen(html_of(site(FILES), "wanted.md")).headings] == [
        "Wanted",
        "Nothing",
        "Nothings",
        "Zed",
    ]


def test_it_can_be_suggested_when_the_repository_is_known():
    html = html_of(site(FILES, repo_url="https://example.org/r"), "wanted.md")
    assert "https://example.org/r/issues/new?template=suggest-an-entry.yml&amp;title=Nothing" in html


def test_near_names_are_offered():
    html = html_of(site({"embedding.md": "# Embedding\n\nX.", "a.md": "# A\n\nX.\n\nSee [[Embeddingg]]."}), "wanted.md")
    assert 'Nearest: <a href="../embedding/">Embedding</a>' in html


def test_links_to_wanted_names_arrive():
    assert broken_links(site(FILES)) == []
