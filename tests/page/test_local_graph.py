import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.page.text_width import lines_of, shortened, width
from tests.page.pages import html_of, seen, site
from tests.page.small_world import HOSTILE, hostile_world


def picture(files: dict[str, str], path: str = "t/a.md", **options: object) -> str:
    found = re.search(r'<figure class="lx-graph">.*?</figure>', html_of(site(files, **options), path), re.DOTALL)
    return found[0] if found else ""


def entry(title: str, front: str = "", kind: str = "concept") -> str:
    return f"---\ntitle: {title}\nkind: {kind}\n{front}---\nText.\n"


def star(count: int, key: str = "uses") -> dict[str, str]:
    ids = [f"n{number}" for number in range(count)]
    others = {f"t/{id}.md": entry(f"Neighbour {id}") for id in ids}
    return {"t/a.md": entry("A", f"{key}: [{', '.join(ids)}]\n"), **others}


def test_there_is_none_with_fewer_than_two_neighbours():
    assert picture(star(1)) == ""
    assert picture(star(2)).count("<rect") == 3


def test_incoming_stands_left_outgoing_right_each_under_its_words():
    files = {
        "t/a.md": entry("A", "uses: [b]\n"), "t/b.md": entry("B"), "t/c.md": entry("C", "requires: [a]\n"),
    }  # fmt: skip
    made = picture(files)
    left, right = re.search(r'<g class="lx-left">(.*?)</g>', made)[1], re.search(r"<g>(.*?)</g>", made)[1]
    assert ">Leads on to<" in left and ">C<" in left
    assert ">Uses<" in right and ">B<" in right


def test_links_take_no_focus_and_the_picture_is_hidden_from_screen_readers_but_has_a_caption():
    made = picture(star(3))
    assert made.count("<a href") - 1 == made.count('tabindex="-1"') == 3  # one link stands in the caption
    assert 'aria-hidden="true"' in made
    assert "The list below says the same" in made
    assert 'href="../../path/#from=a"' in made


def test_at_most_24_neighbours_typed_ones_first_and_the_rest_as_a_number():
    files = star(20)
    files["t/a.md"] = files["t/a.md"].replace(
        "---\nText", f"related: [{', '.join(f'r{n}' for n in range(10))}]\n---\nText"
    )
    files |= {f"t/r{number}.md": entry(f"Related {number}") for number in range(10)}
    made = picture(files)
    assert made.count('tabindex="-1"') == 25
    assert ">+6 more<" in made and 'href="#connections"' in made
    assert all(f">Neighbour n{number}<" in made for number in range(20))


def test_lines_differ_by_family_questions_by_shape_and_wanted_names_by_their_outline():
    files = {
        "t/a.md": entry("A", "broader: [b]\ncontrasts_with: [c]\nrelated: [d, Nowhere]\n"),
        **{f"t/{name}.md": entry(name.upper()) for name in "bcd"},
        "t/q.md": "---\ntitle: Why?\nkind: question\nabout: [a]\n---\nText.\n",
    }
    made = picture(files)
    assert all(f'<path class="lx-{family}"' in made for family in ("tree", "peer", "loose", "ask"))
    assert re.search(r'<path class="lx-ask" d="[^"]*z"/><text[^>]*>Why\?<', made)
    assert re.search(r'<a href="[^"]*wanted/#[^"]*" tabindex="-1"><rect class="lx-dashed"', made)


def test_sixteen_neighbours_weigh_at_most_4_kb():
    assert len(picture(star(16)).encode()) <= 4096


def test_a_hostile_title_is_text():
    made = picture(hostile_world(), "topic/a.md")
    assert "<img" not in made
    assert HOSTILE[:9].replace("<", "&lt;") in made


def test_an_entry_whose_relations_all_stand_under_compare_has_its_picture():
    files = {"t/a.md": entry("A", "contrasts_with: [b, c]\n"), "t/b.md": entry("B"), "t/c.md": entry("C")}
    assert picture(files)
    found = seen(html_of(site(files), "t/a.md"))
    assert len(found.ids) == len(set(found.ids))
    assert not found.empty and not found.unclosed


def test_widths_know_narrow_wide_and_full_width_letters():
    assert width("ill") < width("www")
    assert width("検索") == 2.0
    assert width("e\u0301") == width("e")


@settings(max_examples=200)
@given(st.text(max_size=200), st.floats(2, 20))
def test_a_shortened_text_fits(text, most):
    short, wide = shortened(text, most)
    assert wide <= most + 1e-6
    assert short == text or short.endswith("…")
    lines = lines_of(text, most, 3)
    assert len(lines) <= 3
    assert all(width(line) <= most + 1e-6 for line in lines)
