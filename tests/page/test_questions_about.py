from tests.page.pages import html_of, seen, site

BULLETS = "# A\n\nText.\n\n## Open questions\n\n- Why *so*? {#why}\n- When?\n"


def test_a_bullet_is_shown_at_its_own_place_with_its_state():
    html = html_of(site({"a.md": BULLETS}), "a.md")
    assert '<li id="why"><p class="lx-question">Why <em>so</em>?</p>' in html
    assert '<span class="lx-state" data-state="open">open</span>' in html


def test_a_bullet_with_a_file_of_the_same_id_is_a_link_to_it():
    files = {"a.md": BULLETS, "why.md": "---\ntitle: Why so really?\nkind: question\nabout: [a]\n---\n"}
    html = html_of(site(files), "a.md")
    assert '<li id="why"><p class="lx-question"><a href="../why/">Why so really?</a></p>' in html


def test_a_question_elsewhere_is_a_link_with_state_review_and_what_would_settle_it():
    files = {
        "a.md": "# A\n\nText.",
        "q.md": (
            "---\ntitle: So?\nkind: question\nabout: [a, b]\nstate: open\nreview: disputed\n"
            "evidence_needed: [A *trial*., Time.]\n---\n"
        ),
        "b.md": "# B\n\nX.",
    }
    html = html_of(site(files), "a.md")
    assert '<a href="../q/">So?</a>' in html
    assert "<span>disputed</span>" in html
    assert "Would settle it: A <em>trial</em>. Time." in html
    assert '<span>about <a href="../b/">B</a></span>' in html


def test_open_ones_come_first_and_no_relation_repeats_them():
    files = {
        "a.md": "# A\n\nText.",
        "p.md": "---\ntitle: A first?\nkind: question\nabout: [a]\nstate: answered\n---\n",
        "q.md": "---\ntitle: B second?\nkind: question\nabout: [a]\n---\n",
    }
    html = html_of(site(files), "a.md")
    listed = html.partition("</figure>")[2]
    assert listed.index("B second?") < listed.index("A first?")
    assert listed.count("A first?") == 1
    assert [text for level, text in seen(html).headings if level == 2] == ["Connections", "Open questions"]


def test_questions_about_narrower_entries_are_counted():
    files = {"a.md": "---\ntitle: A\nnarrower: [b]\n---\nText.", "b.md": BULLETS.replace("# A", "# B")}
    html = html_of(site(files), "a.md")
    assert '<p class="lx-count">2 more in narrower entries: <a href="../b/">B</a></p>' in html


def test_many_narrower_entries_fold_with_their_number():
    files = {f"e{number}.md": BULLETS.replace("# A", f"# E{number}") for number in range(15)}
    html = html_of(site({"a.md": f"---\ntitle: A\nnarrower: [{', '.join(files)}]\n---\nText.", **files}), "a.md")
    assert '<p class="lx-count">30 more in narrower entries: ' in html
    assert "<details><summary>The 3 others</summary>" in html


def test_questions_about_parts_of_kinds_are_counted_too():
    files = {"a.md": "---\ntitle: A\nnarrower: [b]\n---\nText.", "b.md": "---\ntitle: B\nhas_part: [c]\n---\nText."}
    files["c.md"] = BULLETS.replace("# A", "# C")
    assert '2 more in narrower entries: <a href="../c/">C</a>' in html_of(site(files), "a.md")
