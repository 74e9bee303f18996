"""The site in a real browser, over http and from the disk. Without a browser these tests fail; they never skip."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address


def search(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(words, delay=20)  # Material listens to keys, not to changes


def test_the_home_page_loads_and_its_search_leads_to_an_entry(page: Page, site: str):
    page.goto(address(site, "index"))
    expect(page.locator("h1")).to_have_count(1)
    search(page, "foundation model")
    result = page.locator(".md-search-result__item a[href*='/foundation-model']").first
    expect(result).to_be_visible()
    result.click()
    expect(page.locator("h1")).to_contain_text("Foundation model")


def test_an_entry_loads_with_its_definition_and_relations(page: Page, site: str):
    page.goto(address(site, "foundations/foundation-model"))
    expect(page.locator("h1")).to_contain_text("Foundation model")
    assert page.title().startswith("Foundation model")
    search(page, "embedding")
    expect(page.locator(".md-search-result__item a[href*='/embedding']").first).to_be_visible()


def test_a_link_between_entries_leads_to_the_other_page(page: Page, site: str):
    page.goto(address(site, "foundations/foundation-model"))
    link = page.locator("article a[href*='language-model']").first
    link.click()
    expect(page.locator("h1")).to_contain_text("anguage model")


def test_listings_load(page: Page, site: str):
    for path in ("a-z", "questions"):
        page.goto(address(site, path))
        expect(page.locator("h1")).to_have_count(1)


def test_the_button_of_the_home_page_opens_the_search(page: Page, file_site: str):
    page.goto(address(file_site, "index"))
    page.locator("a[data-lx-search]").click()
    expect(page.locator("input.md-search__input")).to_be_focused()


@pytest.mark.parametrize(
    "path",
    [
        "index",
        "foundations/foundation-model",
        "foundations/foundation-model-vs-task-specific-model",
        "a-z",
        "questions",
    ],
)
def test_nothing_scrolls_sideways_on_the_smallest_screen(page: Page, file_site: str, path: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address(file_site, path))
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_site_is_whole_without_javascript(without_scripts: Page, site: str):
    page = without_scripts
    page.goto(address(site, "foundations/foundation-model"))
    expect(page.locator(".lx-definition")).to_be_visible()
    expect(page.locator(".lx-connections .lx-sentence").first).to_contain_text("Foundation model")
