import pytest

from tests.page.pages import html_of, seen, site


def test_tools_and_examples_are_a_table():
    files = {
        "a.md": "---\ntitle: A\n---\nText.",
        "t.md": "---\ntitle: T\nkind: tool\nimplements: [a]\ndeveloped_by: [o]\ndefinition: A tool.\n---\n",
        "u.md": "---\ntitle: U\nkind: tool\nuses: [a]\n---\nText.",
        "n.md": "---\ntitle: N\nuses: [a]\n---\nText.",
        "i.md": "---\ntitle: I\ninstance_of: [a]\n---\nText.",
        "o.md": "---\ntitle: O\nkind: organization\n---\nText.",
    }
    html = html_of(site(files), "a.md")
    table = html.partition('<table class="lx-examples">')[2].partition("</table>")[0]
    assert (
        '<tr><th scope="row"><a href="../t/">T</a></th><td>Tool</td><td><a href="../o/">O</a></td><td>A tool.</td></tr>'
    ) in table
    assert [name for name in "TUIN" if f">{name}</a></th>" in table] == ["T", "U", "I"]
    assert "Tools and examples" in html


def test_a_table_that_would_only_repeat_the_connections_is_left_out():
    files = {
        "a.md": "---\ntitle: A\n---\nText.",
        "t.md": "---\ntitle: T\nkind: tool\nimplements: [a]\ndefinition: A tool.\n---\n",
    }
    html = html_of(site(files), "a.md")
    assert html.count("A tool.") == 1
    assert "lx-examples" not in html


def test_terms_are_what_the_text_leads_to_and_connections_do_not_show():
    files = {
        "a.md": "---\ntitle: A\nuses: [wasp]\n---\nText.\n\nA wasp, a [moth](moth.md), a gnat.",
        "wasp.md": "# Wasp\n\nBuzzes.", "moth.md": "---\ntitle: Moth\naliases: [emmet]\n---\nCrawls.",
        "gnat.md": "# Gnat\n\nFlies.\n\n## Open questions\n\n- Why?\n",
    }  # fmt: skip
    terms = html_of(site(files), "a.md").partition('<details class="lx-terms"')[2]
    assert "Wasp" not in terms
    assert "Also called emmet.</span> Crawls.</dd>" in terms
    assert 'Flies. <span class="lx-count">1 open question</span></dd>' in terms
    assert terms.index("Gnat") < terms.index("Moth")


@pytest.mark.parametrize("kind", ["concept", "comparison", "lesson", "question", "disambiguation"])
def test_what_the_text_leads_to_is_explained_once_on_pages_of_every_kind(kind):
    files = {"a.md": f"---\ntitle: A\nkind: {kind}\ndefinition: D.\n---\nSee [[wasp]].", "wasp.md": "# Wasp\n\nBuzzes."}
    html = html_of(site(files), "a.md")
    assert '<a data-lx="wasp"' in html
    assert html.count('data-lx-entry="wasp"') == 1


def test_a_link_in_the_text_of_a_topic_or_of_home_is_explained_there():
    files = {"index.md": "See [[wasp]].", "t/index.md": "See [[wasp]].", "u/wasp.md": "# Wasp\n\nBuzzes."}
    made = site(files)
    for path in ("index.md", "t/index.md"):
        assert html_of(made, path).count('data-lx-entry="wasp"') == 1, path


def test_a_disambiguation_lists_what_it_may_mean():
    files = {
        "d.md": "---\ntitle: Agent\nkind: disambiguation\nrelated: [x]\n---\nAlso [Y](y.md).",
        "x.md": "---\ntitle: X\nscope_note: The *first*.\n---\nText.", "y.md": "# Y\n\nOther.",
    }  # fmt: skip
    html = html_of(site(files), "d.md")
    assert "Agent may mean" in seen(html).text
    listed = html.partition("Agent may mean")[2]
    assert '<a href="../x/">X</a></p><p class="lx-note">The <em>first</em>.</p>' in listed
    assert '<a href="../y/">Y</a>' in listed


def test_an_entry_with_nothing_but_a_title_is_a_whole_page():
    page = seen(html_of(site({"a.md": "---\ntitle: A\n---\n"}), "a.md"))
    assert page.headings == [(1, "A")]
    assert page.empty == []
