from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "t/l.md": "---\ntitle: L\nkind: lesson\ndefinition: First.\nrequires: [a]\naddresses: [b]\n---\nText.",
    "t/m.md": "---\ntitle: M\nkind: lesson\nrequires: [l]\n---\nText.",
    "t/a.md": "---\ntitle: Z\n---\nX.",
    "t/b.md": "---\ntitle: B\nrequires: [a]\n---\nX.",
    "t/c.md": "# C\n\nX.",
    "u/d.md": "# D\n\nX.",
}


def test_lessons_stand_in_order_with_what_each_teaches():
    html = html_of(site(FILES), "reading-order.md")
    lessons = html.partition('id="t"')[0]
    assert lessons.index(">L</a>") < lessons.index(">M</a>")
    assert '<p class="lx-note">Teaches <a href="../t/b/">B</a></p>' in lessons


def test_the_entries_of_a_topic_stand_in_order_and_the_others_are_counted():
    html = html_of(site(FILES), "reading-order.md")
    topic = html.partition('id="t"')[2]
    assert topic.index(">Z</a>") < topic.index(">B</a>")
    assert '<p class="lx-count"><a href="../t/">1 more entry</a> in any order</p>' in topic
    assert [text for level, text in seen(html).headings if level == 2] == ["Lessons", "T"]


def test_home_and_lessons_lead_to_it():
    made = site(FILES)
    assert 'href="reading-order/"' in html_of(made, "index.md")
    assert 'href="../../reading-order/"' in html_of(made, "t/m.md")
    assert broken_links(made) == []


def test_where_nothing_has_an_order_there_is_no_page():
    assert "reading-order.md" not in site({"a.md": "# A\n\nX."}).pages
