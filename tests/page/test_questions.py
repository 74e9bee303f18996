import re

from tests.page.pages import broken_links, html_of, seen, site
from tests.page.question_world import QUESTIONS

FILES = {
    "t/a.md": "# A\n\nX.\n\n## Open questions\n\n- Why?\n- When?\n",
    "u/b.md": "# B\n\nX.\n\n## Open questions\n\n- Who?\n",
    "u/q.md": "---\ntitle: So?\nkind: question\nabout: [a]\nstate: answered\nholds_up: [r]\n---\n",
    "u/r.md": "---\ntitle: How?\nkind: question\nabout: [a]\nreview: disputed\nhelp_wanted: [experiment]\n---\n",
    "c.md": "---\ntitle: C\ncontested: {summary: Hm.}\n---\nX.\n\n## Open questions\n\n- What?\n",
}
HTML = html_of(site(FILES), "questions.md")


def test_counts_lead_to_their_lists():
    assert "<b>6</b> <span>questions</span>" in HTML
    assert '<a href="#state=open"><b>5</b> <span>open</span></a>' in HTML
    assert '<a href="#state=answered"><b>1</b> <span>answered</span></a>' in HTML
    assert '<a href="#review=disputed"><b>1</b> <span>disputed</span></a>' in HTML
    assert '<a href="#state="><b>6</b> <span>questions</span></a>' in HTML
    assert '<a href="#help=any"><b>1</b> <span>ask for help</span></a>' in HTML
    assert '<a href="#standing=due"><b>1</b> <span>due for review</span></a>' in HTML
    page = seen(HTML)
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_matrix_of_topics_and_states_adds_up():
    rows = re.findall(
        r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", HTML.partition("lx-matrix")[2].partition("</table>")[0]
    )
    table = [[int(number) for number in re.findall(r">(\d+)<", cells)] for _, cells in rows]
    *topics, total = table
    assert all(sum(row[:-1]) == row[-1] for row in table)
    assert [sum(column) for column in zip(*topics, strict=True)] == total
    assert total == [5, 1, 6]
    assert [re.sub("<.*?>", "", name) for name, _ in rows] == ["T", "U", "No topic", "All"]


def test_each_number_leads_to_its_first_row():
    assert {"state=open&topic=t", "state=open&topic=u", "state=answered&topic=u"} <= set(seen(HTML).ids)
    assert '<a href="#state=open&amp;topic=t">2</a>' in HTML
    assert '<a href="#topic=t">2</a>' in HTML


def test_a_topic_of_two_words_makes_no_id_with_a_space():
    files = {"my topic/a.md": "# A\n\nX.\n\n## Open questions\n\n- Why?\n", "u/b.md": "# B\n\nX."}
    made = site(files)
    page = seen(html_of(made, "questions.md"))
    assert "#state=open&topic=my-topic" in page.links
    assert [id for id in page.ids if " " in id] == []
    assert broken_links(made) == []


def test_rows_carry_what_they_are_filtered_by():
    assert (
        '<tr data-lx-row data-state="open" data-topic="u" data-review="disputed" data-about="a" '
        'data-help="any experiment" data-standing="due">'
    ) in HTML
    assert '<option value="disputed">' not in HTML, "one review is no choice"
    assert '<select name="about"><option value="">All entries</option><option value="a">A</option>' in HTML
    assert '<table class="lx-qtable" data-lx-sort>' in HTML


def test_the_newest_date_of_a_question_is_when_it_changed():
    front = "kind: question\nabout: [a]\nstate: answered\nstate_date: 2026-01-02"
    files = {
        "a.md": "# A\n\nX.",
        "q.md": f"---\ntitle: Old?\n{front}\n---\n",
        "r.md": f"---\ntitle: New?\n{front}\nresolution: {{answer: Yes., date: 2026-03-04}}\n---\n",
    }
    html = html_of(site(files), "questions.md")
    assert '<td data-label="Changed" data-value="2026-03-04"><time datetime="2026-03-04">' in html
    answered = html.partition('id="recently-answered"')[2]
    assert answered.index("New?") < answered.index("Old?")


def test_a_bullet_leads_to_its_place():
    assert '<a href="../t/a/#why">Why?</a>' in HTML


def test_rows_tell_review_help_and_what_they_hold_up():
    assert '<td data-label="Review">disputed</td>' in HTML
    assert '<td data-label="Help wanted">experiment</td>' in HTML
    assert '<td data-label="Holds up">1</td>' in html_of(site(QUESTIONS), "questions.md")


def test_help_wanted_and_contested_terms_are_listed():
    assert [text for level, text in seen(HTML).headings if level == 2] == [
        "Review due", "By topic", "All questions", "Help wanted", "Contested terms",
    ]  # fmt: skip


def test_without_topics_there_is_no_matrix():
    assert "lx-matrix" not in html_of(site({"c.md": FILES["c.md"]}), "questions.md")


def test_rows_stand_in_groups_of_their_states_with_the_number_of_each():
    table = HTML.partition("lx-qtable")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="rowgroup" colspan="6">(\w+) <span class="lx-count">(\d)</span>', table) == [
        ("Open", "5"), ("Answered", "1"),
    ]  # fmt: skip
    assert [body.count("data-lx-row") for body in table.split("<tbody data-lx-group>")[1:]] == [5, 1]


def test_the_questions_most_depended_on_come_with_numbers_in_words():
    html = html_of(site(QUESTIONS), "questions.md").partition('id="most-depended-on"')[2].partition("</section>")[0]
    assert [re.sub("<.*?>", "", item) for item in re.findall('<p class="lx-question">(.*?)</p>', html)] == [
        "Is all good?", "Is it small?", "Is the first half good?",
    ]  # fmt: skip
    assert "<p>2 others would be settled by it.</p>" in html
    assert "<p>1 question depends on it.</p>" in html


def test_what_is_due_comes_with_the_reasons():
    html = html_of(site(QUESTIONS), "questions.md").partition('id="review-due"')[2].partition("</section>")[0]
    assert "Its last review on" in html
    assert "was answered on " in html


def test_recently_answered_ones_come_with_their_answers():
    html = html_of(site(QUESTIONS), "questions.md").partition('id="recently-answered"')[2].partition("</section>")[0]
    assert '<p>It is. Answered <time datetime="2026-03-01">1 March 2026</time>.</p>' in html


def test_every_question_is_in_one_row():
    made = site(QUESTIONS)
    table = html_of(made, "questions.md").partition("lx-qtable")[2].partition("</table>")[0]
    assert table.count("data-lx-row") == len(made.graph.questions) == 9
    assert broken_links(made) == []


def test_what_is_settled_is_not_held_up_and_holds_up_nothing():
    def holding(first: str, second: str) -> bool:
        front = "kind: question\nabout: [a]\nstate:"
        files = {
            "a.md": "# A\n\nX.",
            "q.md": f"---\ntitle: First?\n{front} {first}\nholds_up: [r]\n---\n",
            "r.md": f"---\ntitle: Second?\n{front} {second}\n---\n",
        }
        made = site(files)
        said = {"holds up 1 other" in html_of(made, "a.md"), "Holds up</th>" in html_of(made, "questions.md")}
        assert len(said) == 1
        return said.pop()

    assert holding("open", "partially-answered")
    assert not holding("answered", "open")
    assert not holding("open", "answered")
