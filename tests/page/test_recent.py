import datetime

import pytest

from lexigraph.history import read_history
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, render, site_of
from tests.page.pages import seen
from tests.test_history import Repository
from tests.worlds import graph

REVIEWED = "---\ntitle: Old\ncreated: 2024-05-06\nlast_reviewed: 2025-01-02\nreview_every: 30\n---\nText.\n"


def page_of(site):
    return seen(render(site.pages["recent.md"], site).html)


def without_git(files, today=None):
    return site_of(graph(files), Addresses(), today=today)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


def with_git(repository):
    made = load_graph(repository.folder)
    return site_of(made, Addresses(), history=read_history(made.root))


def test_changes_stand_under_their_day_with_what_they_were_about(repository):
    repository.commit({"a.md": "# A\n\nA is a.\n", "b.md": "# B\n"}, author="Bob")
    repository.commit({"a.md": "# A\n\nA is more.\n\n## Open questions\n\n- Why?\n", "c.md": "# C\n"})
    page = page_of(with_git(repository))
    assert [text for level, text in page.headings if level == 3] == ["2 January 2026", "1 January 2026"]
    assert "by Ann Changed A has another definition; raises: Why? Question raised Why? Added C" in page.text
    assert "by Bob Added A Added B" in page.text
    assert "../a/#why" in page.links


def test_several_authors_of_a_day_are_named_in_their_rows(repository):
    repository.commit({"a.md": "# A\n"}, author="Bob")
    repository.day -= 1
    repository.commit({"b.md": "# B\n"})
    assert "Added B by Ann Added A by Bob" in page_of(with_git(repository)).text


def test_what_is_gone_is_named_without_a_link(repository):
    repository.commit({"a.md": "# A\n", "b.md": "# B\n"})
    repository.commit({"b.md": None})
    page = page_of(with_git(repository))
    assert "Removed B" in page.text
    assert "../b/" not in page.links


def test_without_git_the_dates_of_entries_are_told_and_the_page_says_so():
    page = page_of(without_git({"a.md": REVIEWED, "b.md": "# B\n"}))
    assert "No history of versions was found" in page.text
    assert "2 January 2025" in page.text
    assert "Reviewed Old 6 May 2024" in page.text


def test_what_is_due_is_listed_from_the_day_of_the_build_on():
    assert "Due for review" in page_of(without_git({"a.md": REVIEWED}, datetime.date(2025, 3, 1))).text
    assert "Due for review" not in page_of(without_git({"a.md": REVIEWED}, datetime.date(2025, 1, 3))).text
    assert "Due for review" not in page_of(without_git({"a.md": REVIEWED})).text


def test_what_was_never_reviewed_is_listed_the_oldest_first():
    files = {
        "a.md": "---\ntitle: Young\ncreated: 2025-01-01\n---\n", "b.md": "---\ntitle: Elder\ncreated: 2020-01-01\n---\n",
        "c.md": REVIEWED, "d.md": "# Dateless\n",
    }  # fmt: skip
    text = page_of(without_git(files)).text.split("Never reviewed")[1]
    assert text.index("3 entries") < text.index("Elder") < text.index("Young") < text.index("Dateless")
    assert "Old" not in text


def test_an_empty_folder_has_no_such_page():
    assert "recent.md" not in without_git({}).pages
