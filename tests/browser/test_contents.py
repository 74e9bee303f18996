"""What stands beside a page: the topic it belongs to, and its contents, of which the section that is read is open."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address

ENTRY = "finding/rag"
NESTED = ".md-nav--secondary .md-nav .md-nav__item:visible"


@pytest.fixture
def entry(page: Page, specimen_on_disk: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address(specimen_on_disk, ENTRY))
    return page


def test_the_navigation_shows_the_topic_of_the_entry(entry: Page):
    topic = entry.locator(".md-nav--primary .md-nav__item--active > a.md-nav__link")
    expect(topic).to_have_count(1)
    expect(topic).to_have_css("font-weight", "600")


def test_the_contents_open_only_the_section_that_is_read(entry: Page):
    expect(entry.locator(NESTED)).to_have_count(0)
    entry.locator("h2#connections").scroll_into_view_if_needed()
    entry.evaluate("document.querySelector('h2#connections').scrollIntoView()")
    open_ones = entry.locator(".md-nav--secondary > ul > li:has(> .md-nav:visible) > a")
    expect(open_ones).to_have_count(1)
    expect(open_ones).to_have_text(re.compile("Connections"))


def test_a_section_opens_for_the_keyboard_too(entry: Page):
    link = entry.locator(".md-nav--secondary > ul > li:has(> .md-nav) > a").first
    link.focus()
    expect(entry.locator(NESTED)).not_to_have_count(0)
    entry.keyboard.press("Tab")
    assert entry.evaluate("document.activeElement.closest('.md-nav--secondary .md-nav') !== null")


def test_without_scripts_the_contents_are_whole(without_scripts: Page, specimen_on_disk: str):
    without_scripts.goto(address(specimen_on_disk, ENTRY))
    expect(without_scripts.locator(NESTED)).not_to_have_count(0)


def test_with_forced_colours_the_place_is_underlined(open_page, specimen_over_http: str):
    page = open_page(forced_colors="active", viewport={"width": 1280, "height": 800})
    page.goto(address(specimen_over_http, ENTRY))
    topic = page.locator(".md-nav--primary .md-nav__item--active > a.md-nav__link")
    expect(topic).to_have_css("text-decoration-line", "underline")


def test_a_relation_is_read_as_a_sentence_and_seen_without_its_beginning(entry: Page):
    sentence = entry.locator(".lx-connections .lx-group .lx-sentence").first
    expect(sentence).to_contain_text("Retrieval-augmented generation")
    begin = sentence.locator("span").first
    assert begin.evaluate("element => element.getBoundingClientRect().width") <= 1
    entry.emulate_media(media="print")
    assert begin.evaluate("element => element.getBoundingClientRect().width") > 20
