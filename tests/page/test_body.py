import pytest

from lexigraph.page import render
from tests.page.pages import html_of, seen, site


def body_of(text, **more):
    files = {"t/a.md": f"---\ntitle: A\ndefinition: D.\n---\n{text}", **more}
    return html_of(site(files), "t/a.md")


def levels(text):
    return [level for level, _ in seen(body_of(text)).headings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## B\n\nX.\n\n### C\n\nX.", [1, 2, 3]),
        ("# B\n\nX.\n\n## C\n\nX.", [1, 2, 3]),
        ("# B\n\nX.\n\n#### C\n\nX.\n\n## D\n\nX.", [1, 2, 3, 3]),
        ("### B\n\nX.\n\n## C\n\nX.\n\n### D\n\nX.", [1, 2, 2, 3]),
        ("# B\n\n## C\n\n### D\n\n#### E\n\n##### F\n\n###### G\n\nX.", [1, 2, 3, 4, 5, 6, 6]),
        ("> # B\n>\n> X.", [1, 2]),
        ("- ## B\n\n  X.", [1, 2]),
        ("<h1>B</h1>\n\nX.", [1, 2]),
    ],
)
def test_headings_begin_at_level_2_and_leave_out_none(text, expected):
    assert levels(text) == expected


def test_a_heading_with_nothing_under_it_is_not_printed_but_can_be_led_to():
    html = body_of("## Full\n\nX.\n\n## Empty\n\n### Deeper\n\n## Also full\n\nSee [there](#empty).")
    assert [text for _, text in seen(html).headings] == ["A", "Full", "Also full"]
    assert '<span id="empty"></span>' in html
    assert 'href="#empty"' in html


def test_a_heading_over_a_filled_subheading_is_printed():
    assert [text for _, text in seen(body_of("## Top\n\n### Below\n\nX.")).headings] == ["A", "Top", "Below"]


def test_a_heading_of_code_alone_keeps_its_heading():
    assert [text for _, text in seen(body_of("## `fit()`\n\nX.")).headings] == ["A", "fit()"]


def test_a_heading_links_to_itself():
    assert '<h2 id="why-so">Why so?<a class="headerlink" href="#why-so" aria-label=' in body_of("## Why so?\n\nX.")


def test_text_is_escaped_and_soft_breaks_stay():
    assert 'a &lt;b&gt; &amp; "c"\nd' in body_of('a \\<b> & "c"\nd')


def test_the_first_mention_in_a_section_leads_to_its_entry():
    html = body_of("A wasp and a wasp.\n\n## More\n\nOf the wasp.", **{"u/wasp.md": "# Wasp\n\nAn insect."})
    assert html.count('<a class="lx-mention" data-lx="wasp" href="../../u/wasp/">wasp</a>') == 2


def test_several_mentions_in_one_text_each_get_a_link():
    files = {"t/wasp.md": "# Wasp\n\nX.", "t/moth.md": "# Moth\n\nX."}
    assert body_of("A moth & a wasp.", **files).count("lx-mention") == 2


def test_nothing_is_linked_in_headings_code_or_links():
    html = body_of("## Wasp\n\n`wasp` and [a wasp](https://example.org).", **{"t/wasp.md": "# Wasp\n\nX."})
    assert "lx-mention" not in html


def test_the_contents_hold_levels_2_and_3():
    made = site({"a.md": "# A\n\nText.\n\n## B\n\nX.\n\n### C\n\nX.\n\n#### D\n\nX.\n\n## E\n\nX."})
    (b, e) = render(made.pages["a.md"], made).toc
    assert (b.title, [item.title for item in b.children], e.title, e.children) == ("B", ["C"], "E", ())


def test_a_page_without_text_has_no_body():
    assert "lx-body" not in body_of("")
