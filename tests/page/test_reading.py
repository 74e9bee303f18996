from lexigraph.query.reading_order import in_reading_order, prerequisites
from tests.page.pages import html_of, seen, site
from tests.worlds import graph


def chain(length):
    return {
        f"e{number:02}.md": f"---\ntitle: E{number:02}\n{f'requires: [e{number - 1:02}]' if number else ''}\n---\nText."
        for number in range(length)
    }


def test_what_to_read_first_is_everything_it_presupposes_in_order():
    html = html_of(site(chain(4)), "e03.md")
    order = html.partition('id="reading-order"')[2]
    assert order.index("E00") < order.index("E01") < order.index("E02")


def test_with_much_to_read_first_only_the_nearest_is_listed_and_that_is_said():
    html = html_of(site(chain(20)), "e19.md")
    order = html.partition('id="reading-order"')[2]
    assert "E18" in order
    assert "E17" not in order
    assert "These presuppose more" in order


def test_what_it_leads_on_to_is_listed():
    assert '<ul class="lx-next">\n<li><a href="../e01/">E01</a></li>\n</ul>' in html_of(site(chain(2)), "e00.md")


def test_lessons_know_their_place_and_their_neighbours():
    lessons = {
        "c.md": "---\ntitle: C\nkind: lesson\ndefinition: D.\nrequires: [z]\n---\nText.",
        "z.md": "---\ntitle: Z\nkind: lesson\ndefinition: D.\n---\nText.",
        "m.md": "---\ntitle: M\nkind: lesson\ndefinition: D.\nrequires: [c]\n---\nText.",
    }
    made = site(lessons)
    assert '<a href="../reading-order/">Lesson 2 of 3</a> · 1 minute to read' in html_of(made, "c.md")
    assert '<p class="lx-learn" data-search-exclude>What you will learn</p><p class="lx-definition">D.</p>' in html_of(
        made, "c.md"
    )
    assert html_of(made, "c.md").count('rel="prev" href="../z/"') == 2
    assert html_of(made, "c.md").count('rel="next" href="../m/"') == 2
    assert 'rel="prev"' not in html_of(made, "z.md")
    assert 'rel="next"' not in html_of(made, "m.md")
    assert next(text for level, text in seen(html_of(made, "c.md")).headings if level == 2) == "Read first"


def test_a_lesson_alone_has_no_neighbours():
    assert "lx-pager" not in html_of(site({"a.md": "---\ntitle: A\nkind: lesson\n---\nText."}), "a.md")


def test_entries_in_a_circle_stand_together_by_title():
    world = graph({
        "b.md": "---\ntitle: B\nrequires: [a]\n---\nX.", "a.md": "---\ntitle: A\nrequires: [b]\n---\nX.",
        "c.md": "---\ntitle: C\nrequires: [b]\n---\nX.", "0.md": "---\ntitle: Z\nrequired_for: [a]\n---\nX.",
    })  # fmt: skip
    assert in_reading_order(world, ["a", "b", "c", "0"]) == ("0", "a", "b", "c")
    assert prerequisites(world, "a") == {"b", "0"}


def test_ties_are_decided_by_level_then_title():
    world = graph({
        "a.md": "---\ntitle: A\nlevel: advanced\n---\nX.", "b.md": "---\ntitle: B\n---\nX.",
        "c.md": "---\ntitle: C\nlevel: intro\n---\nX.", "d.md": "---\ntitle: D\nlevel: intro\n---\nX.",
    })  # fmt: skip
    assert in_reading_order(world, world.entries) == ("c", "d", "b", "a")
