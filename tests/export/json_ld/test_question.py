"""The linked data of each question page keeps the rules of schema.org for Question and Answer.

Rules: schema.org/Question, schema.org/Answer, and developers.google.com/search/docs/appearance/structured-data/qapage,
which says what is required.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from lexigraph.loading import load_graph
from lexigraph.page import Addresses, Site, site_of
from tests.export.json_ld.test_pages import data_of
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.questions_world import SCHEME as QUESTIONS_SCHEME
from tests.questions_world import questions_world
from tests.worlds import graph

ADDRESS = "https://example.org/kb/"
CONTENT = Path(__file__).parents[3] / "content"

Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    return isinstance(value, str) and value == value.strip() != ""


def is_url(value: Any) -> bool:
    return is_text(value) and urlsplit(value).scheme in ("http", "https") and " " not in value


def is_date(value: Any) -> bool:
    """ISO 8601: a day, or a year alone."""
    if not is_text(value):
        return False
    if re.fullmatch(r"\d{4}", value):
        return True
    return date.fromisoformat(value).isoformat() == value


def is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_thing(value: Any) -> bool:
    """Something named that has an address of its own and is described elsewhere."""
    return isinstance(value, dict) and is_url(value.get("@id")) and is_text(value.get("name"))


def one(type: str) -> Check:
    return lambda value: isinstance(value, dict) and value["@type"] == type and not list(faults(value))


def some(check: Check) -> Check:
    return lambda value: isinstance(value, list) and value != [] and all(map(check, value))


def is_mentioned(value: Any) -> bool:
    """A question that is listed: name and address."""
    return (
        isinstance(value, dict)
        and value.keys() == {"@type", "@id", "name", "url"}
        and value["@type"] == "Question"
        and is_url(value["@id"])
        and is_url(value["url"])
        and is_text(value["name"])
    )


REQUIRED = {
    "Question": {"@id", "name", "text", "answerCount", "url"},
    "Answer": {"text"},
    "Person": {"name"},
    "CreativeWork": {"name"},
}
EXPECTED: dict[str, dict[str, Check]] = {
    "Question": {
        "@id": is_url, "name": is_text, "text": is_text, "url": is_url, "answerCount": is_count,
        "acceptedAnswer": one("Answer"), "suggestedAnswer": some(one("Answer")), "author": some(one("Person")),
        "dateCreated": is_date, "dateModified": is_date, "about": some(is_thing), "hasPart": some(is_mentioned),
        "isPartOf": some(is_mentioned),
    },
    "Answer": {
        "text": is_text, "author": some(one("Person")), "dateCreated": is_date, "url": is_url,
        "citation": some(one("CreativeWork")),
    },
    "Person": {"name": is_text},
    "CreativeWork": {"name": is_text, "url": is_url, "datePublished": is_date},
}  # fmt: skip
"""Type → property → what its value has to be; a type has no other properties."""


def faults(node: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a node."""
    type = node["@type"]
    yield from (f"{type} lacks {name}" for name in REQUIRED[type] - node.keys())
    for name, value in node.items():
        if name != "@type":
            check = EXPECTED[type].get(name)
            if check is None or not check(value):
                yield f"{type}.{name}: {value!r}"
    if type == "Question":
        answers = len(node.get("suggestedAnswer", ())) + ("acceptedAnswer" in node)
        if node["answerCount"] != answers:
            yield f"answerCount is {node['answerCount']}, and there are {answers}"


WORLDS = {
    "flagship": lambda: load_graph(CONTENT),
    "three hundred questions": lambda: graph(questions_world().files(), scheme=QUESTIONS_SCHEME),
    "small world": lambda: graph(WORLD, scheme=SCHEME),
    "hostile names": lambda: graph(hostile_world("</script><b>&\u2028")),
}


@pytest.fixture(scope="module", params=WORLDS)
def site(request: pytest.FixtureRequest) -> Site:
    return site_of(WORLDS[request.param](), Addresses(), url=ADDRESS)


def questions_of(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """Id and node of each question that has a page."""
    for page in site.pages.values():
        if page.kind == "question":
            (node,) = (item for item in data_of(site, page) if item["@type"] == "Question" and "text" in item)
            yield page.subject, node


def test_every_question_page_keeps_the_rules(site):
    found = dict(questions_of(site))
    assert {id: list(faults(node)) for id, node in found.items() if list(faults(node))} == {}
    assert found.keys() == {id for id, question in site.graph.questions.items() if question.entry}


def test_only_what_is_answered_has_an_accepted_answer_and_every_position_is_suggested(site):
    for id, node in questions_of(site):
        question = site.graph.questions[id]
        assert ("acceptedAnswer" in node) == (question.state == "answered" and question.resolution is not None), id
        assert len(node.get("suggestedAnswer", ())) == len(question.positions), id


def test_a_question_without_an_answer_counts_none():
    made = site_of(graph({"q.md": "---\ntitle: Why?\nkind: question\n---\nText.\n"}), Addresses(), url=ADDRESS)
    ((_, node),) = questions_of(made)
    assert node["answerCount"] == 0
    assert {"acceptedAnswer", "suggestedAnswer", "author", "dateCreated"}.isdisjoint(node)


def test_who_asked_when_and_what_is_cited_is_said():
    text = """---
title: Why?
kind: question
raised: {by: Ada, year: 1843}
positions:
  - claim: Because.
    held_by: [Bob]
    evidence: [{source: bob1850, direction: supports}, {source: "https://example.org/x"}, {source: nowhere}, {source: bob1850}]
sources: [{id: bob1850, title: On reasons, doi: 10.1000/1, year: 1850}]
state: answered
resolution: {answer: It *is* so., date: 2025-01-02, source: bob1850}
review_date: 2025-03-04
---
Text.
"""
    made = site_of(graph({"q.md": text}), Addresses(), url=ADDRESS)
    ((_, node),) = questions_of(made)
    cited = {
        "@type": "CreativeWork",
        "name": "On reasons",
        "url": "https://doi.org/10.1000/1",
        "datePublished": "1850",
    }
    url = {"@type": "CreativeWork", "name": "https://example.org/x", "url": "https://example.org/x"}
    assert node["author"] == [{"@type": "Person", "name": "Ada"}]
    assert (node["dateCreated"], node["dateModified"], node["answerCount"]) == ("1843", "2025-03-04", 2)
    assert node["suggestedAnswer"][0]["citation"] == [cited, url]
    assert node["acceptedAnswer"] == {
        "@type": "Answer", "text": "It is so.", "dateCreated": "2025-01-02", "url": f"{ADDRESS}q/", "citation": [cited],
    }  # fmt: skip


def test_parts_lead_to_their_whole_and_back():
    world = questions_world()
    found = dict(questions_of(site_of(graph(world.files(), scheme=QUESTIONS_SCHEME), Addresses(), url=ADDRESS)))
    assert len(found["whole-0"]["hasPart"]) == 6
    assert [item["name"] for item in found["part-0-3"]["isPartOf"]] == [world.questions["whole-0"].text]
