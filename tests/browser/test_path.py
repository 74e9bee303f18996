"""The page "How are two entries related?" in Chromium, over http and from the disk."""

import json
import random

import pytest
from playwright.sync_api import expect
from tests.browser.graph_world import HOSTILE, built
from tests.browser.sites import address

from lexigraph.loading import load_graph
from lexigraph.query.paths import related_to_both, shortest_path

SEARCH = """pairs => {
  const graph = new lexigraph.Graph(lexigraphGraph, "")
  const key = direction => graph.directions[direction][0]
  return pairs.map(([one, other]) => {
    const [from, to] = [graph.node(one), graph.node(other)]
    const path = lexigraph.shortestPath(graph, from, to)
    return [path && path.map(([node, direction]) => [key(direction), graph.id(node)]),
      lexigraph.relatedToBoth(graph, from, to).map(node => graph.id(node))]
  })
}"""


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return built(tmp_path_factory.mktemp("paths") / "content", entries=120)


@pytest.fixture(scope="module")
def known(publish, content) -> str:
    return publish(content, offline=True, repo_url="https://example.org/known")


@pytest.fixture(scope="module")
def known_over_http(publish, content) -> str:
    return publish(content)


@pytest.fixture(params=["known_over_http", "known"])
def anywhere(request) -> str:
    """The same over http, then from the disk."""
    return request.getfixturevalue(request.param)


def at(known: str, hash: str = "") -> str:
    return address(known, "path") + hash


def test_an_address_with_two_ids_shows_the_path_as_sentences_with_definitions(page, anywhere):
    page.goto(at(anywhere, "#from=rag&to=token"))
    expect(page.locator(".lx-step")).to_have_text(
        ["Retrieval-augmented generation presupposes Prompt", "Prompt presupposes Token"]
    )
    expect(page.locator(".lx-stop .lx-def").first).to_have_text("What Retrie is.")
    expect(page.locator("[role=status].lx-path-status")).to_have_text(
        "Retrieval-augmented generation and Token are 2 relations apart."
    )
    page.locator(".lx-stop a").last.click()
    expect(page.locator("h1")).to_contain_text("Token")


def test_two_boxes_choose_entries_by_keyboard_and_the_address_follows(page, anywhere):
    page.goto(at(anywhere))
    page.get_by_label("From", exact=True).click()
    page.keyboard.type("rag")
    option = page.locator("#lx-from-list [role=option]").first
    expect(option).to_contain_text("Retrieval-augmented generation")
    expect(page.get_by_label("From", exact=True)).to_have_attribute("aria-activedescendant", "lx-from-list-0")
    page.keyboard.press("Enter")
    expect(page.get_by_label("From", exact=True)).to_have_value("Retrieval-augmented generation")
    page.get_by_label("To", exact=True).click()
    page.keyboard.type("fine")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".lx-step")).to_have_text(["Retrieval-augmented generation differs from Fine-tuning"])
    assert page.url.endswith("#from=rag&to=tuning")
    page.get_by_role("button", name="Swap").click()
    expect(page.locator(".lx-step")).to_have_text(["Fine-tuning differs from Retrieval-augmented generation"])
    page.go_back()
    expect(page.get_by_label("From", exact=True)).to_have_value("Retrieval-augmented generation")


def test_escape_closes_the_list_then_empties_the_box(page, known):
    page.goto(at(known))
    box = page.get_by_label("From", exact=True)
    box.click()
    page.keyboard.type("emb")
    expect(page.locator("#lx-from-list")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#lx-from-list")).to_be_hidden()
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_what_is_shared_and_what_only_one_has_stand_side_by_side(page, known):
    page.goto(at(known, "#from=rag&to=vector-database"))
    answer = page.locator("[data-part=answer]")
    expect(answer.locator(".lx-az li").first).to_contain_text("Embedding")
    expect(answer.locator(".lx-common").first).to_contain_text("Embedding")
    expect(answer.get_by_role("heading", name="Only Retrieval-augmented generation")).to_be_visible()


def test_two_that_nothing_connects_come_with_a_way_to_propose_a_relation(page, known):
    page.goto(at(known, "#from=island&to=rag"))
    expect(page.locator(".lx-path-status")).to_have_text(
        "Island and Retrieval-augmented generation are not connected yet."
    )
    link = page.get_by_role("link", name="propose a relation")
    assert link.get_attribute("href").startswith("https://example.org/known/issues/new?")


def test_a_hostile_name_is_text_in_the_box_the_list_and_the_answer(page, known):
    page.goto(at(known, "#from=hostile&to=token"))
    expect(page.locator(".lx-step").first).to_contain_text(HOSTILE)
    page.get_by_label("From", exact=True).fill("")
    page.get_by_label("From", exact=True).click()
    page.keyboard.type("<img")
    expect(page.locator("#lx-from-list [role=option]").first).to_contain_text(HOSTILE)
    assert page.locator("article img").count() == 0


def test_an_id_that_no_entry_has_is_named(page, known):
    page.goto(at(known, "#from=gone&to=token"))
    expect(page.locator(".lx-path-status")).to_have_text("No entry has the id “gone”.")


def test_without_javascript_there_is_a_sentence_and_a_way_to_a_to_z(open_page, known):
    page = open_page(java_script_enabled=False)
    page.goto(at(known, "#from=rag&to=token"))
    expect(page.locator(".lx-path form")).to_be_hidden()
    expect(page.locator(".lx-path p").first).to_contain_text("needs JavaScript")
    expect(page.locator(".lx-path p a").first).to_have_text("A–Z")


def test_the_browser_finds_the_paths_that_python_finds(page, known, content):
    graph = load_graph(content)
    rng = random.Random(4)
    ids = sorted(graph.entries)
    pairs = [(rng.choice(ids), rng.choice(ids)) for _ in range(200)]
    page.goto(at(known))
    found = page.evaluate(SEARCH, pairs)
    expected = []
    for one, other in pairs:
        path = shortest_path(graph, one, other)
        steps = None if path is None else [[view.direction.key, view.other] for view in path]
        expected.append([steps, list(related_to_both(graph, one, other))])
    assert json.loads(json.dumps(found)) == expected
    assert sum(bool(steps) for steps, _ in expected) > 50


def test_nothing_scrolls_sideways_on_the_smallest_screen(open_page, known):
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.goto(at(known, "#from=hostile&to=tuning"))
    expect(page.locator(".lx-step").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
