"""The questions of the flagship, on every page that they belong to."""

from functools import cache
from pathlib import Path

import pytest

from lexigraph.loading import load_graph
from lexigraph.page import Addresses, render, site_of
from tests.page.pages import Seen, seen

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def made():
    return site_of(load_graph(CONTENT), Addresses())


@pytest.fixture(scope="module")
def page_at(made):
    @cache
    def page_at(path: str) -> Seen:
        return seen(render(made.pages[path], made).html)

    return page_at


def place(made, question, origin: str) -> str:
    """The link to the question from the page of that path."""
    if question.entry:
        return made.addresses.href(origin, made.graph.entries[question.entry].path)
    return made.addresses.href(origin, made.graph.entries[question.holder].path, question.bullet.anchor)


def test_each_is_in_the_table_of_all(made, page_at):
    index = page_at("questions.md")
    assert len(made.graph.questions) >= 60
    for question in made.graph.questions.values():
        assert place(made, question, "questions.md") in index.links, question.id
        assert question.text in index.text, question.id


def test_each_is_on_the_page_of_every_entry_that_it_is_about(made, page_at):
    for question in made.graph.questions.values():
        assert question.about, question.id
        for id in question.about:
            path = made.graph.entries[id].path
            if question.holder != id:
                assert place(made, question, path) in page_at(path).links, (question.id, id)
            assert question.text in page_at(path).text, (question.id, id)


def test_each_bullet_has_its_place_on_the_page_of_its_entry(made, page_at):
    for question in made.graph.questions.values():
        if question.bullet is not None:
            assert question.bullet.anchor in page_at(made.graph.entries[question.holder].path).ids, question.id


def test_each_is_on_the_page_of_its_topic(made, page_at):
    facts = made.listings.questions.facts
    for question in made.graph.questions.values():
        path = f"{facts[question.id].topic}/index.md"
        assert place(made, question, path) in page_at(path).links, question.id


def test_each_page_of_a_question_shows_its_links_in_words(made, page_at):
    for question in made.graph.questions.values():
        for link in made.listings.questions.links(question.id):
            other = made.graph.questions[link.other]
            if question.entry:
                said = f"{question.text} {link.direction.words} {other.text}"
                assert said in page_at(made.graph.entries[question.entry].path).text
