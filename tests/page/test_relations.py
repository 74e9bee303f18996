import re

from tests.page.pages import html_of, seen, site


def entry(front, **more):
    files = {"a.md": f"---\ntitle: A\ndefinition: D.\n{front}\n---\n", "b.md": "# B\n\nThe second.", **more}
    return site(files)


def connections(made, path="a.md"):
    return html_of(made, path)


def test_a_relation_is_a_sentence_with_note_kind_and_definition():
    assert (
        '<li data-lx-entry="b"><p class="lx-sentence"><span><b>A</b> uses </span><a href="../b/">B</a></p><p class="lx-note">for <code>speed</code></p>'
        '<p class="lx-def"><span class="lx-kind" data-kind="concept">Concept</span> The second.</p></li>'
    ) in connections(entry("uses: [b: for `speed`]"))


def test_raw_html_in_a_note_makes_no_heading_and_no_id():
    html = connections(entry("uses: [{to: b, note: '<h1 id=x>Big</h1> <b id=x>bold</b> <p>'}]"))
    assert '<p class="lx-note">Big <b>bold</b> </p>' in html
    assert [level for level, _ in seen(html).headings].count(1) == 1


def test_its_other_side_says_it_in_the_words_of_the_inverse():
    html = connections(entry("uses: [b: for speed]"), "b.md")
    assert '<b>B</b> is used by </span><a href="../a/">A</a></p><p class="lx-note">for speed</p>' in html


def test_a_wanted_entry_is_a_sentence_that_leads_to_the_wanted_page():
    assert (
        '<b>A</b> uses </span><a class="lx-wanted" data-lx-wanted="1" aria-describedby="lx-not-written" '
        'href="../wanted/#nothing-yet">Nothing yet</a>'
    ) in connections(entry("uses: [Nothing yet]"))


def test_an_ambiguous_name_leads_to_what_it_may_mean():
    more = {"x/c.md": "---\ntitle: C\naliases: [same]\n---\nX.", "y/d.md": "---\ntitle: D\naliases: [same]\n---\nX."}
    html = connections(entry("uses: [same]", **more))
    assert 'uses </span><a class="lx-ambiguous" data-lx="?same" href="../same/">same</a>' in html


def test_names_and_questions_of_the_other_end_stand_there_hidden_for_the_preview_card():
    more = {"c.md": "---\ntitle: C\naliases: [Cee]\n---\nX.\n\n## Open questions\n\n- Why?\n"}
    assert (
        '<span hidden><span class="lx-also">Also called Cee.</span><span class="lx-count">1 open question</span></span>'
    ) in connections(entry("uses: [c]", **more))


def test_groups_follow_the_vocabulary_and_head_the_contents():
    made = entry("related: [b]\nuses: [c]\nbroader: [d]", **{"c.md": "# C\n\nX.", "d.md": "# D\n\nX."})
    headings = [text for level, text in seen(connections(made)).headings if level == 3]
    assert headings == ["A kind of", "Uses", "See also"]


def test_a_group_of_more_than_twelve_folds_the_rest_with_their_number():
    more = {f"e{number}.md": f"# E{number}\n\nX." for number in range(15)}
    html = connections(entry(f"uses: [{', '.join(f'e{number}' for number in range(15))}]", **more))
    assert "<details><summary>3 more</summary>" in html
    assert len(re.findall('<p class="lx-sentence"><span><b>A</b> uses', html)) == 15


def test_what_differs_stands_under_compare_and_nowhere_else():
    html = connections(entry("contrasts_with: [b: in size]"))
    assert [text for level, text in seen(html).headings if level == 2] == ["Compare"]
    assert html.count("differs from") == 1


def test_the_source_of_a_relation_is_cited_by_number_where_it_was_written():
    made = entry("uses: [{to: b, source: s}]\nsources: [{id: s, title: S, url: https://example.org/s}]")
    assert '<sup class="lx-cite" id="cite-1"><a href="#source-1" aria-label="Source 1">[1]</a></sup>' in connections(
        made
    )
    assert '(<a href="https://example.org/s" rel="noopener">S</a>)' in connections(made, "b.md")


def test_text_under_connections_that_is_no_relation_stays():
    files = {
        "a.md": "# A\n\nText.\n\n## Connections\n\nIn general they differ.\n\n- [B](b.md) — why\n",
        "b.md": "# B\n\nX.",
    }
    html = html_of(site(files), "a.md")
    assert "In general they differ." in html
    assert '<h2 id="connections" data-search-exclude>' in html
    assert '<p class="lx-note">why</p>' in html


def test_a_heading_whose_items_all_went_elsewhere_can_still_be_led_to():
    files = {
        "a.md": "---\ntitle: A\ncontrasts_with: [b]\n---\nText.\n\n## Connections\n\n- [B](b.md) — why\n",
        "b.md": "# B\n\nSee [them](a.md#connections).",
    }
    made = site(files)
    assert 'href="../a/#connections"' in html_of(made, "b.md")
    assert "connections" in seen(html_of(made, "a.md")).ids


def test_an_entry_without_relations_has_no_connections():
    assert "Connections" not in connections(site({"a.md": "# A\n\nText."}))


def test_what_an_entry_is_stands_once_on_the_page():
    html = connections(entry("requires: [b: first]\nuses: [b: for speed]"))
    assert html.count("The second.") == 1
    assert html.count('data-lx-entry="b"') == 1
    assert '<b>A</b> uses </span><a href="../b/">B</a></p><p class="lx-note">for speed</p></li>' in html


def test_what_an_entry_presupposes_stands_under_its_definition():
    more = {f"e{number}.md": f"# E{number}\n\nX." for number in range(6)}
    html = connections(entry(f"requires: [{', '.join(more)}]", **more))
    head = html.partition("</header>")[0]
    assert (
        '<p class="lx-first"><a href="#reading-order">Understand first</a>: <a data-lx="e0" href="../e0/">E0</a>'
        in head
    )
    assert 'E3</a> and <a href="#reading-order">2 more</a></p>' in head
    assert "reading-order" in seen(html).ids
