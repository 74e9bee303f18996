from urllib.parse import parse_qs, urlsplit

from tests.page.pages import html_of, seen, site
from tests.page.question_world import QUESTIONS

REPO = "https://github.com/example/world"


def test_evidence_opens_the_form_for_changes_with_the_question_filled_in():
    made = site(QUESTIONS, repo_url=REPO, edit_url=f"{REPO}/edit/main/")
    links = seen(html_of(made, "t/whole.md")).links
    evidence = next(link for link in links if "Evidence" in link)
    asked = parse_qs(urlsplit(evidence).query)
    assert asked["template"] == ["suggest-a-change.yml"]
    assert asked["title"] == ["Evidence: Is it good?"]
    assert asked["page"] == ["t/whole.md"]
    assert asked["wrong"][0].startswith("Position:")
    assert f"{REPO}/edit/main/t/whole.md" in links
    assert "https://example.org/talk" in links


def test_the_help_that_is_wanted_is_said_once_and_leads_to_all_who_want_it():
    html = html_of(site(QUESTIONS, repo_url=REPO), "t/whole.md")
    assert 'Help wanted: <a href="../../questions/#help=experiment">experiment</a>.</p>' in html
    assert html.count("anted") == 1


def test_without_a_repository_the_page_can_still_be_copied():
    html = html_of(site(QUESTIONS), "t/part.md")
    assert "How to contribute" not in html
    assert '<a href="../part.md" data-lx-markdown>Copy as Markdown</a>' in html


def test_an_address_that_is_no_web_page_is_no_link():
    files = {
        "a.md": "# A\n\nX.",
        "q.md": "---\ntitle: Q?\nkind: question\nabout: [a]\ndiscussion: 'javascript:x'\n---\n",
    }
    assert "javascript" not in html_of(site(files), "q.md")
