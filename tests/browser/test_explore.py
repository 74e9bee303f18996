"""The page Explore in Chromium, over http and from the disk: filters, list, chosen entry, map."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.graph_world import HOSTILE, built
from tests.browser.sites import address

DARKNESS = """() => {
  const canvas = document.querySelector(".lx-map canvas")
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
  let sum = 0, drawn = 0
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 255) continue
    drawn++
    sum += data[at] + data[at + 1] + data[at + 2]
  }
  return [drawn, sum / drawn / 3]
}"""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("explore") / "content", entries=230)


@pytest.fixture(scope="module")
def known(publish, content) -> str:
    return publish(content, offline=True)


@pytest.fixture(scope="module")
def known_over_http(publish, content) -> str:
    return publish(content)


@pytest.fixture(params=["known_over_http", "known"])
def anywhere(request) -> str:
    """The same over http, then from the disk."""
    return request.getfixturevalue(request.param)


def visit(page: Page, known: str, hash: str = "") -> Page:
    page.goto(address(known, "explore") + hash)
    expect(page.locator(".lx-map__count")).to_contain_text("Showing")
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".lx-explore tbody button").all_inner_texts()


def test_the_first_view_shows_the_most_referred_to_and_how_many_there_are(page, anywhere):
    visit(page, anywhere)
    expect(page.locator(".lx-map__count")).to_have_text("Showing 150 of 241")
    assert len(titles(page)) == 100
    expect(page.locator(".lx-pages span")).to_have_text("Page 1 of 3")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".lx-pages span")).to_have_text("Page 2 of 3")
    expect(page.locator(".lx-plain")).to_be_hidden()


def test_filters_come_from_the_address_and_go_to_it(page, anywhere):
    visit(page, anywhere, "#topic=search")
    assert titles(page) == ["Embedding", "Retrieval-augmented generation", "Vector database"]
    page.get_by_role("checkbox", name="Tools").check()
    assert titles(page) == ["Vector database"]
    assert page.url.endswith("#kind=tool&topic=search")
    expect(page.locator(".lx-map__count")).to_have_text("Showing 1 of 1 that match, of 241")
    page.get_by_role("button", name="Clear filters").click()
    assert len(titles(page)) == 100
    assert "#" not in page.url


def test_a_name_a_relation_open_questions_and_hubs_filter_too(page, known):
    visit(page, known)
    page.get_by_label("Name").click()
    page.keyboard.type("rag")
    expect(page.locator(".lx-announce")).to_have_text("2 entries match.")
    assert titles(page) == ["RAG or tuning", "Retrieval-augmented generation"]
    visit(page, known, "#topic=search&open=1")
    page.reload()
    expect(page.locator(".lx-explore tbody button")).to_have_text(["Retrieval-augmented generation"])
    page.goto(address(known, "explore") + "#rel=compares&topic=models")
    expect(page.locator(".lx-explore tbody button")).to_have_text(["Fine-tuning", "RAG or tuning"])
    page.goto(address(known, "explore") + "#hubs=2&topic=search")
    expect(page.locator(".lx-explore tbody button")).to_have_text(["Vector database"])


def test_wanted_names_are_rows_until_they_are_switched_off(page, known):
    visit(page, known, "#q=nowhere")
    assert titles(page) == ["Nowhere yet"]
    page.get_by_role("checkbox", name="Not written yet").uncheck()
    assert titles(page) == []


def test_the_list_is_walked_and_chosen_from_by_keyboard_and_the_choice_is_said(page, known):
    visit(page, known, "#topic=search")
    page.locator(".lx-explore tbody button").first.focus()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Vector database", exact=True)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".lx-announce")).to_contain_text("Retrieval-augmented generation is chosen")
    expect(page.get_by_role("button", name="Retrieval-augmented generation", exact=True)).to_be_focused()
    panel = page.locator(".lx-chosen")
    expect(panel.locator(".lx-def")).to_have_text("What Retrie is.")
    expect(panel.get_by_role("link", name="Vector database")).to_be_visible()
    assert "at=rag" in page.url
    panel.get_by_role("button", name="Show Embedding on the map").click()
    expect(panel.get_by_role("heading")).to_have_text("Embedding")
    panel.get_by_role("link", name="How are Retrieval-augmented generation and Embedding related?").click()
    expect(page.locator(".lx-step")).to_have_text(["Retrieval-augmented generation uses Embedding"])


def test_the_chosen_entry_is_in_the_address_and_back_returns_to_the_one_before(page, anywhere):
    visit(page, anywhere, "#at=token")
    expect(page.locator(".lx-chosen h2")).to_have_text("Token")
    page.get_by_role("button", name="Show Prompt on the map").click()
    expect(page.locator(".lx-chosen h2")).to_have_text("Prompt")
    page.go_back()
    expect(page.locator(".lx-chosen h2")).to_have_text("Token")
    page.locator(".lx-chosen").get_by_role("link", name="Token", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Token")


def test_columns_sort_both_ways_and_say_so(page, known):
    visit(page, known, "#topic=search")
    head = page.get_by_role("columnheader", name="Out")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page)[0] == "Retrieval-augmented generation"
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert titles(page)[-1] == "Retrieval-augmented generation"
    assert "sort=out" in page.url


def test_the_map_zooms_and_moves_by_buttons_keys_and_wheel_and_the_address_keeps_the_view(page, known):
    visit(page, known)
    first = page.locator(".lx-map__count").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(".lx-map__count")).not_to_have_text(first)
    page.locator(".lx-map").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("location.hash.includes('view=')")
    page.keyboard.press("0")
    expect(page.locator(".lx-map__count")).to_have_text(first)
    page.locator(".lx-map canvas").hover()
    page.mouse.wheel(0, -400)
    expect(page.locator(".lx-map__count")).not_to_have_text(first)
    for button in page.locator(".lx-map__tools button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24


def test_the_map_goes_to_what_matches_and_a_mark_on_it_is_chosen_by_a_click(open_page, known):
    page = visit(open_page(reduced_motion="reduce", viewport={"width": 1280, "height": 1100}), known)
    page.get_by_label("Name").click()
    page.keyboard.type("embedding")
    expect(page.locator(".lx-map__count")).to_have_text("Showing 1 of 1 that match, of 241")
    page.locator(".lx-map canvas").click()  # in its middle
    expect(page.locator(".lx-chosen h2")).to_have_text("Embedding")


def test_a_hostile_name_is_text_in_list_and_panel(page, known):
    visit(page, known, "#at=hostile&topic=models")
    expect(page.locator(".lx-chosen h2")).to_have_text(HOSTILE)
    assert HOSTILE in titles(page)
    assert page.locator("article img").count() == 0


def test_the_map_is_drawn_in_the_palette_of_the_page(open_page, known):
    found = {}
    for scheme in ("light", "dark"):
        page = visit(open_page(color_scheme=scheme, reduced_motion="reduce"), known, "#at=token&depth=2")
        page.wait_for_timeout(200)
        found[scheme] = page.evaluate(DARKNESS)
    assert all(drawn > 1000 for drawn, _ in found.values())
    assert found["light"][1] > found["dark"][1] + 60


def test_on_a_phone_the_list_comes_before_the_map_and_nothing_scrolls_sideways(open_page, known):
    page = visit(open_page(viewport={"width": 320, "height": 640}, has_touch=True), known, "#at=hostile")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    expect(page.locator("[name=topic]")).to_be_hidden()
    assert page.locator(".lx-rows").bounding_box()["y"] < page.locator(".lx-map").bounding_box()["y"]


def test_without_javascript_the_entries_are_listed_by_topic(open_page, known):
    page = open_page(java_script_enabled=False)
    page.goto(address(known, "explore"))
    expect(page.locator(".lx-plain").get_by_role("link", name="Vector database")).to_be_visible()
    expect(page.locator(".lx-explore")).to_be_hidden()
