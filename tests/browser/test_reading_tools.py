"""What a reader takes away and looks up: Markdown, citations, code, keys; and the page for addresses without one."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address

ENTRY = "finding/rag"


def read_clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.fixture
def entry(open_page, specimen_over_http: str) -> Page:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address(specimen_over_http, ENTRY))
    return page


def test_the_page_is_copied_as_markdown_and_that_is_said(entry: Page):
    button = entry.get_by_role("button", name="Copy as Markdown")
    button.click()
    expect(entry.locator(".lx-actions [role=status]").last).to_have_text("Copied")
    text = read_clipboard(entry)
    assert text.startswith("---\n") and "# Retrieval-augmented generation\n" in text
    expect(button).to_be_focused()


def test_from_the_disk_the_markdown_is_a_link(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, ENTRY))
    expect(page.get_by_role("link", name="Copy as Markdown")).to_have_attribute("href", "rag.md")


def test_a_citation_is_copied(entry: Page):
    entry.get_by_text("Cite this entry").click()
    entry.get_by_role("button", name="Copy citation").click()
    expect(entry.get_by_text("Copied").first).to_be_visible()
    assert "Retrieval-augmented generation" in read_clipboard(entry)
    entry.locator(".lx-citing").get_by_role("button", name="Copy code").click()
    expect(entry.get_by_text("Copied")).to_have_count(2)
    assert read_clipboard(entry).startswith("@")


def test_code_is_copied_by_keyboard_too(entry: Page):
    button = entry.locator(".language-python").get_by_role("button", name="Copy code")
    button.focus()
    expect(button).to_have_css("opacity", "1")
    button.press("Enter")
    expect(entry.get_by_text("Copied").first).to_be_visible()
    assert read_clipboard(entry) == 'print("hello")\n'


def test_a_question_mark_lists_the_keys_and_the_focus_returns(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, ENTRY))
    link = page.locator(".lx-crumbs a").first
    link.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()


def test_the_foot_of_the_page_opens_the_list_too(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, "index"))
    page.get_by_role("button", name="Keyboard shortcuts").click()
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Keyboard shortcuts")).to_be_focused()


def test_keys_of_one_letter_can_be_switched_off(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, "finding/first-steps"))
    page.keyboard.press("?")
    page.get_by_label("Shortcuts of a single key").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    for key in ("?", "n", "/", "s"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_have_count(0)
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("h1")).to_contain_text("First steps")
    page.keyboard.press("Control+k")
    expect(page.locator("input.md-search__input")).to_be_focused()


def test_n_and_p_lead_through_the_lessons(page: Page, specimen: str):
    page.goto(address(specimen, "finding/first-steps"))
    page.keyboard.press("n")
    expect(page.locator("h1")).to_contain_text("Second steps")
    page.wait_for_load_state("load")
    page.keyboard.press("p")
    expect(page.locator("h1")).to_contain_text("First steps")


def test_letters_in_a_field_are_letters(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, "a-z"))
    page.get_by_label("Text").press_sequentially("n?p/")
    expect(page.get_by_label("Text")).to_have_value("n?p/")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_have_count(0)


def test_an_address_without_a_page_offers_what_is_near(open_page, specimen_over_http: str):
    page = open_page()
    missing = f"{specimen_over_http}deep/er/vectr-databse/"
    page.route(missing, lambda route: route.fulfill(body=body, content_type="text/html"))
    body = page.request.get(f"{specimen_over_http}404.html").text()
    page.goto(missing)
    expect(page.locator("h1")).to_have_text("No page here")
    page.get_by_role("link", name="Vector database").click()
    expect(page.locator("h1")).to_have_text("Vector database")
