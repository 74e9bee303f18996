import re

from tests.page.pages import broken_links, html_of, seen, site

FILES = {
    "t/index.md": "# The topic\n\nWhat it is.\n\nMore.\n\n## Words\n\nText.",
    "t/a.md": "---\ntitle: A\nuses: [z]\n---\nFirst.",
    "t/b.md": "---\ntitle: B\nrequires: [a]\nkind: tool\n---\nSecond.",
    "t/c.md": "---\ntitle: C\nkind: comparison\ncompares: [a, b]\n---\nWhich?",
    "t/l.md": "---\ntitle: L\nkind: lesson\n---\nLearn.",
    "t/q.md": "---\ntitle: Why?\nkind: question\nabout: [a]\n---\n",
    "u/z.md": "# Z\n\nElsewhere.",
}


def test_a_topic_shows_its_text_then_what_it_holds():
    html = html_of(site(FILES), "t/index.md")
    assert seen(html).headings[0] == (1, "The topic")
    assert [text for level, text in seen(html).headings if level == 2] == [
        "Words", "Start with", "Entries", "Comparisons and lessons", "Open questions", "Neighbouring topics",
    ]  # fmt: skip
    assert '<p class="lx-definition">What it is.</p>' in html


def test_entries_are_grouped_by_kind_with_definitions():
    html = html_of(site(FILES), "t/index.md")
    assert [text for level, text in seen(html).headings if level == 3] == [
        "Concepts",
        "Tools",
        "Comparisons",
        "Lessons",
    ]
    assert '<a href="b/">B</a><p>Second.</p>' in html


def test_questions_stand_by_state_and_lead_to_the_table_of_all():
    answered = "---\ntitle: Done?\nkind: question\nabout: [a]\nstate: answered\n---\n"
    made = site({**FILES, "t/r.md": answered})
    html = html_of(made, "t/index.md").partition('id="open-questions"')[2]
    assert [text for level, text in seen(html).headings if level == 3] == ["Open", "Answered"]
    assert '<a href="../questions/#topic=t">These 2 in the table of all questions</a>' in html
    assert '<p class="lx-count"><a href="../questions/#state=open&amp;topic=t">1 open</a>, ' in html
    assert broken_links(made) == []


def test_it_can_be_shown_on_the_map():
    assert '<a href="../explore/#topic=t" rel="noopener">Show on the map</a>' in html_of(site(FILES), "t/index.md")


def test_no_entry_of_another_topic_is_among_them():
    assert "Elsewhere" not in html_of(site(FILES), "t/index.md")


def test_neighbouring_topics_come_with_the_number_of_relations():
    assert '<a href="../u/">U</a> <span class="lx-count">1 relation</span>' in html_of(site(FILES), "t/index.md")


def test_a_folder_without_text_is_a_topic_under_its_name():
    assert seen(html_of(site({"deep-learning/a.md": "# A\n\nX."}), "deep-learning/index.md")).headings[0] == (
        1,
        "Deep learning",
    )


def test_a_deeper_folder_has_a_page_when_it_has_a_text():
    made = site({"t/d/index.md": "# Deep\n\nText.", "t/d/a.md": "# A\n\nX.", "t/b.md": "# B\n\nSee [it](d/index.md)."})
    assert '<a href="a/">A</a>' in html_of(made, "t/d/index.md")
    assert '<a href="../d/">it</a>' in html_of(made, "t/b.md")
    assert "t/d" not in made.listings.topics


def test_an_entry_can_be_suggested_when_the_repository_is_known():
    made = site(FILES, repo_url="https://example.org/r")
    form = "https://example.org/r/issues/new?template=suggest-an-entry.yml"
    assert f'href="{form}&amp;topic=t"' in html_of(made, "t/index.md")
    assert f'href="{form}"' in html_of(made, "a-z.md")
    assert form not in html_of(site(FILES), "t/index.md")


def test_a_list_under_the_name_of_its_state_does_not_repeat_it():
    files = {
        "t/a.md": "# A\n\nX.\n\n## Open questions\n\n- Why?\n",
        "t/q.md": "---\ntitle: So?\nkind: question\nabout: [a]\nstate: answered\n---\n",
    }
    html = html_of(site(files), "t/index.md")
    assert "Open</h3>" in re.sub("<a .*?</a>", "", html)
    assert "lx-state" not in html
    del files["t/q.md"]
    assert html_of(site(files), "t/index.md").count("lx-state") == 1
