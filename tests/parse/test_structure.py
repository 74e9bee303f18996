from tests.parse.rendered import body_html, html_of
from tests.worlds import parsed

from lexigraph.model import Scheme


def test_each_bullet_under_open_questions_is_a_question():
    entry = parsed(
        "# T\n\n## Open Questions\n\n- Does *scale* suffice? {#scale}\n- Who asks [x](x.md)?\n\n  Because.\n"
    )
    first, second = entry.questions
    assert (first.id, first.text, first.anchor, first.is_anchored) == ("scale", "Does scale suffice?", "scale", True)
    assert html_of(entry.prose.questions[0]) == "<p>Does <em>scale</em> suffice?</p>\n"
    assert (second.id, second.is_anchored) == ("who-asks-x", False)
    assert html_of(entry.prose.questions[1]) == "<p>Who asks <ref n=0>x</ref>?</p>\n<p>Because.</p>\n"
    assert entry.body.sections[-1].blocks == ()


def test_a_tight_question_is_inline_and_spans_what_was_written():
    text = "# T\n\n## Open questions\n\n- Why? {#why}\n- [ ] A task?"
    entry = parsed(text)
    assert [html_of(segments) for segments in entry.prose.questions] == ["Why?", "A task?"]
    assert [text[item.span.start : item.span.end] for item in entry.questions] == ["Why? {#why}", "A task?"]


def test_two_questions_of_one_text_get_two_ids():
    entry = parsed("# T\n\n## Open questions\n\n- Why?\n- Why?\n- Why? {#why}")
    assert [item.id for item in entry.questions] == ["why", "why-2", "why-3"]


def test_a_question_and_a_heading_never_share_an_anchor():
    entry = parsed("# T\n\n## Open questions\n\n- Sources?\n\n## Sources\n")
    assert [item.anchor for item in entry.questions] == ["sources-2"]
    assert entry.questions[0].id == "sources"


def test_a_paragraph_under_open_questions_stays():
    entry = parsed("# T\n\nlead\n\n## Open questions\n\nIntro.\n\n- Why?\n\nOutro.")
    assert body_html(entry) == "<p>Intro.</p>\n<p>Outro.</p>\n"


def test_a_subsection_has_the_role_of_the_heading_above_it():
    entry = parsed("# T\n\nlead\n\n### Open questions\n\n#### Theory\n\n- Why?\n\n### After\n\ntext")
    assert [(section.title, section.role) for section in entry.body.sections] == [
        ("", ""), ("Open questions", "questions"), ("Theory", "questions"), ("After", ""),
    ]  # fmt: skip
    assert len(entry.questions) == 1


def test_each_h3_under_faq_is_a_question_with_all_that_stands_below_it():
    entry = parsed("# T\n\n## FAQ\n\nIntro.\n\n### Is *it*?\n\nYes.\n\n#### Deeper\n\nMore.\n\n### And?\n\nNo.\n")
    first, second = entry.prose.faq
    assert (first.question, first.anchor, first.text) == ("Is it?", "is-it", "Yes. More.")
    assert html_of(first.segments) == '<p>Yes.</p>\n<h4><span id="deeper"></span>Deeper</h4>\n<p>More.</p>\n'
    assert second.text == "No."
    assert [section.title for section in entry.body.sections] == ["FAQ", "Is it?", "And?"]
    assert body_html(entry) == "<p>Intro.</p>\n"


def test_a_bold_line_that_ends_with_a_question_mark_is_a_question_too():
    entry = parsed("# T\n\n## Frequently asked questions\n\n**Is it?**\nYes, [it](x.md).\n\nReally.\n\n__And?__\n\nNo.")
    assert [(item.question, item.text) for item in entry.prose.faq] == [("Is it?", "Yes, it. Really."), ("And?", "No.")]
    assert html_of(entry.prose.faq[0].segments) == "<p>Yes, <ref n=0>it</ref>.</p>\n<p>Really.</p>\n"


def test_takeaways_and_exercises_are_lists_of_items():
    entry = parsed("# T\n\n## Key takeaways\n\n- One *two*.\n\n## Exercises\n\n1. Do [x](x.md).\n")
    assert [(item.text, html_of(item.segments)) for item in entry.prose.takeaways] == [
        ("One two.", "One <em>two</em>.")
    ]
    assert [item.text for item in entry.prose.exercises] == ["Do x."]


def test_sources_are_read_from_the_first_link_that_has_an_address():
    entry = parsed(
        "# T\n\n## Further reading\n\n- Lewis (2020). [The *paper*](https://x.org/a#b), [x](x.md)\n- A book\n"
    )
    assert [(item.source.title, item.source.url) for item in entry.prose.reading] == [
        ("The paper", "https://x.org/a"), ("A book", ""),
    ]  # fmt: skip


def test_a_structured_heading_is_known_by_its_words_in_any_language_without_words_of_its_own():
    entry = parsed("# T\n\n## **OPEN  questions**:\n\n- Why?", scheme=Scheme(language="xx"))
    assert len(entry.questions) == 1


def test_a_reference_in_a_lifted_item_belongs_to_its_section():
    entry = parsed("# T\n\nlead\n\n## One\n\ntext\n\n## Open questions\n\n- Why [x](x.md)?")
    assert [reference.section for reference in entry.references] == [2]
