"""A site of 300 questions: it builds, each of them is there, and every address leads somewhere."""

import json
from pathlib import Path

import feedparser
import pytest
from tests.questions_world import SCHEME, questions_world
from tests.site.conftest import publish_result, write
from tests.site.link_checker import problems

import lexigraph

WORLD = questions_world()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("world") / "content", {"scheme.yml": SCHEME, **WORLD.files()})


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    return publish_result(content, content.parent / "site", site_url="https://example.org/").output


def test_every_address_on_every_page_resolves(site):
    assert list(problems(site)) == []


def test_every_question_is_in_the_table_and_has_its_page_or_place(site):
    table = (site / "questions" / "index.html").read_text("utf-8")
    for asked in WORLD.questions.values():
        assert asked.text in table
        if asked.is_bullet:
            holder = asked.about[0]
            page = (site / holder.partition("-")[0] / holder / "index.html").read_text("utf-8")
            assert f'id="{asked.id}"' in page
        else:
            page = (site / asked.topic / asked.id / "index.html").read_text("utf-8")
        assert asked.text in page


def test_the_published_file_says_what_python_says(site, content):
    published = json.loads((site / "questions.json").read_text("utf-8"))
    assert published["questions"] == [question.to_record() for question in lexigraph.load(content).questions()]
    assert published["site"] == "https://example.org/"


def test_the_feed_is_published_and_named_on_the_pages(site):
    feed = feedparser.parse((site / "feeds" / "questions.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == 50
    assert "feeds/questions.xml" in (site / "questions" / "index.html").read_text("utf-8")
