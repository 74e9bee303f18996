from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "t/a.md": "---\ntitle: Agent (search)\naliases: [Agent]\nscope_note: Searches.\n---\nThe first.",
    "u/b.md": "---\ntitle: Agent (learning)\naliases: [agent]\n---\nThe second. See [[Agent]].",
}


def test_a_name_of_several_entries_has_a_page_of_what_it_may_mean():
    made = site(FILES)
    assert made.paths["disambiguation", "agent"] == "agent.md"
    html = html_of(made, "agent.md")
    assert seen(html).headings == [(1, "Agent"), (2, "Agent may mean")]
    assert '<a href="../t/a/">Agent (search)</a></p><p class="lx-note">Searches.</p>' in html
    assert made.pages["agent.md"].description == "May mean: Agent (search); Agent (learning)."
    assert broken_links(made) == []


def test_its_entries_lead_to_it():
    html = html_of(site(FILES), "t/a.md")
    assert '<p class="lx-scope">Searches. Other meanings: <a href="../../agent/">Agent</a></p>' in html


def test_a_written_one_wins():
    offered = "---\ntitle: Several meanings\nkind: disambiguation\nrelated: [a, b]\n---\n"
    named = "---\ntitle: Agent\nkind: disambiguation\nrelated: [a]\n---\n"
    for written in (offered, named):
        made = site({**FILES, "d.md": written})
        assert not [page for page in made.pages.values() if page.kind == "disambiguation"], written
        assert broken_links(made) == []


def test_it_is_never_written_over_a_page():
    made = site({**FILES, "agent/x.md": "# X\n\nX."})
    assert made.paths["disambiguation", "agent"] == "all-agent.md"
    assert broken_links(made) == []


def test_a_title_decides_against_aliases():
    files = {"a.md": "# Agent\n\nX.", "b.md": "---\ntitle: B\naliases: [agent]\n---\nX."}
    assert not [page for page in site(files).pages.values() if page.kind == "disambiguation"]


def test_the_card_of_a_written_one_says_what_it_may_mean():
    files = {**FILES, "d.md": "---\ntitle: D\nkind: disambiguation\nrelated: [a, b]\n---\n", "e.md": "# E\n\nX. [[D]]"}
    terms = html_of(site(files), "e.md").partition("lx-terms")[2]
    assert "May mean: Agent (search); Agent (learning)." in terms


def test_many_meanings_are_told_in_a_few_words():
    files = {f"t{n}/e{n}.md": f"---\ntitle: Same\naliases: [x{n}]\n---\nX." for n in range(9)}
    made = site(files)
    assert made.pages["same.md"].description.endswith("; and 4 more.")
    assert "Same (T0)" in made.pages["same.md"].description
    assert html_of(made, "same.md").count("<li data-lx-entry") == 9
