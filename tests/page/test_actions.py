"""Links to edit, suggest and ask."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.page.pages import html_of, seen, site
from tests.page.small_world import HOSTILE, hostile_world

REPO = "https://github.com/acme/terms"
EDIT = f"{REPO}/edit/main/content/"
WORLD = {"t/a.md": "# A\n\nX.", "t/index.md": "# T\n\nText."}


def forms(path: str, **options: str) -> dict[str, dict[str, str]]:
    """Form → what is filled in, of the links of a page."""
    page = html_of(site(WORLD, **{"repo_url": REPO, "edit_url": EDIT, **options}), path)
    queries = [parse_qs(urlsplit(link).query) for link in seen(page).links if "/issues/new?" in link]
    return {query["template"][0]: {name: values[0] for name, values in query.items()} for query in queries}


def test_a_change_and_a_question_know_which_entry_they_are_about():
    found = forms("t/a.md")
    assert found["ask-a-question.yml"]["about"] == "a"
    assert found["suggest-a-change.yml"]["page"] == "t/a.md"
    assert found["suggest-a-change.yml"]["title"] == "A: "


def test_an_entry_is_suggested_from_a_topic_and_from_a_to_z():
    assert forms("t/index.md")["suggest-an-entry.yml"]["topic"] == "t"
    assert set(forms("a-z.md")["suggest-an-entry.yml"]) == {"template"}


@pytest.mark.parametrize("host", ["gitlab.com", "bitbucket.org", "codeberg.org", "git.gitea.example"])
def test_a_host_without_such_forms_gets_no_links_to_them(host: str):
    assert forms("t/a.md", repo_url=f"https://{host}/acme/terms") == {}


def test_no_address_gets_too_long_or_loses_a_hostile_name():
    for name in (HOSTILE, "猫" * 5000):
        made = site(hostile_world(name), repo_url=REPO, edit_url=EDIT)
        found = [link for path in made.pages for link in seen(html_of(made, path)).links if "/issues/new?" in link]
        assert found and max(map(len, found)) <= 4000
        titles = {parse_qs(urlsplit(link).query).get("title", [""])[0] for link in found}
        assert name != HOSTILE or f"{' '.join(HOSTILE.split())}: " in titles
