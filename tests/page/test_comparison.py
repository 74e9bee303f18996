from tests.page.pages import html_of, seen, site

FILES = {
    "a.md": "---\ntitle: A\nuses: [s, x]\ncontrasts_with: [b: in size]\n---\nThe first.",
    "b.md": "---\ntitle: B\nkind: tool\nuses: [s, y]\n---\nThe second.\n\n## Open questions\n\n- Why b?\n",
    "s.md": "# S\n\nX.", "x.md": "# X\n\nX.", "y.md": "# Y\n\nX.",
    "c.md": "---\ntitle: A or B\nkind: comparison\ncompares: [a, b]\n---\nWhich?\n\n## Factors\n\nBoth cost.\n\n## Open questions\n\n- Who?\n",
}  # fmt: skip


def test_the_sides_stand_side_by_side_with_kind_and_definition():
    html = html_of(site(FILES), "c.md")
    assert (
        '<li class="lx-side" data-lx-entry="b"><span class="lx-kind" data-kind="tool">Tool</span><h3><a href="../b/">B</a></h3><p>The second.</p>'
    ) in html
    assert '<b>A</b> differs from <b>B</b></p><p class="lx-note">in size</p>' in html


def test_what_they_share_and_where_they_differ_comes_from_their_relations():
    html = html_of(site(FILES), "c.md")
    assert '<dt>Uses</dt><dd><a href="../s/">S</a></dd>' in html
    assert (
        '<tr><th scope="row">Uses</th><td data-label="A"><a href="../x/">X</a></td><td data-label="B"><a href="../y/">Y</a></td></tr>'
    ) in html


def test_open_questions_are_its_own_then_those_about_either():
    html = html_of(site(FILES), "c.md")
    assert html.index("Who?") < html.index("About what is compared:") < html.index("Why b?")
    assert len([text for level, text in seen(html).headings if text == "Open questions"]) == 1


def test_each_side_names_the_comparison():
    assert '<b>A</b> is compared in </span><a href="../c/">A or B</a>' in html_of(site(FILES), "a.md")


def test_a_comparison_of_nothing_is_still_a_page():
    page = seen(html_of(site({"c.md": "---\ntitle: C\nkind: comparison\ncompares: [gone]\n---\nText."}), "c.md"))
    assert page.empty == []
    assert "C compares gone" in page.text
