import re

from lexigraph.history import Change, History
from lexigraph.page import Addresses, render, site_of
from tests.page.small_world import HOSTILE, SCHEME, WORLD, hostile_world
from tests.worlds import graph

DONE = tuple(Change(path, "", "changed", 1_700_000_000, "Ann", "c" * 40, "s", "", "a" * 40) for path in WORLD)
HISTORY = History(changes=DONE, commit="c" * 40, seconds=1_700_000_000)


def made(files=WORLD, url="https://example.org/kb", history=HISTORY, **settings):
    return site_of(graph(files, scheme=SCHEME), Addresses(**settings), url=url, history=history)


def head(path, **settings):
    site = made(**settings)
    return render(site.pages[path], site).head


def test_an_entry_leads_to_its_markdown():
    assert '<link rel="alternate" type="text/markdown" href="../rag.md">' in head("retrieval/rag.md")
    offline = head("retrieval/rag.md", directory_urls=False)
    assert '<link rel="alternate" type="text/markdown" href="rag.md">' in offline
    assert "text/markdown" not in head("index.md")


def test_every_page_leads_to_both_feeds_where_there_are_any():
    site = made()
    for page in site.pages.values():
        assert render(page, site).head.count("application/atom+xml") == 2
    assert "atom" not in head("index.md", url="")
    assert "atom" not in head("retrieval/grounding.md", url="")


def test_a_link_to_the_page_has_a_card():
    card = dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)">', head("retrieval/rag.md")))
    assert card == {
        "og:type": "article",
        "og:title": "Retrieval-augmented generation",
        "og:description": "Fetching documents and putting them in the prompt, see grounding.",
        "og:site_name": "Small world",
        "og:url": "https://example.org/kb/retrieval/rag/",
    }
    assert "og:url" not in head("retrieval/rag.md", url="")
    assert 'content="website"' in head("index.md")


def test_hostile_names_are_text():
    site = made(hostile_world())
    for page in site.pages.values():
        found = render(page, site).head
        assert HOSTILE not in found
        assert "<img" not in found


def test_the_weight_of_a_head_is_bounded():
    assert len(head("retrieval/rag.md").encode()) < 6_000
