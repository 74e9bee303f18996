"""Every page's linked data has what its readers require, and says nothing that could end its element."""

import json
import re

import pytest

from lexigraph.export.json_ld.schema_org import node, script
from lexigraph.page import Addresses, render, site_of
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.worlds import graph

REQUIRED = {
    # developers.google.com/search/docs/appearance/structured-data, and schema.org where Google knows no such type
    "Answer": {"text"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url"},
    "CreativeWork": {"name"},
    "DefinedTerm": {"name", "inDefinedTermSet"},
    "DefinedTermSet": {"name"},
    "EntryPoint": {"urlTemplate"},
    "FAQPage": {"mainEntity"},
    "ItemList": {"itemListElement"},
    "LearningResource": {"name", "description"},
    "ListItem": {"position", "name", "item"},
    "Person": {"name"},
    "Question": {"name"},
    "SearchAction": {"target", "query-input"},
    "TechArticle": {"headline"},
    "WebPage": {"name", "url"},
    "WebSite": {"name", "url"},
}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def made(files=WORLD, url="https://example.org/kb/", **settings):
    scheme = f"{SCHEME}{f'base_iri: {url}' if url else ''}\n"
    return site_of(graph(files, scheme=scheme), Addresses(**settings), url=url)


def data_of(site, page):
    found = SCRIPT.findall(render(page, site).head)
    assert len(found) == 1
    document = json.loads(found[0])
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def nodes_in(value):
    """Every node with a type, at any depth."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            yield from nodes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes_in(item)


def by_type(site, path):
    return {item["@type"]: item for item in data_of(site, site.pages[path])}


@pytest.mark.parametrize("url", ["https://example.org/kb/", ""])
def test_every_node_of_every_page_has_what_its_readers_require(url):
    site = made(url=url)
    for path, page in site.pages.items():
        for item in nodes_in(data_of(site, page)):
            assert REQUIRED[item["@type"]] <= item.keys(), path
            assert all(value not in ("", [], None) for value in item.values()), path


def test_every_page_has_one_trail_that_begins_at_home():
    site = made()
    for path, page in site.pages.items():
        trails = [item for item in data_of(site, page) if item["@type"] == "BreadcrumbList"]
        assert len(trails) == 1, path
        items = trails[0]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == "https://example.org/kb/"
        assert items[-1]["name"] == page.title


def test_an_entry_is_a_term_of_the_set_on_a_reviewed_page():
    found = by_type(made(), "retrieval/rag.md")
    term, page = found["DefinedTerm"], found["WebPage"]
    assert term["@id"] == "https://example.org/kb/rag"
    assert term["alternateName"] == ["RAG"]
    assert term["inDefinedTermSet"]["@id"] == by_type(made(), "index.md")["DefinedTermSet"]["@id"]
    assert page["mainEntity"]["@id"] == term["@id"]
    assert page["lastReviewed"] == "2026-10-02"
    assert page["reviewedBy"] == [{"@type": "Person", "name": "Ada"}]
    assert page["citation"][0]["url"] == "https://arxiv.org/abs/2005.11401"


def test_answers_that_the_page_shows_are_a_faq():
    faq = by_type(made(), "retrieval/rag.md")["FAQPage"]["mainEntity"]
    assert [(item["name"], item["acceptedAnswer"]["text"]) for item in faq] == [
        ("Is it a database?", "No, it uses a vector database.")
    ]


def test_only_an_answered_question_has_an_accepted_answer():
    site = made()
    still_open, answered = (by_type(site, f"training/{name}.md")["Question"] for name in ("long-context", "scaling"))
    assert "acceptedAnswer" not in still_open
    assert [(item["text"], [who["name"] for who in item["author"]]) for item in still_open["suggestedAnswer"]] == [
        ("It never does.", ["Ada", "Bob"])
    ]
    assert answered["acceptedAnswer"]["text"] == "It does."


def test_a_kind_that_is_no_term_is_the_work_that_it_is():
    site = made()
    comparison = by_type(site, "training/rag-vs-fine-tuning.md")["TechArticle"]
    assert [item["name"] for item in comparison["about"]] == ["Retrieval-augmented generation", "Fine-tuning"]
    assert "LearningResource" in by_type(site, "training/first.md")
    assert "CollectionPage" in by_type(site, "training/agents.md")


def test_lists_name_what_they_list():
    site = made()
    assert "https://example.org/kb/rag" in {
        item["@id"] for item in by_type(site, site.special["a-z"])["DefinedTermSet"]["hasDefinedTerm"]
    }
    assert len(by_type(site, site.special["questions"])["CollectionPage"]["hasPart"]) == len(site.graph.questions)


def test_the_search_is_named_where_its_address_is_known():
    action = by_type(made(), "index.md")["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == "https://example.org/kb/?q={search_term_string}"
    assert "WebSite" not in by_type(made(url=""), "index.md")


@pytest.mark.parametrize("directory_urls", [True, False])
def test_without_an_address_links_lead_from_the_page(directory_urls):
    site = made(url="", directory_urls=directory_urls)
    items = by_type(site, "retrieval/rag.md")["BreadcrumbList"]["itemListElement"]
    assert items[0]["item"] == ("../../" if directory_urls else "../index.html")


def test_nothing_ends_the_element():
    name = "</script><script>alert(1)</script><!-- ]]> & \u2028"
    site = made(hostile_world(name))
    for page in site.pages.values():
        head = render(page, site).head
        assert head.count("</script>") == 1
        assert "<!--" not in head
    assert name.replace("\u2028", "") in json.dumps(
        data_of(site, site.pages["topic/a.md"]), ensure_ascii=False
    ).replace("\u2028", "")


def test_a_node_without_what_is_required_is_none():
    assert node("Question", name="") is None
    assert node("Question", name="Why?", url="") == {"@type": "Question", "name": "Why?"}
    assert script([]) == ""
