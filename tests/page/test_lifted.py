from lexigraph.page import render
from tests.page.pages import html_of, seen, site


def page(text):
    return html_of(site({"a.md": f"---\ntitle: A\ndefinition: D.\n---\n{text}"}), "a.md")


def test_lifted_parts_stand_in_their_places_whatever_the_author_did():
    html = page(
        "## Exercises\n\n1. Try.\n\n## FAQ\n\n### Why?\n\nSo.\n\n## Key takeaways\n\n- Much.\n\n## Own\n\nText.\n"
    )
    assert [text for level, text in seen(html).headings if level == 2] == [
        "Own", "Key takeaways", "Frequently asked questions", "Exercises",
    ]  # fmt: skip


def test_each_faq_item_is_a_heading_with_its_answer():
    made = site({"a.md": "# A\n\nText.\n\n## FAQ\n\n### Is *it*?\n\nYes `so`.\n\n### Not?\n\nNo.\n"})
    html = html_of(made, "a.md")
    assert '<h3 id="is-it">Is it?' in html
    assert "Yes <code>so</code>." in html
    faq = next(item for item in render(made.pages["a.md"], made).toc if item.anchor == "faq")
    assert [item.title for item in faq.children] == ["Is it?", "Not?"]


def test_text_under_a_structured_heading_stays_under_it():
    html = page("## Key takeaways\n\nThree things:\n\n- One.\n- Two.\n")
    assert html.index("Key takeaways") < html.index("Three things:") < html.index("<li>One.")


def test_a_structured_heading_with_nothing_under_it_is_not_printed():
    html = page("See [it](#key-takeaways).\n\n## Key takeaways\n")
    assert [text for level, text in seen(html).headings if level == 2] == []
    assert "key-takeaways" in seen(html).ids


def test_takeaways_keep_their_markup():
    assert "<li>Use <strong>this</strong> &amp; <code>that</code>.</li>" in page(
        "## Summary\n\n- Use **this** & `that`.\n"
    )
