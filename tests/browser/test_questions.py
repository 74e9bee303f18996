"""The index of questions, the page of one, and the statistics: narrowed by the address, by keyboard, without scripts."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address

QUESTION = "finding/when-to-retrieve"


@pytest.fixture
def index(page: Page, specimen_on_disk: str) -> Page:
    page.goto(address(specimen_on_disk, "questions"))
    return page


def shown(page: Page) -> list[str]:
    """The questions in the rows that are shown, in order."""
    return page.locator("tr[data-lx-row]:visible th").all_inner_texts()


def test_a_count_leads_to_its_filter_and_back_leads_out_of_it(index: Page):
    everything = shown(index)
    index.locator(".lx-counts a", has_text="partially answered").click()
    expect(index.locator(".lx-filter [name=state]")).to_have_value("partially-answered")
    assert shown(index) == ["How long should a passage be?"]
    expect(index.locator(".lx-filter")).to_be_in_viewport()
    index.go_back()
    expect(index.locator(".lx-filter [name=state]")).to_have_value("")
    assert shown(index) == everything


def test_a_number_of_the_matrix_is_the_number_of_rows_it_leads_to(index: Page):
    for number in range(index.locator(".lx-matrix a[href^='#']").count()):
        link = index.locator(".lx-matrix a[href^='#']").nth(number)
        link.click()
        expect(index.locator("tr[data-lx-row]:visible")).to_have_count(int(link.inner_text()))


@pytest.mark.parametrize("sign", ["?", "#"])
def test_an_address_with_a_filter_and_an_order_opens_so(page: Page, specimen: str, sign: str):
    page.goto(f"{address(specimen, 'questions')}{sign}help=experiment&sort=-question")
    expect(page.locator(".lx-filter [name=help]")).to_have_value("experiment")
    assert shown(page) == ["When should a model retrieve?"]
    expect(page.locator("thead th").filter(has_text="Question")).to_have_attribute("aria-sort", "descending")
    page.locator(".lx-filter").get_by_role("button", name="Show all").click()
    expect(page.locator("tr[data-lx-row]:visible")).not_to_have_count(1)
    assert "help=" not in page.url


def test_what_follows_from_links_is_a_filter(index: Page):
    standing = index.locator(".lx-filter [name=standing]")
    standing.select_option("waiting")
    assert shown(index) == ["When should a model retrieve?"]
    standing.select_option("holding")
    assert shown(index) == ["How long should a passage be?"]
    standing.select_option("due")
    assert shown(index) == ["When should a model retrieve?"]


def test_a_group_goes_with_its_last_row_and_sorted_rows_stand_in_none(index: Page):
    expect(index.locator(".lx-qgroup:visible")).to_have_count(3)
    index.locator(".lx-filter [name=state]").select_option("open")
    expect(index.locator(".lx-qgroup:visible")).to_have_count(1)
    index.locator(".lx-filter [name=state]").select_option("")
    index.get_by_role("button", name="Question", exact=True).click()
    expect(index.locator(".lx-qgroup:visible")).to_have_count(0)
    assert shown(index) == sorted(shown(index), key=str.casefold)
    index.locator(".lx-filter [name=state]").select_option("answered")
    assert shown(index) == ["Can passages be scored before they are read?"]
    index.go_back()
    index.go_back()
    expect(index.locator(".lx-qgroup:visible")).to_have_count(3)


def test_by_keyboard_alone_the_table_is_narrowed_and_sorted(index: Page):
    index.locator(".lx-filter [name=state]").focus()
    index.keyboard.type("ans")
    expect(index.locator(".lx-filter [name=state]")).to_have_value("answered")
    assert len(shown(index)) == 1
    index.locator(".lx-qtable thead button").first.focus()
    index.keyboard.press("Enter")
    expect(index.locator(".lx-qtable thead th").first).to_have_attribute("aria-sort", "ascending")
    index.keyboard.press("Space")
    expect(index.locator(".lx-qtable thead th").first).to_have_attribute("aria-sort", "descending")
    index.locator(".lx-filter [name=state]").focus()
    index.keyboard.press("Home")
    expect(index.locator("tr[data-lx-row][hidden]")).to_have_count(0)


def test_without_scripts_index_question_and_statistics_say_all(without_scripts: Page, specimen_on_disk: str):
    page = without_scripts
    page.goto(address(specimen_on_disk, "questions"))
    expect(page.locator(".lx-qgroup")).to_have_count(3)
    expect(page.locator("[data-lx-filter]")).to_be_hidden()
    page.locator(".lx-counts a", has_text="partially answered").click()
    expect(page.locator("tr[data-state=partially-answered] th")).to_be_in_viewport()
    page.goto(address(specimen_on_disk, QUESTION))
    for words in ("Waits for 1 open question", "has the part", "depends on", "Raised by Somebody", "Add evidence"):
        expect(page.locator("article")).to_contain_text(words)
    page.goto(address(specimen_on_disk, "statistics"))
    expect(page.locator(".lx-matrix")).to_be_visible()


def test_a_link_in_the_picture_of_a_question_leads_to_the_other(page: Page, specimen: str):
    page.goto(address(specimen, QUESTION))
    figure = page.locator(".lx-graph--questions")
    figure.locator("a", has_text="How long should").click()
    expect(page.locator("h1")).to_have_text("How long should a passage be?")


def test_the_picture_of_a_question_is_passed_over_by_the_keyboard(page: Page, specimen_on_disk: str):
    page.goto(address(specimen_on_disk, QUESTION))
    page.locator("#dependencies a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lx-graph') === null")


@pytest.mark.parametrize("path", ["questions", QUESTION, "statistics"])
def test_nothing_scrolls_sideways_on_the_smallest_screen(page: Page, specimen_on_disk: str, path: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address(specimen_on_disk, path))
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_question_of_the_flagship_can_be_found_by_its_topic(page: Page, http_site: str):
    page.goto(address(http_site, "questions"))
    total = int(page.locator(".lx-matrix tfoot td").last.inner_text())
    page.locator(".lx-matrix tfoot a").last.click()
    expect(page.locator("tr[data-lx-row]:visible")).to_have_count(total)
    counted = 0
    for option in page.locator(".lx-filter [name=topic] option:not([value=''])").all():
        page.locator(".lx-filter [name=topic]").select_option(option.get_attribute("value"))
        counted += page.locator("tr[data-lx-row]:visible").count()
    assert counted == total


def test_of_a_long_group_twelve_rows_are_shown_until_more_are_asked_for(page: Page, http_site: str):
    page.goto(address(http_site, "questions"))
    rows, more = page.locator("tr[data-state=open]:visible"), page.locator(".lx-qmore button")
    total = int(page.locator(".lx-qgroup .lx-count").first.inner_text())
    expect(rows).to_have_count(12)
    expect(more).to_have_text(f"Show {total - 12} more")
    page.get_by_role("button", name="Question", exact=True).click()
    expect(more).to_be_hidden()
    expect(rows).to_have_count(total)
    page.go_back()
    page.locator(".lx-filter [name=state]").select_option("open")
    expect(more).to_be_hidden()
    expect(rows).to_have_count(total)
    page.locator(".lx-filter").get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(12)
    page.emulate_media(media="print")
    expect(rows).to_have_count(total)
    page.emulate_media(media="screen")
    more.press("Enter")
    expect(rows).to_have_count(total)
    expect(rows.nth(12).locator("th a")).to_be_focused()
    expect(more).to_have_count(0)
