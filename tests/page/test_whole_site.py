import itertools
from pathlib import Path

import pytest

from lexigraph.page import PAGE_KINDS, redirects, render
from tests.page.pages import broken_links, html_of, seen, site
from tests.page.small_world import HOSTILE, SCHEME, WORLD, hostile_world

GOLDEN = Path(__file__).parent.parent / "golden" / "small-world"
ATTACHMENTS = ("retrieval/flow.svg",)


def small_world(**settings):
    return site(WORLD, scheme=SCHEME, attachments=ATTACHMENTS, **settings)


@pytest.fixture(scope="module")
def world():
    return small_world()


@pytest.fixture(scope="module")
def views(world):
    return {path: seen(html_of(world, path)) for path in world.pages}


def test_every_page_has_one_h1(views):
    assert {path: [level for level, _ in page.headings].count(1) for path, page in views.items()} == dict.fromkeys(
        views, 1
    )


def test_no_page_gives_an_id_twice(views):
    assert {path: sorted(page.ids) for path, page in views.items()} == {
        path: sorted(set(page.ids)) for path, page in views.items()
    }


def test_nothing_empty_is_printed(views):
    assert {path: page.empty for path, page in views.items() if page.empty} == {}


def test_headings_leave_out_no_level(views):
    for path, page in views.items():
        levels = [level for level, _ in page.headings]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_html_is_well_formed(views):
    assert {path: page.unclosed for path, page in views.items() if page.unclosed} == {}


def test_no_element_stands_where_it_may_not(views):
    assert {path: page.misplaced for path, page in views.items() if page.misplaced} == {}


def test_no_link_stands_in_a_link(views):
    assert {path: page.nested_links for path, page in views.items() if page.nested_links} == {}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page_a_file_or_a_place(directory_urls):
    assert broken_links(small_world(directory_urls=directory_urls, repo_url="https://example.org/repo")) == []


def test_links_within_the_site_are_relative(views):
    inside = [link for page in views.values() for link in page.links if not link.startswith(("http", "mailto"))]
    assert inside
    assert not [link for link in inside if link.startswith("/")]


def test_every_kind_of_page_has_one(world):
    assert {page.kind for page in world.pages.values()} == set(PAGE_KINDS) - {"backlinks"}


def test_the_contents_are_the_headings_of_level_2_and_3_in_order(world):
    for page in world.pages.values():
        if page.kind == "wanted":
            continue
        content = render(page, world)
        listed = [(item.level, item.title) for top in content.toc for item in (top, *top.children)]
        shown = [(level, text) for level, text in seen(content.html).headings if level in (2, 3)]
        assert [item for item in shown if item in listed] == listed, page.path
        anchors = [item.anchor for top in content.toc for item in (top, *top.children)]
        assert set(anchors) <= set(seen(content.html).ids), page.path


def test_every_relation_is_on_both_pages_in_the_words_of_its_direction(world):
    graph = world.graph
    for id, found in graph.relations_at.items():
        node = graph.entries[id]
        html = html_of(world, node.path)
        for view in found:
            other = graph.entries[view.other]
            assert world.addresses.href(node.path, other.path) in html, (id, view.direction.key, view.other)
            if view.direction.key not in ("raises", "about", "compares"):
                assert f"<b>{node.title}</b> {view.direction.words} </span><a" in html, (
                    id,
                    view.direction.key,
                    view.other,
                )


@pytest.mark.parametrize(
    "name", [HOSTILE, "</script><script>alert(1)</script>", 'a" onmouseover="x', "<b>&amp;</b>", "\ue000 x"]
)
def test_a_hostile_name_is_text_everywhere(name):
    made = site(hostile_world(name), scheme="title: '" + name.replace("'", "''") + "'")
    for path in made.pages:
        page = seen(html_of(made, path))
        assert not {"img", "script", "b onmouseover"} & set(page.tags), path
        assert page.unclosed == [], path
        assert not [link for link in page.links if link.lower().startswith("javascript")], path
    assert name.split()[0] in seen(html_of(made, "topic/a.md")).text
    for _, document in redirects(made):
        assert "<img" not in document
        assert "<script" not in document


def test_pages_are_the_same_bytes_whatever_the_order_of_files(world):
    backwards = site(dict(reversed(WORLD.items())), scheme=SCHEME, attachments=ATTACHMENTS)
    assert list(backwards.pages) == list(world.pages)
    assert [render(page, backwards) for page in backwards.pages.values()] == [
        render(page, world) for page in world.pages.values()
    ]


def test_the_pages_look_as_in_the_golden_files(world, golden):
    for path in world.pages:
        golden(GOLDEN / f"{path.removesuffix('.md')}.html", html_of(world, path))


def test_the_golden_files_are_those_of_the_pages(world):
    written = {str(file.relative_to(GOLDEN)) for file in GOLDEN.rglob("*.html")}
    assert written == {f"{path.removesuffix('.md')}.html" for path in world.pages}


def test_search_finds_what_the_author_wrote_and_no_derived_list(world):
    from material.plugins.search.plugin import Parser

    reader = Parser()
    reader.feed(html_of(world, "retrieval/rag.md"))
    found = {"".join(section.title): "".join(section.text) for section in reader.data if not section.is_excluded()}
    assert list(found) == [
        "", "Contested", "Why it matters", "How it works", "Detail", "Key takeaways", "Frequently asked questions",
        "Is it a database?", "Open questions", "Exercises", "Sources",
    ]  # fmt: skip
    everything = " ".join(found.values())
    assert "Fetching documents" in found[""]
    assert "An intro that names" in found[""]
    for derived in (
        "compares the question",
        "Which of the two?",
        "Begin with",
        "A program that searches",
        "Reviewed by",
    ):
        assert derived not in everything
