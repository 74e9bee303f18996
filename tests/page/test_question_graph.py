import re

from tests.page.pages import broken_links, html_of, seen, site
from tests.page.question_world import QUESTIONS

MADE = site(QUESTIONS)
HTML = html_of(MADE, "t/whole.md")
FIGURE = HTML.partition('<figure class="lx-graph lx-graph--questions">')[2].partition("</figure>")[0]


def at(words: str, name: str = "x") -> int:
    """Where the text with these words stands in the picture."""
    found = re.search(rf'<text[^>]* {name}="(\d+)"[^>]*>{re.escape(words)}', FIGURE)
    assert found is not None, words
    return int(found[1])


def test_what_comes_before_stands_left_and_what_hangs_on_it_right():
    middle = at("Is it good?")
    assert at("Is the first half good?") < middle
    assert at("Is it small?") < middle
    assert at("Is all good?") < middle
    other = html_of(MADE, "t/part.md")
    right = re.search(r'<text x="(\d+)" y="\d+">Is it good\?', other)
    assert right is not None
    assert int(right[1]) > middle


def test_every_group_has_its_words_and_every_state_its_mark():
    assert re.findall(r'<text class="lx-words"[^>]*>(.*?)</text>', FIGURE) == [
        "Parts", "Depends on", "Would be settled by",
    ]  # fmt: skip
    assert re.findall(r'<g class="lx-mark" data-state="(.*?)">', FIGURE) == [
        "partially-answered", "answered", "open", "open",
    ]  # fmt: skip
    assert re.findall(r'<span class="lx-state" data-state="(.*?)">', FIGURE) == [
        "open", "partially-answered", "answered",
    ]  # fmt: skip


def test_a_bullet_in_it_leads_to_its_place():
    assert '<a href="../a/#small" tabindex="-1">' in FIGURE
    assert broken_links(MADE) == []


def test_it_takes_no_focus_and_is_hidden_from_readers_of_the_list():
    assert 'aria-hidden="true"' in FIGURE
    assert FIGURE.count("<a ") == FIGURE.count('tabindex="-1"') == 4


def test_a_long_group_shows_how_many_more_there_are():
    files = {"a.md": "# A\n\nX.", "q.md": "---\ntitle: Q?\nkind: question\nabout: [a]\n---\n"}
    files |= {
        f"r{number}.md": f"---\ntitle: R{number}?\nkind: question\nabout: [a]\ndepends_on: [q]\n---\n"
        for number in range(20)
    }
    html = html_of(site(files), "q.md")
    assert ">+13 more</text>" in html
    assert '<a href="#dependencies" tabindex="-1">' in html
    assert len(re.findall('<p class="lx-sentence"><span><b>Q\\?</b> holds up', html)) == 20


def test_a_question_without_links_has_none():
    assert "lx-graph--questions" not in html_of(MADE, "t/promoted.md")


def test_a_hostile_title_is_text():
    files = {"a.md": "# A\n\nX.", "q.md": "---\ntitle: '<b onclick=x>\"&?'\nkind: question\nabout: [a]\n---\n"}
    files["r.md"] = "---\ntitle: R?\nkind: question\nabout: [a]\ndepends_on: [q]\n---\n"
    for path in ("q.md", "r.md"):
        page = seen(html_of(site(files), path))
        assert page.unclosed == []
        assert '<b onclick=x>"&?' in page.text
