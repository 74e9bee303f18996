from lexigraph.page.mentioned_in import marked
from tests.page.pages import broken_links, html_of, seen, site


def test_backlinks_are_grouped_by_entry_with_the_mention_marked():
    files = {"a.md": "# A\n\nText.", "b.md": "# B\n\nX.\n\nSee [it](a.md) & more. Again [a](a.md)!"}
    assert (
        '<li><p class="lx-from"><a href="../b/">B</a> <span class="lx-kind" data-kind="concept">Concept</span></p>'
        '<p class="lx-sentence">See <mark>it</mark> &amp; more.</p><p class="lx-sentence">Again <mark>a</mark>!</p></li>'
    ) in html_of(site(files), "a.md")


def test_names_without_a_link_are_folded_with_their_number():
    files = {
        "wasp.md": "# Wasp\n\nText.",
        "b.md": "# Big\n\nX.\n\nEvery wasp flies.",
        "c.md": "# Cat\n\nSee [it](wasp.md), a wasp.",
    }
    html = html_of(site(files), "wasp.md")
    assert "<summary>Named without a link in 1 more entry</summary>" in html
    assert "Every <mark>wasp</mark> flies." in html


def test_relations_are_not_repeated_as_backlinks():
    files = {"a.md": "# A\n\nText.", "b.md": "---\ntitle: B\nuses: [a]\n---\nX."}
    assert "Mentioned in" not in html_of(site(files), "a.md")


def test_beyond_fifty_the_rest_stand_on_a_page_of_their_own():
    files = {f"e{number}.md": f"# E{number}\n\nX.\n\nSee [it](a.md)." for number in range(60)}
    made = site({"a.md": "# A\n\nText.", **files})
    html = html_of(made, "a.md")
    assert '10 more: <a href="backlinks/">all entries that speak of it</a>' in html
    assert html.count('<p class="lx-from">') == 50
    assert html_of(made, "a/backlinks.md").count('<p class="lx-from">') == 60
    assert broken_links(made) == []
    assert seen(html_of(made, "a/backlinks.md")).headings[0] == (1, "A: mentioned in")


def test_a_place_that_is_not_in_the_sentence_marks_nothing():
    assert marked("a <b>", (0, 0)) == "a &lt;b&gt;"
    assert marked("abc", (1, 9)) == "abc"
    assert marked("a<c", (1, 2)) == "a<mark>&lt;</mark>c"


def test_a_name_alone_in_a_cell_comes_with_the_heading_above_it():
    table = "# B\n\nX.\n\n## Steps\n\n| step | what |\n|---|---|\n| 1. [a](a.md) | more |\n"
    html = html_of(site({"a.md": "# A\n\nX.", "b.md": table}), "a.md")
    assert '<p class="lx-sentence">1. <mark>a</mark> <span class="lx-count">under “Steps”</span></p>' in html


def test_a_name_that_is_a_sentence_comes_with_the_rest_of_its_item():
    html = html_of(site({"a.md": "# A\n\nX.", "b.md": "# B\n\nX.\n\n- **[A](a.md).** It is the first.\n"}), "a.md")
    assert '<p class="lx-sentence"><mark>A</mark>. It is the first.</p>' in html
