"""The picture of an entry among its neighbours, in Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.graph_world import HOSTILE, built
from tests.browser.sites import address


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("local") / "content")


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


def test_its_links_lead_to_the_neighbours_and_are_no_stops_for_tab(page, anywhere):
    page.goto(address(anywhere, "search/rag"))
    figure = page.locator("figure.lx-graph")
    expect(figure.locator("svg")).to_have_attribute("aria-hidden", "true")
    assert {link.get_attribute("tabindex") for link in figure.locator("svg a").all()} == {"-1"}
    figure.locator("svg a", has_text="Vector database").click()
    expect(page.locator("h1")).to_contain_text("Vector database")


def test_its_caption_leads_to_the_paths_from_the_entry(page, anywhere):
    page.goto(address(anywhere, "search/rag"))
    page.locator(".lx-graph figcaption a").click()
    expect(page.get_by_label("From", exact=True)).to_have_value("Retrieval-augmented generation")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_palette_and_every_box_holds_its_text(open_page, known, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(address(known, "search/rag"))
    colours = page.locator(".lx-graph").evaluate(
        "figure => [getComputedStyle(figure.querySelector('a text')).fill, getComputedStyle(figure).backgroundColor]"
    )
    assert colours[0] != colours[1]
    too_wide = page.locator(".lx-graph svg a").evaluate_all(
        """links => links.filter(link => { const [box, text] = [...link.children].map(item => item.getBBox())
        return text.x < box.x + 2 || text.x + text.width > box.x + box.width - 2 || box.height < 24 }).length"""
    )
    assert too_wide == 0


def test_it_is_on_paper_and_not_on_a_phone(page, known):
    page.goto(address(known, "search/rag"))
    page.emulate_media(media="print")
    expect(page.locator("figure.lx-graph svg")).to_be_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 700})
    expect(page.locator("figure.lx-graph")).to_be_hidden()


def test_it_is_there_without_javascript_and_a_hostile_name_is_text_in_it(open_page, known):
    page = open_page(java_script_enabled=False)
    page.goto(address(known, "models/token"))
    expect(page.locator(".lx-graph text", has_text=HOSTILE[:12])).to_be_visible()
    assert page.locator(".lx-graph img").count() == 0
