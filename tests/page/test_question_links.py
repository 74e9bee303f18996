import re

from tests.page.pages import html_of, seen, site
from tests.page.question_world import QUESTIONS

MADE = site(QUESTIONS)
HTML = html_of(MADE, "t/whole.md")


def test_links_are_sentences_with_the_state_of_the_other_in_the_order_of_the_vocabulary():
    listed = HTML.partition('id="dependencies"')[2].partition("</section>\n</section>")[0]
    sentences = [re.sub("<.*?>", "", item) for item in re.findall('<p class="lx-sentence">(.*?)</p>', listed)]
    assert sentences == [
        "Is it good? has the part Is the first half good? partially answered",
        "Is it good? has the part Is the second half good? answered",
        "Is it good? depends on Is it small? open",
        "Is it good? would be settled by Is all good? open",
    ]
    assert [text for level, text in seen(HTML).headings if level == 3][:3] == [
        "Parts", "Depends on", "Would be settled by",
    ]  # fmt: skip


def test_a_note_stands_on_both_sides():
    assert '<p class="lx-note">what is small is <em>good</em></p>' in HTML
    assert '<p class="lx-note">at once</p>' in html_of(MADE, "t/part.md")


def test_each_says_what_the_other_is_about():
    assert '<p class="lx-def">about <a href="../a/">A</a></p>' in HTML


def test_they_are_not_repeated_among_the_connections():
    assert "Connections" not in [text for _, text in seen(HTML).headings]
    assert HTML.count("has the part ") == 2


def test_a_bullet_shows_its_links_at_its_place():
    html = html_of(MADE, "t/a.md")
    place = html.partition('<li id="small">')[2].partition("</li>")[0]
    assert '<p>Holds up: <a href="../whole/">Is it good?</a></p>' in place
    assert "<span>holds up 1 other</span>" in place


def test_a_part_that_is_no_question_stays_among_the_connections():
    files = {"a.md": "# A\n\nX.", "q.md": "---\ntitle: Q?\nkind: question\nabout: [a]\npart_of: [a]\n---\n"}
    html = html_of(site(files), "q.md")
    assert '<b>Q?</b> is part of </span><a href="../a/">A</a>' in html
    assert "Parts and dependencies" not in html
