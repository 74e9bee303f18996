import re

from lexigraph.page.question_words import depended_on
from lexigraph.query.questions import QuestionFacts
from tests.page.pages import html_of, site
from tests.page.question_world import QUESTIONS

MADE = site(QUESTIONS)


def follows(path: str) -> list[str]:
    """The sentences in the head of the page, without their tags."""
    listed = html_of(MADE, path).partition('<ul class="lx-follows"')[2].partition("</ul>")[0]
    return [re.sub("<.*?>", "", item) for item in re.findall("<li>(.*?)</li>", listed)]


def test_a_blocked_question_says_what_it_waits_for_and_which_part_is_open():
    assert follows("t/whole.md") == [
        "Waits for 2 open questions: Is it small? and Is the first half good?",
        "Its part Is the first half good? is still open, so it cannot be answered yet.",
        "Review due: its part Is the second half good? was answered on 1 March 2026, and nobody has looked at it since.",
    ]


def test_the_questions_that_it_names_are_links():
    assert '<a href="../a/#small">Is it small?</a>' in html_of(MADE, "t/whole.md")
    assert '<a href="../part/">Is the first half good?</a>' in html_of(MADE, "t/whole.md")


def test_what_hangs_on_an_answer_is_counted_in_words():
    assert follows("u/stroke.md") == ["2 others would be settled by it."]
    assert follows("t/part.md") == ["1 question has it as a part."]


def test_a_question_that_nothing_holds_up_any_more_says_so():
    assert follows("u/ready.md") == ["Nothing holds it up any more: Is the second half good? was answered."]


def test_a_stale_review_is_told_with_its_day():
    assert follows("u/stale.md") == ["Review due: its last review on 2 January 2025 found it out of date."]


def test_a_question_without_links_has_no_such_list():
    assert "lx-follows" not in html_of(MADE, "t/promoted.md")
    assert follows("t/done.md") == []


def test_what_hangs_on_it_further_on_is_told_too():
    class Far(QuestionFacts):
        reach = 7  # type: ignore[assignment]

    assert depended_on(Far(holds_up=("a", "b"), whole=("c",))) == (
        "2 questions depend on it and 1 question has it as a part; in all, 7 open questions hang on its answer."
    )
    assert depended_on(QuestionFacts()) == ""
